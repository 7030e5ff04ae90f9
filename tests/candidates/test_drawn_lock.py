"""The lock that knows all candidates that were ever proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.candidates.drawn_lock import NAME, Known, dump_known, first_words, read_known
from briefs.model.diagnostics import DocumentError

KNOWN = (Known("q.b", "question", "b", "2", "Who “digs”?"), Known("q.a", "question", "a", "1", "Who pays?"))


def test_what_is_written_is_read_again_in_order(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(dump_known(KNOWN))
    assert read_known(tmp_path, NAME) == tuple(reversed(KNOWN))
    assert read_known(tmp_path / "elsewhere", NAME) == ()


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(dump_known(KNOWN) + b"<<<<<<< HEAD\n")
    with pytest.raises(DocumentError) as error:
        read_known(tmp_path, NAME)
    assert [(one.code, one.place.line) for one in error.value.diagnostics] == [("lock-damaged", 3)]


def test_only_the_first_words_are_kept() -> None:
    assert first_words("Who pays?") == "Who pays?"
    assert first_words("well " * 30) == f"{'well ' * 12}…"
