"""Only files have hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefs.files.file_hash import hash_of


def test_a_file_has_the_hash_of_its_bytes_and_anything_else_has_none(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"brief")
    (tmp_path / "link.pdf").symlink_to(file)
    assert hash_of(file) == hashlib.sha256(b"brief").hexdigest()
    assert [hash_of(tmp_path / name) for name in ("link.pdf", "none.pdf", ".")] == ["", "", ""]
