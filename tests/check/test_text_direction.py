"""A brief of words that run from right to left is refused; single words that do are not."""

from __future__ import annotations

import pytest

from briefs.check.text_direction import check_text_direction
from tests.check.builders import brief, to_check
from tests.render.builders import paragraph, unit


def said(*texts: str) -> list[str]:
    units = [paragraph(text, unit(f"u{number}")) for number, text in enumerate(texts, 1)]
    return [str(found) for found in check_text_direction(to_check(brief(*units)))]


@pytest.mark.parametrize("text", ["المياه حق لجميع القرى (2026).", "מים הם זכות של כל הכפרים", "المياه for"])
def test_a_brief_from_right_to_left_is_refused(text: str) -> None:
    assert said(text) == [
        "templates/captains.md: error: the brief is written from right to left, but its pages are from left to right "
        "[brief-right-to-left]\n"
        "  hint: write it in letters that are read from left to right: pages for others cannot be made yet"
    ]


@pytest.mark.parametrize(
    "texts", [("The word مياه means water.",), ("Water is a right of all villages.", "المياه حق"), ("12 (34)",)]
)
def test_words_from_right_to_left_are_not(texts: tuple[str, ...]) -> None:
    assert said(*texts) == []
