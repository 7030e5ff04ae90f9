"""Words, spaces and signs of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.review.word_tokens import likeness, tokens


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Some x-rays.", ["Some", " ", "x-rays", "."]),
        ("States’ “aims”", ["States", "'", " ", '"', "aims", '"']),
        ("10–15  or\u00a0more", ["10–15", " ", "or", " ", "more"]),
        ("and ... so …", ["and", " ", "…", " ", "so", " ", "…"]),
        ("www/\u200borg", ["www", "/", "org"]),
    ],
)
def test_a_text_is_words_spaces_and_signs(text: str, keys: list[str]) -> None:
    assert [token.key for token in tokens(text)] == keys


@given(st.text())
def test_tokens_are_the_whole_text(text: str) -> None:
    assert "".join(text[token.start : token.end] for token in tokens(text)) == text


def test_likeness_is_by_words_in_order() -> None:
    assert likeness("Some States agreed", "Some States agreed.") == 1
    assert likeness("Some States agreed", "Other words altogether") == 0
