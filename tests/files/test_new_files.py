from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files import new_files
from briefs.files.new_files import write_new
from briefs.model.diagnostics import BriefsError

CONTENTS = {
    "seeds/water/report.txt": b"Water.\n",
    "seeds/water/report.yaml": b"title: Water\n",
    "templates/water/brief.md": b"---\n",
}


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_files_are_written_into_folders_that_exist_or_not(tmp_path: Path) -> None:
    (tmp_path / "seeds/other").mkdir(parents=True)
    (tmp_path / "seeds/other/report.txt").write_bytes(b"Other.\n")
    assert write_new(tmp_path, CONTENTS) == tuple(CONTENTS)
    assert everything(tmp_path) == {**CONTENTS, "seeds/other/report.txt": b"Other.\n"}
    assert write_new(tmp_path / "a/new/project", CONTENTS) == tuple(CONTENTS)
    assert everything(tmp_path / "a/new/project") == CONTENTS


@pytest.mark.parametrize("there", ["seeds/water/notes.txt", "templates/water/brief.md"])
def test_nothing_is_written_if_something_is_there(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(parents=True)
    (tmp_path / there).write_bytes(b"mine")
    new = dict(CONTENTS) if there in CONTENTS else {**CONTENTS, there: b"other"}
    with pytest.raises(BriefsError, match="exists already; nothing was written"):
        write_new(tmp_path, new)
    assert everything(tmp_path) == {there: b"mine"}
    assert not list(tmp_path.glob(".new-*"))


@pytest.mark.parametrize("at", range(3))
def test_a_failure_half_way_leaves_nothing_behind(at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "templates").mkdir()
    move, calls = new_files._move, iter(range(10))

    def failing(source: Path, target: Path) -> None:
        if next(calls) == at:
            raise OSError(28, "No space left on device")
        move(source, target)

    monkeypatch.setattr(new_files, "_move", failing)
    contents = {**CONTENTS, "schemas/report.schema.json": b"{}"}
    with pytest.raises(BriefsError, match="No space left on device; nothing was written"):
        write_new(tmp_path, contents)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seeds", "templates"]
    assert everything(tmp_path) == {}


def test_being_stopped_leaves_nothing_behind_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(new_files, "_move", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "new", CONTENTS)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_appears_meanwhile_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").mkdir()
    move = new_files._move

    def late(source: Path, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        (target / "mine.txt").write_bytes(b"mine")
        move(source, target)

    monkeypatch.setattr(new_files, "_move", late)
    with pytest.raises(BriefsError, match="exists already"):
        write_new(tmp_path, {"seeds/water/report.txt": b"Water.\n"})
    assert everything(tmp_path) == {"seeds/water/mine.txt": b"mine"}


def test_nothing_is_written_where_a_link_leads_out(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project/seeds").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BriefsError, match=r"seeds/a/report\.yaml leads out of the project"):
        write_new(tmp_path / "project", {"seeds/a/report.yaml": b""})
    assert list((tmp_path / "elsewhere").iterdir()) == []
