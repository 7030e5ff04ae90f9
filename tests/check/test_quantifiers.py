"""Words for how many stand no higher than those of the sentence that they come from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.wording_rules import WordingRules
from tests.builders import RULES
from tests.check.builders import IN_BLOCK, wrong_wording

NO_RULES = WordingRules({}, {})


def test_a_word_that_claims_more_than_the_report_is_reported_with_both_words_and_the_passage(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: All agreed.") == (
        f'{IN_BLOCK} short of "fact.a" says "All", but its passage says "Most keepers": “Most keepers agreed that a '
        "shared timetable would reduce waiting at the quay.” [strength-upgraded]\n"
        "  hint: use the report's own word for how many or how much"
    )


@pytest.mark.parametrize("field", ["strength: Most keepers\n    short: Most waited.", "lead: Almost allied"])
def test_a_word_that_the_passage_or_the_strength_supports_is_right(tmp_path: Path, field: str) -> None:
    assert "strength-upgraded" not in wrong_wording(tmp_path, field)


@pytest.mark.parametrize("word", ["All", "The vast majority of", "Nearly all"])
def test_a_report_need_not_type_a_word_for_the_scale_to_be_known(tmp_path: Path, word: str) -> None:
    found = wrong_wording(tmp_path, f"short: {word} keepers agreed that a timetable would reduce waiting.", NO_RULES)
    assert found.count("[strength-upgraded]") == 1


@pytest.mark.parametrize("word", ["Most", "Many", "A majority of", "Some"])
def test_words_at_the_same_level_or_below_are_right(tmp_path: Path, word: str) -> None:
    found = wrong_wording(tmp_path, f"short: {word} keepers agreed that a timetable would reduce waiting.", NO_RULES)
    assert found == ""


def test_words_that_a_report_guards_need_its_passage_or_a_strength_that_reaches_their_level(tmp_path: Path) -> None:
    field = "strength: Most keepers\n    short: Most keepers agreed, at dusk, that a timetable would reduce waiting."
    assert wrong_wording(tmp_path, field, replace(RULES, guarded={"dusk": 4})) == ""
    assert 'says "dusk", which neither' in wrong_wording(tmp_path, field, replace(RULES, guarded={"dusk": 5}))


def test_a_language_without_a_lexicon_has_only_the_guarded_words_of_the_report(tmp_path: Path) -> None:
    field = "short: All keepers agreed that a timetable would reduce waiting."
    assert wrong_wording(tmp_path, field, replace(NO_RULES, language="xx")) == ""
    assert 'says "all"' in wrong_wording(tmp_path, field, replace(RULES, language="xx"))
