"""Hashes of files on the disk."""

from __future__ import annotations

from pathlib import Path

from briefs.files.bounded_reading import hash_file


def hash_of(path: Path) -> str:
    """The SHA-256 of a file; empty if it is no file. Raises OSError if it cannot be read."""
    if not path.is_file() or path.is_symlink():
        return ""
    return hash_file(path)
