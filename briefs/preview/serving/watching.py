"""Watching what briefs are made from, whatever way an editor saves: all in `seeds/`, `templates/` and `reviews/`, and
single files elsewhere, such as a logo, or what a link in these folders leads to.

A batch of changes is told within 50 ms; if very many files change, as when another branch is checked out, when it is
over. Nothing is concluded from what is told but that all must be looked at again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from pathlib import Path

from watchfiles import Change, awatch

from briefs.preview.serving.silent_disks import is_silent

FOLDERS = ("seeds", "templates", "reviews")
BATCH, QUIET = 50, 20
"""Milliseconds: how long changes are gathered at most, and how long nothing must happen before they are told."""
MANY = 20
"""Files. If more than these change at once, more will follow."""
PAUSE, LONGEST = 0.15, 2.0
"""Seconds without changes that end many of them, and after which they are told in any case."""
GONE = 1.0
"""Seconds after which it is looked again for a project that is not there."""

CANNOT_WATCH = "The system does not tell of changes ({}). Files are looked at several times a second instead."


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
        self._stops = False
        self._polls = is_silent(root)

    def also(self, elsewhere: Collection[str]) -> None:
        """Watch these files too, and no other ones outside of the folders."""
        if self._elsewhere != set(elsewhere):
            self._elsewhere = frozenset(elsewhere)
            self._again.set()

    def stop(self) -> None:
        """Have `run` end."""
        self._stops = True
        self._again.set()

    async def run(self) -> None:
        """Tell of all changes until it is stopped. A folder that is removed is watched again as soon as it is back."""
        while not self._stops:
            self._again = again = asyncio.Event()
            watching = [asyncio.create_task(one) for one in (self._folders(), self._project(), self._files())]
            await asyncio.wait([asyncio.create_task(again.wait()), *watching], return_when=asyncio.FIRST_EXCEPTION)
            again.set()
            polled = self._polls
            for one in watching:
                try:
                    await one
                except FileNotFoundError:  # it went away meanwhile
                    await asyncio.sleep(0 if self._root.is_dir() else GONE)
                except (OSError, RuntimeError) as error:
                    if polled:
                        raise
                    if not self._polls:
                        self._warn(CANNOT_WATCH.format(error))
                    self._polls = True
            if not self._stops:
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
            step=QUIET,
            force_polling=self._polls or None,
            recursive=False,
        ):
            if changes:
                self._again.set()

    async def _files(self) -> None:
        wanted = self._elsewhere
        folders = {parent for path in wanted if (parent := Path(path).parent).is_dir()}
        if not folders:
            await self._again.wait()
            return
        async for changes in awatch(
            *folders,
            watch_filter=lambda change, path: path in wanted,
            stop_event=self._again,
            debounce=BATCH,
            step=QUIET,
            force_polling=self._polls or None,
            recursive=False,
            ignore_permission_denied=True,
        ):
            self._gathered.add({path for _, path in changes})


def counts(change: Change, path: str) -> bool:
    """Whether a file may be one that briefs are made from: neither hidden, nor a copy that an editor keeps."""
    name = Path(path).name
    return not (name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp")) or "/.git/" in path)
