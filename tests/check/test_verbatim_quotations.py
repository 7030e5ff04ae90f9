"""Quotations in edited wording are the report's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.builders import IN_BLOCK, wrong_quotation, wrong_wording


def test_a_quotation_is_in_the_passage_but_for_its_punctuation(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, 'short: "Most keepers agreed: “a shared timetable would reduce waiting.”"') == ""


def test_a_quotation_that_the_passage_does_not_have_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers called it “wholly useless”.") == (
        f'{IN_BLOCK} short of "fact.a" quotes "wholly useless", which is not in its passage [quote-not-verbatim]\n'
        "  hint: quote the report's own words"
    )


@pytest.mark.parametrize(
    ("short", "hint"),
    [
        ("The plan was ‘useless’.", "quote the report's own words"),
        ("The quay “may be shared if everybody pays”.", 'the nearest are "can be shared if everybody pays"'),
        ("One participant “called the plan … no process”.", "mark what was cut with […], the dots in brackets"),
        ("They saw “No Process that works”.", 'keep its capitals: "no process that works"'),
        ("The plan was “load”.", "quote the report's own words"),
    ],
)
def test_the_hint_says_what_is_different(tmp_path: Path, short: str, hint: str) -> None:
    found = wrong_quotation(tmp_path, short)
    assert "[quote-not-verbatim]" in found
    assert hint in found


def test_words_that_make_light_of_a_quotation_are_the_editors(tmp_path: Path) -> None:
    assert 'has "so-called" before a quotation' in wrong_quotation(
        tmp_path, "One participant saw a so-called “process”."
    )


@pytest.mark.parametrize("short", ["The plan was “loaded.", "The plan was loaded”.", "The plan was ‘loaded."])
def test_a_mark_without_its_partner_is_reported(tmp_path: Path, short: str) -> None:
    assert "without its partner" in wrong_quotation(tmp_path, short)


@pytest.mark.parametrize(
    "short",
    ["One participant called the plan “loaded”.", "“Loaded”, to one participant", "The keepers’ plan: ‘loaded’"],
)
def test_single_marks_and_a_capital_at_the_beginning_are_right(tmp_path: Path, short: str) -> None:
    assert "quot" not in wrong_quotation(tmp_path, short)
