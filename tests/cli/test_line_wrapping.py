"""Lines are those of `textwrap`, also of words that are longer than many lines, and such a word is divided once."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.cli import line_wrapping
from briefs.cli.line_wrapping import pieces, wrapped


@given(
    st.text("ab -\t", max_size=200), st.integers(5, 12), st.sampled_from(("", " ", "    ")), st.sampled_from(("", "  "))
)
def test_lines_are_those_of_textwrap(text: str, most: int, first: str, further: str) -> None:
    expected = textwrap.wrap(text, most, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)
    assert wrapped(text, most, first, further) == expected


def test_a_word_without_end_is_divided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """`textwrap` divides it at each line, and copies the rest."""
    words: list[str] = []

    def counted(word: str, room: int, a_line: int) -> list[str]:
        words.append(word)
        return pieces(word, room, a_line)

    monkeypatch.setattr(line_wrapping, "pieces", counted)
    assert len(wrapped("a" * 100_000, 100)) == 1000
    assert len(words) == 1
