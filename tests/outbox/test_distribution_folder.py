"""Files of a distribution appear whole or not at all, the register last; what a person changed is kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefs.files.file_hash import hash_of
from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME, DistributedFile
from briefs.outbox.distribution_folder import (
    PARTS,
    check_output,
    check_parts,
    distribution_folders,
    failure,
    read_register,
    remove_half_written,
    replace_file,
    rewrite_register,
    write_file,
    write_register,
)
from tests.outbox.builders import copy, recipient, register


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_register_is_read_as_it_was_written_and_only_its_owner_can(tmp_path: Path) -> None:
    made = register(copy(1, recipient("Ann")))
    assert read_register(tmp_path) is None
    write_register(tmp_path, made)
    assert read_register(tmp_path) == made
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_register_is_replaced_together_with_its_table(tmp_path: Path) -> None:
    folder = tmp_path / "HB-CAP_1.0_cleared"
    folder.mkdir()
    write_register(folder, register(copy(1, recipient("Ann"))))
    changed = register(copy(1, recipient("Ann"), bounced="550 unknown"))
    rewrite_register(folder, changed)
    assert read_register(folder) == changed
    assert b"550 unknown" in (folder / "register.csv").read_bytes()
    assert distribution_folders(tmp_path) == [folder]
    with pytest.raises(BriefsError, match="cannot write"):
        rewrite_register(tmp_path / "gone", changed)


def test_a_register_of_a_later_version_is_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b'{"register": 99}')
    with pytest.raises(BriefsError, match="was written by a later version of this program"):
        read_register(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b'{"register": 1}', b"[" * 100_000, b'{"register": 0}', b"\xff"])
def test_a_damaged_register_is_told_and_stays(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(BriefsError, match="is damaged and cannot be read"):
        read_register(tmp_path)
    assert (tmp_path / NAME).read_bytes() == content


@pytest.mark.parametrize("path", ["/etc/passwd", "../../precious.pdf", "copies/../../precious.pdf"])
def test_a_register_that_lists_files_elsewhere_is_damaged(tmp_path: Path, path: str) -> None:
    wrong = copy(1, recipient("Ann"), files=(DistributedFile(path, "pdf", "ab" * 32, "cd" * 32),))
    write_register(tmp_path, register(wrong))
    with pytest.raises(BriefsError, match="is damaged and cannot be read"):
        read_register(tmp_path)


def test_a_register_that_is_no_file_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "folder" / NAME).mkdir(parents=True)
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / NAME).symlink_to(tmp_path / "nowhere")
    for name in ("folder", "link"):
        with pytest.raises(BriefsError, match="is damaged and cannot be read"):
            read_register(tmp_path / name)


def test_a_file_that_a_person_changed_is_moved_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert write_file(path, (b"one", memoryview(b" two")), sha256(b"one two")) is None
    assert write_file(path, (b"new",), sha256(b"new"), before=sha256(b"one two")) is None
    path.write_bytes(b"noted by hand")
    assert write_file(path, (b"newer",), sha256(b"newer"), before=sha256(b"new")) == tmp_path / "a (edited).pdf"
    path.write_bytes(b"once more")
    assert write_file(path, (b"newest",), sha256(b"newest")) == tmp_path / "a (edited 2).pdf"
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        "a.pdf": b"newest",
        "a (edited).pdf": b"noted by hand",
        "a (edited 2).pdf": b"once more",
    }


def test_a_file_that_is_there_already_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"same")
    before = path.stat().st_ino
    assert write_file(path, (b"same",), sha256(b"same")) is None
    assert path.stat().st_ino == before


@pytest.mark.parametrize("part", PARTS)
def test_files_of_a_distribution_lie_in_its_folder(tmp_path: Path, part: str) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    check_parts(folder)
    (folder / part).symlink_to(elsewhere)
    with pytest.raises(BriefsError, match=f"{part} is a link"):
        check_parts(folder)
    (folder / part).unlink()
    (folder / part).touch()
    with pytest.raises(BriefsError, match=f"{part} is not a folder"):
        check_parts(folder)


@pytest.mark.parametrize("name", [".", "seeds", "seeds/harbor", "templates/letters", "build", "build/editions/x"])
def test_no_names_are_written_where_briefs_come_from(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path / name)
    for output in (tmp_path / name, tmp_path / "link"):
        with pytest.raises(
            BriefsError, match=r"is the folder of the project|is part of what|is a folder that builds"
        ) as raised:
            check_output(output, tmp_path, tmp_path / "build")
        assert str(raised.value).startswith(str(output))
    for fine in ("build/distribution", "elsewhere", "../seeds"):
        check_output(tmp_path / fine, tmp_path, tmp_path / "build")


def test_what_a_killed_run_left_half_written_is_removed(tmp_path: Path) -> None:
    for part in ("outbox", "copies", "copies/mine.part"):
        (tmp_path / part).mkdir()
    (tmp_path / "elsewhere").touch()
    (tmp_path / "outbox" / "0001.eml.part").symlink_to(tmp_path / "elsewhere")
    for name in ("cover-list.html.part", "copies/a.pdf.part", "copies/a.pdf"):
        (tmp_path / name).touch()
    remove_half_written(tmp_path)
    left = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*"))
    assert left == ["copies", "copies/a.pdf", "copies/mine.part", "elsewhere", "outbox"]


def test_a_folder_in_the_place_of_a_file_is_moved_aside(tmp_path: Path) -> None:
    (tmp_path / "a.csv" / "mine").mkdir(parents=True)
    replace_file(tmp_path / "a.csv", (b"new",))
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert (tmp_path / "a (edited).csv" / "mine").is_dir()


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"begun"
        raise KeyboardInterrupt

    (tmp_path / "a.pdf").write_bytes(b"whole")
    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "a.pdf", pieces())
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.pdf": b"whole"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "b.pdf.part").symlink_to(tmp_path / "elsewhere")
    assert write_file(tmp_path / "a.pdf", (b"new",), sha256(b"new")) == tmp_path / "a (edited).pdf"
    with pytest.raises(OSError, match="symbolic links"):
        replace_file(tmp_path / "b.pdf", (b"new",))
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
    assert hash_of(tmp_path / "a (edited).pdf") == ""


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    said = failure(tmp_path, OSError(28, os.strerror(28), str(tmp_path / "a.pdf.part")))
    assert str(said) == f"cannot write {tmp_path / 'a.pdf'}: No space left on device"
    assert "run the command again" in said.hint
