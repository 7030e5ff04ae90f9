"""Changes are told whatever way an editor saves, and many of them once."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from briefs.preview.serving import watching
from briefs.preview.serving.watching import Gathered, Watching


def watched(
    root: Path, run: Callable[[Callable[[], Awaitable[set[str]]], Watching], Awaitable[None]], patience: float = 3.0
) -> None:
    """Run `run` while `root` is watched; it gets a function that waits for changes and gives their names."""

    async def all_of_it() -> None:
        told: asyncio.Queue[frozenset[str]] = asyncio.Queue()
        watching_it = Watching(root, told.put_nowait, pytest.fail)

        async def changes() -> set[str]:
            found = set(await asyncio.wait_for(told.get(), patience))
            await asyncio.sleep(0.1)
            while not told.empty():
                found |= told.get_nowait()
            return {str(Path(path).relative_to(root)) for path in found}

        watching_now = asyncio.create_task(watching_it.run())
        end = time.monotonic() + 3
        while told.empty() and time.monotonic() < end:  # until it is heard that something is watched
            (root / "seeds" / "begin.txt").write_text(str(time.monotonic()))
            await asyncio.sleep(0.03)
        await changes()
        try:
            await run(changes, watching_it)
        finally:
            watching_it.stop()
            await watching_now

    asyncio.run(all_of_it())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path.resolve()
    for name in ("seeds/harbour", "templates", "build", ".git"):
        (root / name).mkdir(parents=True)
    (root / "templates" / "a.md").write_text("a")
    return root


def test_every_way_to_save_is_heard_and_nothing_else(root: Path) -> None:
    file = root / "templates" / "a.md"

    async def run(changes: Callable[[], Awaitable[set[str]]], watching_it: Watching) -> None:
        file.write_text("in place")
        assert await changes() == {"templates/a.md"}
        for name in (".a.md.swp", "a.md~", "4913~", ".#a.md", "~$a.docx"):
            (root / "templates" / name).write_text("of an editor")
        (root / "build" / "a.html").write_text("built")
        (root / "templates" / ".a.md.new").write_text("moved over")
        (root / "templates" / ".a.md.new").replace(file)
        assert await changes() == {"templates/a.md"}
        file.unlink()
        assert await changes() == {"templates/a.md"}
        file.write_text("made again")
        assert await changes() == {"templates/a.md"}

    watched(root, run)


@pytest.mark.slow
def test_a_folder_that_is_removed_is_watched_again_when_it_is_back(root: Path) -> None:
    async def run(changes: Callable[[], Awaitable[set[str]]], watching_it: Watching) -> None:
        shutil.rmtree(root / "templates")
        assert "templates" in await changes()
        (root / "templates").mkdir()
        assert "templates" in await changes()
        (root / "templates" / "b.md").write_text("b")
        assert "templates/b.md" in await changes()
        (root / "reviews").mkdir()
        assert "reviews" in await changes()
        (root / "reviews" / "r.json").write_text("{}")
        assert "reviews/r.json" in await changes()

    watched(root, run)


def test_a_folder_that_takes_the_place_of_the_project_is_watched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a copy of it is put back; the system would go on telling of the one that was moved away."""
    monkeypatch.setattr(watching, "GONE", 0.1)
    project, away = root / "project", root / "away"
    for name in ("seeds", "templates"):
        shutil.copytree(root / name, project / name)

    async def run(changes: Callable[[], Awaitable[set[str]]], watching_it: Watching) -> None:
        shutil.copytree(project, root / "copy")
        project.rename(away)
        (root / "copy").rename(project)
        assert "templates" in await changes()
        (project / "templates" / "b.md").write_text("b")
        assert await changes() == {"templates/b.md"}

    watched(project, run)


def test_files_elsewhere_are_watched_too(root: Path) -> None:
    (root / "logo.svg").write_text("a")

    async def run(changes: Callable[[], Awaitable[set[str]]], watching_it: Watching) -> None:
        watching_it.also({str(root / "logo.svg")})
        assert await changes() == {"logo.svg"}
        (root / "other.svg").write_text("b")
        (root / "new").write_text("c")
        (root / "new").replace(root / "logo.svg")
        assert await changes() == {"logo.svg"}

    watched(root, run)


@pytest.mark.slow
def test_where_the_system_does_not_tell_of_changes_files_are_looked_at(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    polled: list[object] = []

    async def none_left(*paths: object, force_polling: bool | None, **options: object) -> AsyncIterator[set[Any]]:
        if not force_polling:
            raise OSError("no space left on device")
        polled.append(paths)
        await asyncio.Event().wait()
        yield set()

    async def run() -> None:
        watching_it = Watching(root, lambda paths: None, warned.append)
        running = asyncio.create_task(watching_it.run())
        for _ in range(1000):
            await asyncio.sleep(0.001 if len(polled) < 2 else 0)
        assert len(polled) == 2
        running.cancel()
        await asyncio.wait({running})

    monkeypatch.setattr(watching, "awatch", none_left)
    asyncio.run(run())
    assert len(warned) == 1
    assert "no space left on device" in warned[0]


def test_many_changes_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.03)

    async def run() -> None:
        told: list[frozenset[str]] = []
        gathered = Gathered(told.append)
        gathered.add({"a"})
        await asyncio.sleep(0.005)
        assert told == [{"a"}]
        for number in range(5):
            gathered.add({f"{number}-{one}" for one in range(30)})
            await asyncio.sleep(0.005)
        assert len(told) == 1
        await asyncio.sleep(0.05)
        assert [len(one) for one in told] == [1, 150]

    asyncio.run(run())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not allow such names")
def test_a_name_that_is_no_text_does_not_end_the_watching(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a ZIP file that was made elsewhere. That it is read must not be told as a change of it."""
    monkeypatch.setattr(watching, "GONE", 0.1)
    odd = os.fsencode(root / "seeds") + b"/Ann\xe9e.docx"
    Path(os.fsdecode(odd)).write_bytes(b"1")

    async def run(changes: Callable[[], Awaitable[set[str]]], watching_it: Watching) -> None:
        async def is_told(act: Callable[[], object]) -> bool:
            act()
            try:
                return bool(await changes())
            except TimeoutError:
                return False

        assert await is_told(lambda: Path(os.fsdecode(odd)).write_bytes(b"22"))
        assert not await is_told(Path(os.fsdecode(odd)).read_bytes)
        assert await is_told(lambda: (root / "templates" / "a.md").write_text("b"))

    watched(root, run, patience=0.6)
