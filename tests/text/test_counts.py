"""One thing is told in the singular, none or several in the plural."""

from __future__ import annotations

import pytest

from briefs.text.counts import counted


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [(1, "copy", "1 copy"), (2, "copy", "2 copies"), (0, "file", "0 files"), (1, "file", "1 file")],
)
def test_nouns_agree_with_their_number(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said
