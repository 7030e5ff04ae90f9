"""Quotations in edited wording are the report's own words."""

from __future__ import annotations

from pathlib import Path

from tests.check.builders import IN_BLOCK, wrong_wording


def test_a_quotation_is_in_the_passage_but_for_its_punctuation(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, 'short: "Most keepers agreed: “a shared timetable would reduce waiting.”"') == ""


def test_a_quotation_that_the_passage_does_not_have_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Keepers called it “wholly useless”.") == (
        f'{IN_BLOCK} short of "fact.a" quotes "wholly useless", which is not in its passage [quote-not-verbatim]\n'
        "  hint: quote the report's own words"
    )
