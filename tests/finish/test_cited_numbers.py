"""Numbers of the brief where they are cited: each is one of its own within the words around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.finish.cited_numbers import cited_paragraphs, with_numbers
from briefs.model.inline import CitedNumber, Text, inline_text
from briefs.model.phrases import ENGLISH

TWO, SEVEN, NINE = CitedNumber("two", 2), CitedNumber("seven", 7), CitedNumber("nine", 9)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([TWO], "Para\u00a02"),
        ([TWO, NINE], "Paras\u00a02 and\u00a09"),
        ([TWO, SEVEN, TWO, NINE], "Paras\u00a02, 7 and\u00a09"),
        ([TWO, TWO], "Para\u00a02"),
    ],
)
def test_paragraphs_are_cited_once_each_in_words(numbers: list[CitedNumber], words: str) -> None:
    cited = cited_paragraphs(numbers, ENGLISH)
    assert inline_text(cited) == words
    assert [one for one in cited if isinstance(one, CitedNumber)] == list(dict.fromkeys(numbers))


def test_a_language_may_have_words_behind_the_numbers() -> None:
    other = replace(ENGLISH, paragraph="{number}. pont", note="{number}")
    assert cited_paragraphs([TWO], other) == (TWO, Text(". pont"))
    assert with_numbers(other.note, "number", (TWO,)) == (TWO,)
