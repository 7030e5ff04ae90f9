"""Which alphabets a line needs."""

from __future__ import annotations

import pytest

from briefs.render.pdf.copy_alphabets import alphabets_of, characters_of


@pytest.mark.parametrize(
    ("line", "alphabets"),
    [("For: Jane D'OE · Copy\u00a01", ()), ("Ó", (1,)), ("ŞÉ", (1, 2)), ("Ж", (6,)), ("漢", None), ("É漢", None)],
)
def test_a_line_needs_the_alphabets_of_its_letters(line: str, alphabets: tuple[int, ...] | None) -> None:
    assert alphabets_of(line) == alphabets


def test_all_characters_of_a_line_are_in_its_alphabets() -> None:
    for line in ("Đỗ Văn ÉŁ", "Ελένη", "Ǎ Ə"):
        alphabets = alphabets_of(line)
        assert alphabets is not None
        assert characters_of(alphabets) >= set(line)
