"""Watching what briefs are made from, whatever way an editor saves: all in `seeds/`, `templates/` and `reviews/`, and
single files elsewhere, such as a logo, or what a link in these folders leads to.

A batch of changes is told within 50 ms; if very many files change, as when another branch is checked out, when it is
over. Nothing is concluded from what is told but that all must be looked at again.

Watching may fail at any time: there are too many folders, or a file has a name that is no UTF-8, and even that somebody
reads it fails. Then it begins anew, and if any file is not as it was, this is told. So as long as it goes on failing,
files are looked at once a second.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from watchfiles import Change, awatch

from briefs.preview.serving.silent_disks import is_silent

FOLDERS = ("seeds", "templates", "reviews")
BATCH, QUIET, SELDOM = 50, 20, 100
"""Milliseconds: how long changes are gathered at most, and how long nothing must happen before they are told; also of
what seldom changes. As often, a thread wakes up."""
MANY = 20
"""Files. If more than these change at once, more will follow."""
PAUSE, LONGEST = 0.15, 2.0
"""Seconds without changes that end many of them, and after which they are told in any case."""
GONE = 1.0
"""Seconds after which it is looked again for a project that is not there, and after which watching that has failed
begins anew, unless it has worked for as long."""
SETTLING = 0.1
"""Seconds after watching has begun anew until files are compared with those before."""

CANNOT_WATCH = "The system does not tell of changes ({}). Files are looked at several times a second instead."


Seen: TypeAlias = frozenset[tuple[str, int, int, int, int]]


class Gathered:
    """Changes are gathered until they are over, and told once."""

    def __init__(self, tell: Callable[[frozenset[str]], None]) -> None:
        self._tell, self._paths, self._since = tell, set[str](), 0.0
        self._timer: asyncio.TimerHandle | None = None

    def add(self, paths: Collection[str]) -> None:
        """Take in a batch."""
        loop = asyncio.get_running_loop()
        if not self._paths:
            self._since = loop.time()
        self._paths |= set(paths)
        if self._timer is not None:
            self._timer.cancel()
        wait = PAUSE if len(self._paths) > MANY and loop.time() - self._since < LONGEST else 0.0
        self._timer = loop.call_later(wait, self._flush)

    def _flush(self) -> None:
        paths, self._paths, self._timer = frozenset(self._paths), set(), None
        self._tell(paths)


class Watching:
    """Watches the project at `root`, an absolute path, and tells of changes; `warn` is told if that is difficult."""

    def __init__(self, root: Path, tell: Callable[[frozenset[str]], None], warn: Callable[[str], None]) -> None:
        self._root, self._warn = root, warn
        self._gathered = Gathered(tell)
        self._elsewhere: frozenset[str] = frozenset()
        self._again = asyncio.Event()
        self._other_files = asyncio.Event()
        self._stops = False
        self._polls = is_silent(root)
        self._seen: Seen | None = None

    def also(self, elsewhere: Collection[str]) -> None:
        """Watch these files too, and no other ones outside of the folders."""
        if self._elsewhere != set(elsewhere):
            self._elsewhere = frozenset(elsewhere)
            self._other_files.set()

    def stop(self) -> None:
        """Have `run` end."""
        self._stops = True
        self._begin_anew()

    async def run(self) -> None:
        """Tell of all changes until it is stopped. A folder that is removed is watched again as soon as it is back."""
        loop = asyncio.get_running_loop()
        failed, began = False, loop.time()
        while not self._stops:
            self._again = again = asyncio.Event()
            if failed:
                loop.call_later(SETTLING, self._compare)
            failed, began = False, loop.time()
            watching = [
                asyncio.create_task(one) for one in (self._folders(), self._project(), self._files(), self._place())
            ]
            await asyncio.wait([asyncio.create_task(again.wait()), *watching], return_when=asyncio.FIRST_EXCEPTION)
            self._begin_anew()
            for one in watching:
                try:
                    await one
                except FileNotFoundError:  # it went away meanwhile
                    failed = True
                except (OSError, RuntimeError) as error:  # it could not even begin
                    failed = True
                    if not self._polls:
                        self._warn(CANNOT_WATCH.format(error))
                    self._polls = True
                except Exception:  # while it went on: a group of what its thread raises
                    failed = True
            if not failed and not self._stops:
                self._gathered.add({str(self._root / name) for name in FOLDERS})
            elif not self._stops and (loop.time() - began < GONE or not self._root.is_dir()):
                await asyncio.sleep(GONE)

    def _compare(self) -> None:
        """Tell if any file is not as it was when watching last failed, or if it had never failed."""
        before, self._seen = self._seen, seen((self._root / name for name in FOLDERS), self._elsewhere)
        if before != self._seen:
            self._gathered.add({str(self._root / name) for name in FOLDERS})

    async def _folders(self) -> None:
        folders = [one for name in FOLDERS if (one := self._root / name).is_dir()]
        if not folders:
            await self._again.wait()
            return
        async for changes in awatch(
            *folders,
            watch_filter=counts,
            stop_event=self._again,
            debounce=BATCH,
            step=QUIET,
            force_polling=self._polls or None,
            ignore_permission_denied=True,
        ):
            self._gathered.add({path for _, path in changes})

    async def _project(self) -> None:
        """Begin anew when one of the folders is made or removed."""
        async for changes in awatch(
            self._root,
            watch_filter=lambda change, path: Path(path).name in FOLDERS and change is not Change.modified,
            stop_event=self._again,
            debounce=BATCH,
            step=SELDOM,
            force_polling=self._polls or None,
            recursive=False,
        ):
            if changes:
                self._begin_anew()

    async def _place(self) -> None:
        """Begin anew when another folder has taken the place of the project: the system goes on telling of the one
        that was moved away. Where files are looked at by their paths, there is no need to."""
        watched = _identity(self._root)
        while not self._again.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._again.wait(), None if self._polls else GONE)
            if _identity(self._root) != watched:
                self._begin_anew()

    def _begin_anew(self) -> None:
        self._again.set()
        self._other_files.set()

    async def _files(self) -> None:
        while not self._again.is_set():
            self._other_files = asyncio.Event()
            await self._present_files(self._elsewhere)
            if self._elsewhere and not self._again.is_set():
                self._gathered.add(self._elsewhere)

    async def _present_files(self, wanted: Collection[str]) -> None:
        folders = {parent for path in wanted if (parent := Path(path).parent).is_dir()}
        if not folders:
            await self._other_files.wait()
            return
        async for changes in awatch(
            *folders,
            watch_filter=lambda change, path: path in wanted,
            stop_event=self._other_files,
            debounce=BATCH,
            step=SELDOM,
            force_polling=self._polls or None,
            recursive=False,
            ignore_permission_denied=True,
        ):
            self._gathered.add({path for _, path in changes})


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from others that have had its path; None if there is none."""
    try:
        facts = folder.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def seen(folders: Iterable[Path], files: Iterable[str]) -> Seen:
    """What tells whether one of these `files`, or any in these `folders`, has changed: its path, its number, its size,
    and when it was written."""
    found = []
    inside = (f"{place}/{name}" for folder in folders for place, _, names in os.walk(folder) for name in names)
    for path in (*files, *inside):
        with suppress(OSError):
            facts = os.stat(path)  # noqa: PTH116 - of thousands of files, several times a second
            found.append((path, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns))
    return frozenset(found)


def counts(change: Change, path: str) -> bool:
    """Whether a file may be one that briefs are made from: neither hidden, nor a copy that an editor keeps."""
    name = Path(path).name
    return not (name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp")) or "/.git/" in path)
