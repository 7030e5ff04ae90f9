"""Files that turn up are known by their first bytes, and only regular ones of a sensible size are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.verification import received_file
from briefs.verification.received_file import UnreadableFile, kind_of, receive


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04 word/document.xml", "docx"),
        (b"PK\x03\x04 xl/workbook.xml", "other"),
        (b"<!DOCTYPE html>", "html"),
        (b"<HTML>", "html"),
        ("\ufeff<!doctype html>".encode("utf-16"), "html"),
        (b"From: <Saved by Blink>\nSnapshot-Content-Location: x\n", "html"),
        (b"", "other"),
        (b"{\\rtf1", "other"),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_a_file_is_read_with_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    file = receive(tmp_path / "a")
    assert (file.content, file.kind) == (b"abc", "other")
    assert file.sha256.startswith("ba7816bf")


def test_what_is_no_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    (tmp_path / "link").symlink_to(tmp_path / "link")
    (tmp_path / "large").write_bytes(b"x" * 3_000_000)
    monkeypatch.setattr(received_file, "LARGEST", 2_000_000)
    said = {}
    for path in (tmp_path, *(tmp_path / name for name in ("pipe", "empty", "link", "large", "none"))):
        with pytest.raises(UnreadableFile) as error:
            receive(path)
        said[path.name] = str(error.value)
    assert said.pop(tmp_path.name) == "is a folder: name the files in it"
    assert said == {
        "pipe": "is not a file on a disk: save it as one first",
        "empty": "is empty",
        "link": "cannot be read: Too many levels of symbolic links",
        "large": "has 3 MB, far more than a brief ever has, and is not read",
        "none": "does not exist",
    }
