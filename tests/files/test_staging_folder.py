"""Staging folders: what a killed process leaves is removed by the next, and nothing else is."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.files.staging_folder import staging_folder

HOLD = """
import sys
from pathlib import Path
from briefs.files.staging_folder import staging_folder
with staging_folder(Path(sys.argv[1]), "build") as (folder, _):
    (folder / "half").write_text("half")
    print(folder.name, flush=True)
    sys.stdin.read()
"""


def test_a_folder_is_removed_in_the_end(tmp_path: Path) -> None:
    with staging_folder(tmp_path, "build") as (folder, _):
        (folder / "inner").mkdir()
        assert [folder] == list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_one_can_be_removed_before_and_what_takes_its_name_stays(tmp_path: Path) -> None:
    with staging_folder(tmp_path, "build") as (folder, removed):
        assert removed()
        folder.mkdir()
    assert folder.is_dir()


def test_what_a_killed_process_left_is_removed_and_what_one_works_in_is_not(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as process:
        try:
            assert process.stdout
            left = tmp_path / process.stdout.readline().strip()
            with staging_folder(tmp_path, "build"):
                assert left.is_dir(), "its maker works in it"
        finally:
            process.send_signal(signal.SIGKILL)
    assert left.is_dir(), "nobody could remove it"
    with staging_folder(tmp_path, "another"):
        assert left.is_dir(), "it is for something else"
    with staging_folder(tmp_path, "build"):
        assert not left.exists()


@pytest.mark.parametrize("name", [".build-notes", ".build-abcdefgh", ".build-of-abcdefgh.unfinished", "build-old"])
def test_what_people_have_beside_it_stays(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    with staging_folder(tmp_path, "build"):
        pass
    assert (tmp_path / name).is_dir()


def test_a_link_that_is_called_so_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".build-abcdefgh.unfinished").symlink_to("elsewhere")
    with staging_folder(tmp_path, "build"):
        pass
    assert (tmp_path / "elsewhere").is_dir()
