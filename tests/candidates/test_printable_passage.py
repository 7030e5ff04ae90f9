"""Passages that can be printed as they stand."""

from __future__ import annotations

import pytest

from briefs.candidates.found import FoundPassage
from briefs.candidates.printable_passage import printable_short
from briefs.model.report import Paragraph

LONG = f"{'Wells '.strip()} {'are deep and dry and ' * 6}old."


def _short(words: str, received: str = "", language: str = "en") -> str:
    leaf = Paragraph("I ¶1", "I ¶1", (1,), received or words)
    return printable_short(FoundPassage(leaf, words), language, frozenset({1}))


def test_a_short_whole_sentence_is_printed_as_it_stands_in_curly_quotation_marks() -> None:
    assert _short('Most keepers want a "shared" timetable.') == "Most keepers want a “shared” timetable."


@pytest.mark.parametrize(
    "words",
    [
        LONG,
        "wells are deep.",
        "Wells are deep",
        "Digging of wells",
        "Wells are deep, and this costs much.",
        "However, wells are deep.",
        "They are deep.",
        "Villages share them.",
    ],
)
def test_one_that_is_long_in_parts_or_reaches_back_is_left_to_an_editor(words: str) -> None:
    assert _short(words) == ""


def test_a_passage_with_the_mark_of_a_note_needs_it() -> None:
    assert _short("Wells are deep.", "It rains. Wells are deep.¹") == ""
    assert _short("Wells are deep.", "Wells¹ are deep.") == ""
    assert _short("Wells are deep.", "It rains.¹ Wells are *deep*.") == "Wells are deep."


def test_in_a_language_without_words_nothing_is_known_to_stand_alone() -> None:
    assert _short("Wells are deep.", language="zz") == ""
