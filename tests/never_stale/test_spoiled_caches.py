"""Whatever has become of the cache, a build ends as it does without one: only time is lost."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.builders import HOUSE, REPOSITORY, write_project
from tests.never_stale.calls import Outcome, WarmProgram, environment, outcome_in
from tests.never_stale.spoiling import OF_CACHES, each_otherwise, files_in

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@dataclass
class Built:
    """A small project, its cache after a build, and what came of that."""

    folder: Path
    program: WarmProgram
    words: tuple[str, ...]
    first: Outcome | None = None

    def build(self, cache: Path, *more: str) -> Outcome:
        """Build once more, into a folder that is empty."""
        root = self.folder / "project"
        shutil.rmtree(root / "build", ignore_errors=True)
        around = environment(cache, REPOSITORY, {})
        return outcome_in(
            root, ["build"], *self.program.called([*self.words, *more], root, around, self.folder / "said")
        )

    def spoiled(self, spoil: Callable[[Path, Random], None]) -> Path:
        """A copy of the cache, spoiled."""
        cache = self.folder / "spoiled"
        if cache.exists():
            _remove(cache)
        shutil.copytree(self.folder / "cache", cache)
        spoil(cache, Random(18))
        return cache


def _remove(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, program: WarmProgram) -> Built:
    folder = tmp_path_factory.mktemp("small")
    write_project(folder / "project", house=f"{HOUSE}embed_fonts: false\n")
    made = Built(folder, program, ("build", "--audience", "clerks", "--format", "docx"))
    made.first = made.build(folder / "cache")
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, program: WarmProgram) -> Built:
    """The same with everything that a cache may have."""
    folder = tmp_path_factory.mktemp("whole")
    write_project(folder / "project")
    made = Built(folder, program, ("build", "--audience", "clerks", "--audience", "captains"))
    made.first = made.build(folder / "cache")
    return made


def check(made: Built, spoil: Callable[[Path, Random], None]) -> None:
    assert made.first is not None
    assert made.first.code == 0
    cache = made.spoiled(spoil)
    for _ in range(2):  # nor does what the first leaves there harm the second
        assert made.build(cache).difference(made.first) == ""


def test_files_that_are_spoiled_in_all_ways_at_once_change_nothing(small: Built) -> None:
    assert len(files_in(small.folder / "cache")) >= 5
    check(small, each_otherwise)


@pytest.mark.slow
@pytest.mark.parametrize(
    "spoil",
    [pytest.param(spoil, id=name, marks=AS_ROOT if "given" in name else ()) for name, spoil in OF_CACHES.items()],
)
def test_whatever_is_spoiled_changes_nothing(spoil: Callable[[Path, Random], None], whole: Built) -> None:
    kept = {path.parent.name for path in files_in(whole.folder / "cache")}
    assert kept >= {"briefs", "builds", "materials", "checks", "fonts", "declarations"}
    check(whole, spoil)


@pytest.mark.slow
def test_without_room_for_files_nothing_is_kept(small: Built, tmp_path: Path) -> None:
    assert small.first is not None
    for nowhere in ("/dev/null/nowhere", "/proc/nowhere"):
        assert small.build(Path(nowhere)).difference(small.first) == ""


@pytest.mark.slow
def test_the_cache_stays_as_it_is_without_cache(small: Built) -> None:
    def state() -> list[tuple[str, bytes, int]]:
        files = files_in(small.folder / "cache")
        return [(str(path), path.read_bytes(), path.stat().st_mtime_ns) for path in files]

    before = state()
    small.build(small.folder / "cache", "--no-cache")
    assert state() == before


@pytest.mark.slow
def test_nobody_else_can_read_what_is_kept(whole: Built) -> None:
    for path in files_in(whole.folder / "cache"):
        assert not stat.S_IMODE(path.parent.stat().st_mode) & 0o077
