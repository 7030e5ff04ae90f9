"""Words that turn the passage of edited wording round."""

from __future__ import annotations

from pathlib import Path

from tests.check.builders import wrong_wording


def test_a_word_that_turns_the_passage_round_is_an_error(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers agreed that a shared timetable would increase waiting.") == (
        'seeds/harbour/blocks/fact.yaml:5: error: short of "fact.a" says "increase waiting", '
        'but its passage says "reduce waiting" [sense-turned]\n'
        "  hint: use the report's own words, or add an anchor for the passage that says this"
    )


def test_the_words_of_the_passage_turn_nothing_round(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers agreed that a shared timetable would reduce waiting.") == ""
