"""Files of a build are only used if they are what was built."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.output.verified_files import required_manifest, verified_content, verified_document

SHA256 = hashlib.sha256(b"brief").hexdigest()


def test_a_file_with_its_hash_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"brief")
    assert verified_content(tmp_path, "a.html", SHA256, "") == b"brief"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("changed.html", "has been changed since it was built"),
        ("gone.html", "cannot read"),
        ("../outside.html", "is not in"),
        ("/outside.html", "is not in"),
    ],
)
def test_any_other_file_is_refused(tmp_path: Path, path: str, said: str) -> None:
    build = tmp_path / "build"
    build.mkdir()
    (build / "changed.html").write_bytes(b"other")
    (tmp_path / "outside.html").write_bytes(b"brief")
    with pytest.raises(BriefsError, match=said) as error:
        verified_content(build, path, SHA256, "build it again")
    assert error.value.hint == "build it again"
    with pytest.raises(BriefsError, match=said):
        verified_document(build, path, SHA256, "")


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(BriefsError, match=r"there is no manifest\.json") as error:
        required_manifest(tmp_path)
    assert error.value.hint == "build the briefs first: briefs build --status cleared"
