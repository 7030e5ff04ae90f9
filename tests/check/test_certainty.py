"""Edited wording is no firmer than its passage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import RULES
from tests.check.builders import IN_BLOCK, wrong_wording


def test_a_firmer_verb_is_reported_with_both_verbs_and_the_passage(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers agreed that a timetable will reduce waiting.") == (
        f'{IN_BLOCK} short of "fact.a" says "will reduce", but its passage says "would reduce": “Most keepers agreed '
        "that a shared timetable would reduce waiting at the quay.” [certainty-raised]\n"
        "  hint: keep the report's own verb, such as “could” or “would”, with what it says"
    )


def test_a_strength_licenses_no_will(tmp_path: Path) -> None:
    field = "strength: Most keepers\n    short: Most keepers agreed that a timetable will reduce waiting."
    assert "[certainty-raised]" in wrong_wording(tmp_path, field)


def test_the_same_verb_and_a_weaker_one_are_right(tmp_path: Path) -> None:
    for verb in ("would", "could"):
        assert wrong_wording(tmp_path, f"short: Most keepers agreed that a timetable {verb} reduce waiting.") == ""


def test_a_language_without_a_lexicon_has_no_verbs_to_compare(tmp_path: Path) -> None:
    rules = replace(RULES, language="xx")
    assert wrong_wording(tmp_path, "short: Most keepers agreed that a timetable will reduce waiting.", rules) == ""
