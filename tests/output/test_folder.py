from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.output import folder as module
from briefs.output.folder import Leftovers, check_folder, restore_last_build, write_build
from briefs.output.last_manifest import read_manifest
from briefs.output.removal import remove
from tests.builders import contents
from tests.output.builders import MANIFEST, entry, manifest, nested
from tests.time_limit import time_limit


def write(folder: Path, old: dict[str, Any] | None = None, **files: str) -> Leftovers:
    return write_build(folder, {name: text.encode() for name, text in files.items()}, manifest(**files), old or {})


def left_beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir() if path != folder)


def test_a_build_makes_the_folder_its_files_and_their_manifest(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "build"
    write(folder, a="one", b="two")
    assert sorted(contents(folder)) == ["a", "b", "manifest.json"]
    assert contents(folder)["a"] == b"one"
    assert read_manifest(folder) == manifest(a="one", b="two")
    assert left_beside(folder) == []
    assert folder.stat().st_mode & 0o777 == 0o755


def test_what_only_the_last_build_had_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    write(folder, a="one", b="two")
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_text("mine")
    (folder / "link").symlink_to("notes")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "stray.pdf").write_text("stray")
    folder.chmod(0o700)
    write(folder, manifest(a="one", b="two"), b="three", c="four")
    assert {name: text for name, text in contents(folder).items() if name != "manifest.json"} == {
        "b": b"three",
        "c": b"four",
        "notes/mine.txt": b"mine",
        "stray.pdf": b"stray",
    }
    assert (folder / "link").readlink() == Path("notes")
    assert (folder / "dangling").is_symlink()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert left_beside(folder) == []


def test_a_path_in_a_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("p")
    folder = tmp_path / "build"
    old = {**MANIFEST, "files": [entry("../precious", "p"), entry("/etc/passwd")]}
    write(folder, old, a="one")
    assert (tmp_path / "precious").read_text() == "p"


def test_a_folder_that_is_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").symlink_to("elsewhere")
    write(tmp_path / "build", a="one")
    assert (tmp_path / "build").readlink() == Path("elsewhere")
    assert contents(tmp_path / "elsewhere")["a"] == b"one"
    assert left_beside(tmp_path / "build") == ["elsewhere"]


def test_the_folder_one_is_in_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    write(Path(), a="one")
    assert contents(tmp_path / "here")["a"] == b"one"


def no_exchange(one: Path, other: Path) -> bool:
    return False


def test_folders_are_renamed_where_they_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_exchange", no_exchange)
    folder = tmp_path / "build"
    write(folder, a="one")
    write(folder, manifest(a="one"), b="two")
    assert sorted(contents(folder)) == ["b", "manifest.json"]
    assert left_beside(folder) == []


def test_files_are_copied_where_they_cannot_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*paths: object, **options: object) -> None:
        raise OSError("no links here")

    folder = tmp_path / "build"
    write(folder, a="one")
    (folder / "mine").write_text("mine")
    monkeypatch.setattr(os, "link", no_link)
    write(folder, manifest(a="one"), b="two")
    assert contents(folder)["mine"] == b"mine"


def test_what_a_person_has_edited_is_kept_under_another_name(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    write(folder, a="one", b="two")
    (folder / "a").write_text("edited")
    (folder / "b").unlink()
    (folder / "b").mkdir()
    (folder / "b" / "mine").write_text("mine")
    left = write(folder, manifest(a="one", b="two"), a="new")
    assert left == Leftovers({"a": "a (edited)", "b": "b (edited)"})
    assert {name: text for name, text in contents(folder).items() if name != "manifest.json"} == {
        "a": b"new",
        "a (edited)": b"edited",
        "b (edited)/mine": b"mine",
    }
    assert write(folder, manifest(a="new"), c="next") == Leftovers({})
    assert sorted(contents(folder)) == ["a (edited)", "b (edited)/mine", "c", "manifest.json"]


def test_a_protected_folder_is_written_and_leaves_nothing_beside(private: Path) -> None:
    folder = private / "build"
    write(folder, None, **{"editions/a": "one"})
    for name in ("editions", "mine"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name).chmod(0o500)
    write(folder, manifest(**{"editions/a": "one"}), **{"editions/b": "two"})
    assert sorted(contents(folder)) == ["editions/b", "manifest.json"]
    assert left_beside(folder) == []


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_last_build_that_cannot_be_removed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    folder = tmp_path / "build"
    write(folder, a="one")
    monkeypatch.setattr(module, "remove", lambda path: False)
    if not exchanges:
        monkeypatch.setattr(module, "_exchange", no_exchange)
    left = write(folder, manifest(a="one"), a="two")
    assert left.old is not None
    assert left_beside(folder) == [left.old.name]
    assert contents(left.old)["a"] == b"one"


# failures


def test_what_cannot_be_read_in_the_folder_is_named(private: Path) -> None:
    folder = private / "build"
    write(folder, a="one")
    (folder / "closed").mkdir(mode=0)
    with pytest.raises(BriefsError) as caught:
        write(folder, manifest(a="one"), a="two")
    assert caught.value.message == f"cannot write {folder}: {folder}/closed: Permission denied"
    assert caught.value.hint == "change its permissions; the last build there is unchanged"
    assert left_beside(folder) == []


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    folder, name = tmp_path / "build", "a" * 300
    with pytest.raises(BriefsError) as caught:
        write(folder, None, **{name: "one"})
    assert caught.value.message == f"cannot write {folder}: {folder}/{name}: File name too long"
    assert caught.value.hint.startswith("use a shorter --version")
    assert left_beside(folder) == []


def test_the_folder_may_have_the_longest_name_that_there_is(tmp_path: Path) -> None:
    write(tmp_path / ("b" * 255), a="one")
    assert contents(tmp_path / ("b" * 255))["a"] == b"one"


def fails_at(calls: int, error: BaseException) -> Callable[[int], None]:
    """A stand-in for fsync that raises at its n-th call."""
    seen = []

    def fsync(file: int) -> None:
        seen.append(file)
        if len(seen) == calls:
            raise error

    return fsync


@pytest.mark.parametrize("calls", [1, 2, 3])
def test_a_full_disk_is_one_line_and_leaves_the_last_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    folder = tmp_path / "build"
    write(folder, a="one", b="two")
    before = contents(folder)
    monkeypatch.setattr(os, "fsync", fails_at(calls, OSError(28, "No space left on device")))
    with pytest.raises(BriefsError) as caught:
        write(folder, manifest(a="one", b="two"), b="three", c="four")
    assert caught.value.message == f"cannot write {folder}: No space left on device"
    assert caught.value.hint == "the last build there is unchanged"
    assert contents(folder) == before
    assert left_beside(folder) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_an_interrupted_build_leaves_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    folder = tmp_path / "build"
    write(folder, a="one")
    before = contents(folder)
    monkeypatch.setattr(os, "fsync", fails_at(2, error))
    with pytest.raises(type(error)):
        write(folder, manifest(a="one"), a="two", b="three")
    assert contents(folder) == before
    assert left_beside(folder) == []


def test_a_rename_that_fails_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "build"
    write(folder, a="one")
    before = contents(folder)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target == folder and not self.name.endswith("-old"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(module, "_exchange", no_exchange)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(BriefsError, match="Input/output error"):
        write(folder, manifest(a="one"), b="two")
    assert contents(folder) == before
    assert left_beside(folder) == []


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("a file")
    with pytest.raises(BriefsError) as caught:
        write(tmp_path / "build", a="one")
    assert (caught.value.message, caught.value.hint) == (
        f"{tmp_path / 'build'} is a file",
        "name another folder with --output",
    )
    with pytest.raises(BriefsError) as caught:
        write(tmp_path / "build" / "in" / "it", a="one")
    assert caught.value.message == f"{tmp_path / 'build'} is a file"
    assert (tmp_path / "build").read_text() == "a file"


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "build"
    write(folder, a="one")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # tests may run as a user who may write anything
    with pytest.raises(BriefsError) as caught:
        write(folder, a="two")
    hint = "change its permissions, or name another folder with --output"
    assert (caught.value.message, caught.value.hint) == (f"{folder} cannot be written", hint)
    assert contents(folder)["a"] == b"one"


def test_a_folder_above_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)
    with pytest.raises(BriefsError) as caught:
        write(tmp_path / "a" / "build", a="one")
    assert caught.value.message == f"{tmp_path} cannot be written"
    assert left_beside(tmp_path / "a") == []


def test_a_folder_that_cannot_be_reached_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(BriefsError) as caught:
        check_folder(tmp_path / "closed" / "build", tmp_path / "project")
    assert (caught.value.message, caught.value.hint) == (
        f"{tmp_path / 'closed' / 'build'} cannot be reached: Permission denied",
        "name another folder with --output",
    )


MOUNTED = "is a mount point, and no new folder can take its place"


def test_a_mount_point_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "build"
    write(folder, a="one")
    monkeypatch.setattr(Path, "is_mount", lambda self: self == folder)
    with pytest.raises(BriefsError) as caught:
        check_folder(folder, tmp_path / "project")
    assert (caught.value.message, caught.value.hint) == (
        f"{folder} {MOUNTED}",
        f"name a folder inside it, as in --output {folder}/briefs",
    )
    write(folder / "briefs", a="two")
    assert contents(folder)["a"] == b"one"


def test_a_mount_point_that_shows_only_when_it_is_renamed_is_said_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "build"
    write(folder, a="one")
    before = contents(folder)

    def busy(self: Path, target: Path) -> Path:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(module, "_exchange", no_exchange)
    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(BriefsError) as caught:
        write(folder, manifest(a="one"), b="two")
    assert caught.value.message == f"{folder} {MOUNTED}"
    assert contents(folder) == before
    assert left_beside(folder) == []


# the manifest as found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("project", "holds the project"),
        (".", "holds the project"),
        ("project/../project", "holds the project"),
        ("project/templates", "is part of what briefs are made from"),
        ("project/seeds/harbour", "is part of what briefs are made from"),
        ("link", "is part of what briefs are made from"),
        ("loop", "is a link that leads nowhere"),
    ],
)
def test_a_build_takes_the_place_of_no_part_of_the_project(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "project" / "templates" / "blocks").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "project" / "templates" / "blocks")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(BriefsError) as raised:
        check_folder(tmp_path / name, tmp_path / "project")
    assert raised.value.message == f"{tmp_path / name} {said}"
    assert raised.value.hint == "name another folder with --output"


def test_a_build_takes_the_place_of_nothing_that_a_link_in_the_project_leads_to(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "precious").mkdir()
    (tmp_path / "project/build").symlink_to(tmp_path / "precious")
    (tmp_path / "link").symlink_to(tmp_path / "precious")
    for name in ("build", "build/briefs"):
        with pytest.raises(BriefsError, match="project/build is a link that leads out of the project"):
            check_folder(tmp_path / "project" / name, tmp_path / "project")
    check_folder(tmp_path / "link", tmp_path / "project")  # somebody has named it


@pytest.mark.parametrize("name", ["project/build", "elsewhere", "project/templates-built"])
def test_a_build_takes_the_place_of_any_other_folder(tmp_path: Path, name: str) -> None:
    check_folder(tmp_path / name, tmp_path / "project")


def test_a_folder_that_may_not_be_entered_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "build"
    folder.mkdir(mode=0o200)
    modes = []
    monkeypatch.setattr(module, "_swap", lambda new, old: modes.append(new.stat().st_mode & 0o777))
    write_build(folder, {}, {"files": [], "inputs": {}}, {})
    assert modes == [0o700]
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_a_superseded_edition_is_moved(tmp_path: Path) -> None:
    one = {"report": "r", "audience": "a", "identifier": "i", "sha256": hashlib.sha256(b"first").hexdigest()}
    old = {"editions": [{**one, "path": "editions/i.gz"}]}
    new = {"editions": [{**one, "path": "editions/i_1.gz", "superseded": True}, {"path": "editions/i.gz"}]}
    write_build(tmp_path / "build", {"editions/i.gz": b"first"}, old, {})
    write_build(tmp_path / "build", {"editions/i.gz": b"second"}, new, old)
    kept = {name: text for name, text in contents(tmp_path / "build").items() if name != "manifest.json"}
    assert kept == {"editions/i.gz": b"second", "editions/i_1.gz": b"first"}


def test_a_pipe_in_place_of_the_manifest_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "manifest.json")
    with time_limit(10):
        assert read_manifest(tmp_path) == {}
        assert write(tmp_path, a="one") == Leftovers({"manifest.json": "manifest (edited).json"})
    assert read_manifest(tmp_path) == manifest(a="one")


def test_a_build_that_was_ended_between_two_renames_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    (tmp_path / ".build-abcdefgh.unfinished-old").mkdir()
    (tmp_path / ".build-abcdefgh.unfinished-old" / "brief.pdf").write_bytes(b"the last good one")
    restore_last_build(folder)
    assert (folder / "brief.pdf").read_bytes() == b"the last good one"
    (tmp_path / ".build-hgfedcba.unfinished-old").mkdir()
    restore_last_build(folder)
    assert list(tmp_path.iterdir()) == [folder]


def test_folders_that_lie_in_each_other_without_end_are_kept(tmp_path: Path) -> None:
    build = tmp_path / "build"
    nested(build / "kept", 1100)
    write_build(build, {"a.html": b"2"}, MANIFEST, {})
    assert (build / "kept" / "d" / "d").is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["build"]
    assert remove(build)


def test_what_is_only_called_like_a_last_build_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".build-abcdefgh.unfinished-old")
    (tmp_path / ".build-hgfedcba.unfinished-old").symlink_to(tmp_path)
    with time_limit(5):
        restore_last_build(tmp_path / "build")
        (tmp_path / "build").mkdir()
        restore_last_build(tmp_path / "build")
    assert len(list(tmp_path.iterdir())) == 3
