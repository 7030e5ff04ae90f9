"""Edited wording that is too long."""

from __future__ import annotations

from pathlib import Path

from tests.check.builders import IN_BLOCK, wrong_wording


def test_edited_wording_has_at_most_twenty_five_words(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, f"short: {' '.join(['word'] * 25)}") == ""
    assert wrong_wording(tmp_path, f"short: {' '.join(['word'] * 26)}") == (
        f'{IN_BLOCK} short of "fact.a" has 26 words; edited wording may have at most 25 [short-too-long]\n'
        "  hint: shorten it"
    )
