"""The length of a title."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.title_length import LONGEST_TITLE, check_title_length
from tests.check.builders import TEMPLATE, brief, to_check


def said(words: int) -> list[str]:
    made = replace(brief(), title=" – ".join(["Word"] * words))
    template = replace(TEMPLATE, lines={"title": 5})
    return [str(found) for found in check_title_length(to_check(made, template=template))]


def test_a_title_that_is_too_long_is_reported_at_its_line() -> None:
    assert said(LONGEST_TITLE + 1) == [
        "templates/captains.md:5: error: the title has 15 words; a title may have at most 14 [title-long]\n"
        "  hint: shorten it: it states the finding"
    ]


def test_the_longest_title_is_right_and_dashes_are_no_words() -> None:
    assert said(LONGEST_TITLE) == []
