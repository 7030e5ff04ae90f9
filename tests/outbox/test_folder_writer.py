"""Files of a distribution are written over what was written before, and not over what a person changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefs.outbox.folder_writer import FolderWriter
from tests.outbox.builders import copy, recipient, register


def test_a_file_is_written_in_its_pieces_and_its_hash_returned(tmp_path: Path) -> None:
    writer = FolderWriter(tmp_path)
    sha256 = writer.put("a.pdf", (b"one ", b"two"))
    assert (tmp_path / "a.pdf").read_bytes() == b"one two"
    assert sha256 == hashlib.sha256(b"one two").hexdigest()
    writer.put("a.pdf", (b"three",), sha256)
    assert writer.aside == []
    writer.put("a.pdf", (b"four",), "0" * 64)
    assert writer.aside == [tmp_path / "a (edited).pdf"]
    assert writer.aside[0].read_bytes() == b"three"


def test_the_folders_are_for_their_owner_and_have_nothing_unfinished(tmp_path: Path) -> None:
    writer = FolderWriter(tmp_path / "distribution" / "MIN")
    writer.make_folders()
    (writer.folder / "copies" / "a.pdf.part").touch()
    writer.make_folders()
    assert sorted(path.relative_to(writer.folder).as_posix() for path in writer.folder.rglob("*")) == [
        "copies",
        "edition",
        "outbox",
    ]
    assert writer.folder.stat().st_mode & 0o777 == 0o700


def test_tables_are_moved_aside_only_if_a_person_changed_them(tmp_path: Path) -> None:
    writer, first = FolderWriter(tmp_path), register(copy(1, recipient("Ann")))
    second = register(copy(1, recipient("Ann")), copy(2, recipient("Bo")))
    writer.put_tables(first, None)
    writer.put_tables(second, first)
    assert writer.aside == []
    (tmp_path / "register.csv").write_text("mine")
    writer.put_tables(first, second)
    assert writer.aside == [tmp_path / "register (edited).csv"]
