"""Files that turn up, whatever they are: only regular ones are read, and none larger than any brief could be."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from briefs.files.bounded_reading import read_file

LARGEST = 256 * 1024 * 1024
"""The most bytes that are read of a file: a thousand times what a brief has."""

Kind: TypeAlias = Literal["pdf", "docx", "html", "other"]

_BEGINNING = 2048


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as it is: its bytes and their hash, and what it seems to be by its first bytes, whatever it is called."""

    path: Path
    content: bytes
    sha256: str
    kind: Kind


class UnreadableFile(Exception):
    """A file that cannot be read; the message says why, as the end of a sentence about it."""


def receive(path: Path) -> ReceivedFile:
    """The file at `path`. Raises UnreadableFile."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise UnreadableFile("is a folder: name the files in it")
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableFile("is not a file on a disk: save it as one first")
        if not state.st_size:
            raise UnreadableFile("is empty")
        if state.st_size > LARGEST:
            raise UnreadableFile(
                f"has {state.st_size // 1_000_000} MB, far more than a brief ever has, and is not read"
            )
        content = read_file(path, LARGEST)
    except FileNotFoundError:
        raise UnreadableFile("does not exist") from None
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror or error}") from error
    return ReceivedFile(path, content, hashlib.sha256(content).hexdigest(), kind_of(content))


def kind_of(content: bytes) -> Kind:
    """What `content` seems to be, by how it begins."""
    start = content[:_BEGINNING]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx" if b"word/document.xml" in content else "other"
    text = start.replace(b"\0", b"").lower()  # UTF-16 too
    is_page = any(mark in text for mark in (b"<!doctype html", b"<html", b"snapshot-content-location:"))
    return "html" if is_page else "other"
