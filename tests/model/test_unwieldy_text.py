"""Words without end and heaps of marks are found, and nothing that people write is taken for them."""

from __future__ import annotations

import pytest

from briefs.model.unwieldy_text import heaped_marks, long_word


def test_a_word_is_long_with_more_than_a_thousand_characters() -> None:
    assert long_word("a " + "b" * 1000 + " c") is None
    assert long_word("a " + "b" * 1001 + " c") == "b" * 1001
    assert long_word("https://example.org/" + "a/" * 700) is not None


@pytest.mark.parametrize("character", ["水", "か", "ท", "ក"])
def test_writing_without_spaces_has_no_words_that_are_too_long(character: str) -> None:
    assert long_word(character * 5000) is None


@pytest.mark.parametrize("mark", ["\u0301", "\u0301\u0323", "\u05b0", "\u0651"])
def test_marks_are_a_heap_from_the_thirty_first_on(mark: str) -> None:
    assert heaped_marks("ab" + (mark * 30)[:30]) is None
    assert heaped_marks("ab" + (mark * 40)[:40]) is not None
    assert heaped_marks(f"a{mark}" * 1000) is None


def test_long_texts_in_other_scripts_have_no_heaps_of_marks() -> None:
    assert heaped_marks("वर्तमानकालीनपरिस्थितियोंमेंअन्तरराष्ट्रीयसहयोगस्यआवश्यकता" * 10) is None
    assert heaped_marks("превысокомногорассмотрительствующийпревысокомногорассмотрительствующий") is None
