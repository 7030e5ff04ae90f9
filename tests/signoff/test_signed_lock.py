"""The file in which people sign what they have read."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.signoff.signed_lock import NAME, Signed, digest_of, dump_signed, read_signed

SIGNED = (
    Signed("harbour: fact.a, short", "Most “keepers” agreed.", "I ¶1", digest_of("Most “keepers” agreed.", "a b c")),
    Signed("templates/captains.md", "## Issue", "", digest_of("## Issue", ""), "A. Keeper"),
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(dump_signed(SIGNED))
    assert read_signed(tmp_path, NAME).value == SIGNED


def test_lines_are_in_order_and_each_there_once() -> None:
    assert dump_signed([*SIGNED[::-1], *SIGNED]) == dump_signed(SIGNED)
    assert dump_signed(SIGNED).count(b"\n") == 3


def test_no_file_is_no_lock(tmp_path: Path) -> None:
    assert read_signed(tmp_path, NAME).value is None


def test_words_and_passage_make_the_hash() -> None:
    assert len({digest_of("a", "b"), digest_of("ab", ""), digest_of("a", "c"), digest_of("b", "a")}) == 4


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('{"lock": 1}', '{"lock": 2}', 1),
        ('{"lock": 1}\n', "", 1),
        ('{"of": "templates', '=======\n{"of": "templates', 3),
        ('"by": "A. Keeper"', '"by": 1', 3),
        ('"by": ', '"who": ', 3),
        ('"of": "harbour', '"for": "harbour', 2),
    ],
)
def test_a_line_that_cannot_be_read_is_found(tmp_path: Path, old: str, new: str, line: int) -> None:
    content = dump_signed(SIGNED).decode()
    assert old in content
    (tmp_path / NAME).write_text(content.replace(old, new), encoding="utf-8")
    read = read_signed(tmp_path, NAME)
    assert read.value is None
    assert [(one.code, one.place.line) for one in read.problems] == [("lock-damaged", line)]
