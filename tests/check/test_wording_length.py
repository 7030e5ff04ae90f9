"""Edited wording that is too long."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check import wording_length
from tests.check.builders import IN_BLOCK, wrong_wording


def test_edited_wording_has_at_most_twenty_five_words(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, f"short: {' '.join(['word'] * 25)}") == ""
    assert wrong_wording(tmp_path, f"short: {' '.join(['word'] * 26)}") == (
        f'{IN_BLOCK} short of "fact.a" has 26 words; edited wording may have at most 25 [short-too-long]\n'
        "  hint: shorten it"
    )


def test_wording_that_is_much_too_long_is_not_compared_with_its_passage(tmp_path: Path) -> None:
    only_then = "  hint: shorten it; only then is it compared with its passage"
    assert wrong_wording(tmp_path, f"short: {' '.join(['Nobody'] * 101)}") == (
        f'{IN_BLOCK} short of "fact.a" has 101 words; edited wording may have at most 25 [short-too-long]\n{only_then}'
    )
    assert wrong_wording(tmp_path, f"short: {' '.join(['x' * 900] * 3)}") == (
        f'{IN_BLOCK} short of "fact.a" has 2,702 characters; edited wording may have at most 2,000 [short-too-long]\n'
        f"{only_then}"
    )


def test_wording_is_not_compared_with_a_passage_that_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording_length, "LONGEST_ANCHORED", 20)
    assert wrong_wording(tmp_path, "short: Nobody sails 99 ferries.") == (
        f'{IN_BLOCK} short of "fact.a" rests on 107 characters of the report; 20 are the most [anchor-too-long]\n'
        "  hint: name only the sentences that it rests on; only then is it compared with them"
    )
