"""A number that the report gives about is not given exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.dropped_approximations import dropped_approximations
from tests.check.builders import IN_BLOCK, wrong_of

PASSAGE = "Some 13 ferries carried more than 200 passengers, 10 to 15 of them islanders, and a crew of 7."


@pytest.mark.parametrize(
    ("text", "has"), [("13 ferries sailed.", "Some"), ("They carried 200 passengers.", "more than")]
)
def test_an_exact_number_is_found_where_the_passage_has_none(text: str, has: str) -> None:
    assert [found[1] for found in dropped_approximations(text, PASSAGE, "en")] == [has]


@pytest.mark.parametrize(
    "text",
    ["About 13 ferries", "Over 200 passengers", "Almost 200 passengers", "A crew of 7", "10–15 islanders", "9 ferries"],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not list(dropped_approximations(text, PASSAGE, "en"))


def test_a_number_that_the_passage_also_gives_exactly_may_be_exact() -> None:
    assert not list(dropped_approximations("13 ferries", f"{PASSAGE} There are 13 ferries.", "en"))


@pytest.mark.parametrize("language", ["fr", "xx"])
def test_other_languages_have_no_such_words(language: str) -> None:
    assert not list(dropped_approximations("13 ferries", PASSAGE, language))


def test_it_is_reported_at_the_wording_with_the_passage(tmp_path: Path) -> None:
    assert wrong_of(tmp_path, "Some 13 ferries sailed.", "short: 13 ferries sailed.") == (
        f'{IN_BLOCK} short of "fact.a" says "13", but its passage says "Some 13": “…Some 13 ferries sailed.…” '
        "[hedge-dropped]\n  hint: keep it, or put another word in its place that softens as much"
    )
