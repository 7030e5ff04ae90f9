"""Words that turn the passage of edited wording round."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.sense_words import sense_words
from briefs.check.turned_sense import sense_turned
from briefs.model.wording_rules import WordingRules
from tests.check.builders import wrong_wording


def test_a_word_that_turns_the_passage_round_is_an_error(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers agreed that a shared timetable would increase waiting.") == (
        'seeds/harbour/blocks/fact.yaml:5: error: short of "fact.a" says "increase waiting", '
        'but its passage says "reduce waiting" [sense-turned]\n'
        "  hint: use the report's own words, or add an anchor for the passage that says this"
    )


def test_the_words_of_the_passage_turn_nothing_round(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers agreed that a shared timetable would reduce waiting.") == ""


@pytest.mark.parametrize(
    ("text", "passage", "codes"),
    [
        ("Drafted by the captains.", "Drafted in cooperation with the captains.", ["sense-turned"]),
        ("Drafted together with the captains.", "Drafted in cooperation with the captains.", []),
        ("A levy after the spring fair.", "A levy for the spring fair.", ["sense-turned"]),
        ("A levy at the spring fair.", "A levy for the spring fair.", []),
    ],
)
def test_who_takes_part_and_when_cannot_be_turned_round(text: str, passage: str, codes: list[str]) -> None:
    words = sense_words(WordingRules({}, {}))
    assert words is not None
    assert [one.code for one in sense_turned(words.read(text), words.read(passage), words)] == codes
