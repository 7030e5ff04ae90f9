"""Changes of several files that a process was ended in the middle of."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from briefs.files.unfinished_changes import NAME, finish_changes, noted
from briefs.model.diagnostics import BriefsError

OLD: dict[str, bytes | None] = {"a.yaml": b"old a\r\n", "b.md": b"old b", "reviews/d.yaml": None, "same": b"same"}
NEW = {"a.yaml": b"new a\r\n", "b.md": "new b é".encode(), "reviews/d.yaml": b"decided", "same": b"same"}


class Ended(BaseException):
    """Stands for the end of the process: what would undo or tidy up is not run."""


def ended(root: Path, monkeypatch: pytest.MonkeyPatch, *written: str) -> Path:
    """A project in which the files `written` were written when the process was ended; the folder of the note."""
    folder = root / "reviews"
    for path, content in OLD.items():
        if content is not None:
            (root / path).write_bytes(content)
    with monkeypatch.context() as patch, suppress(Ended):
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        with noted(folder, OLD, NEW):
            for path in written:
                (root / path).write_bytes(NEW[path])
            raise Ended
    return folder


def contents(root: Path) -> Mapping[str, bytes]:
    return {path: (root / path).read_bytes() for path in OLD if (root / path).exists()}


@pytest.mark.parametrize("written", [(), ("a.yaml",), ("a.yaml", "b.md"), ("a.yaml", "b.md", "reviews/d.yaml")])
def test_what_was_ended_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: tuple[str, ...]) -> None:
    folder = ended(tmp_path, monkeypatch, *written)
    (tmp_path / ".b.md.new").write_bytes(b"half of it")
    assert finish_changes(tmp_path, folder)
    assert contents(tmp_path) == NEW
    assert [path.name for path in tmp_path.rglob(".*")] == []
    assert not finish_changes(tmp_path, folder)


def test_nothing_is_written_if_a_file_was_changed_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ended(tmp_path, monkeypatch, "a.yaml")
    (tmp_path / "b.md").write_bytes(b"by hand")
    with pytest.raises(BriefsError, match="was changed since"):
        finish_changes(tmp_path, folder)
    assert contents(tmp_path) == {"a.yaml": NEW["a.yaml"], "b.md": b"by hand", "same": b"same"}
    assert not finish_changes(tmp_path, folder)


def test_no_note_stays_if_all_goes_well_or_fails(tmp_path: Path) -> None:
    with noted(tmp_path / "reviews", {}, {}):
        assert (tmp_path / "reviews" / NAME).is_file()
    with pytest.raises(BriefsError), noted(tmp_path / "reviews", {}, {}):
        raise BriefsError("the disk is full")
    assert not (tmp_path / "reviews").exists()


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"[]",
        b'{"changes": [{"path": "../x", "old": null, "new": ""}]}',
        b'{"changes": [{"path": "/x", "old": null, "new": ""}]}',
        b'{"changes": [{"path": "x"}]}',
        b'{"changes": [{"path": ".git/config", "old": null, "new": ""}]}',
    ],
)
def test_a_damaged_note_is_said_to_be_one(tmp_path: Path, note: bytes) -> None:
    (tmp_path / NAME).write_bytes(note)
    with pytest.raises(BriefsError, match="is damaged"):
        finish_changes(tmp_path, tmp_path)
