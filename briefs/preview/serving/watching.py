"""Watching what briefs are made from: in `seeds/`, `templates/` and `reviews/`, whatever way an editor saves.

Each batch of changes is told within 50 ms; if very many files change, as when another branch is checked out, not before
it is over. Nothing is concluded from what is told but that all must be looked at again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, awatch

FOLDERS = ("seeds", "templates", "reviews")
BATCH, QUIET = 50, 20
"""Milliseconds: how long changes are gathered at most, and how long nothing must happen before they are told."""
MANY = 20
"""Files. If more than these change at once, more will follow."""
PAUSE, LONGEST = 0.15, 2.0
"""Seconds without changes that end many of them, and after which they are told in any case."""


class Gathered:
    """Changes are gathered until they are over, and told once."""

    def __init__(self, tell: Callable[[frozenset[str]], None]) -> None:
        self._tell, self._paths, self._since = tell, set[str](), 0.0
        self._timer: asyncio.TimerHandle | None = None

    def add(self, paths: set[str]) -> None:
        """Take in a batch."""
        loop = asyncio.get_running_loop()
        if not self._paths:
            self._since = loop.time()
        self._paths |= paths
        if self._timer is not None:
            self._timer.cancel()
        wait = PAUSE if len(self._paths) > MANY and loop.time() - self._since < LONGEST else 0.0
        self._timer = loop.call_later(wait, self._flush)

    def _flush(self) -> None:
        paths, self._paths, self._timer = frozenset(self._paths), set(), None
        self._tell(paths)


async def watch(root: Path, tell: Callable[[frozenset[str]], None], stop: asyncio.Event) -> None:
    """Tell of all changes until `stop` is set. A folder that is removed is watched again as soon as it is back."""
    gathered = Gathered(tell)
    while not stop.is_set():
        again = asyncio.Event()
        stopping = asyncio.create_task(_either(stop, again))
        inside = asyncio.create_task(_watch_folders(root, gathered, again))
        outside = asyncio.create_task(_watch_root(root, gathered, again))
        await stopping
        again.set()
        await asyncio.wait((inside, outside), timeout=1)
        if not stop.is_set():
            gathered.add({str(root / name) for name in FOLDERS})


async def _either(*events: asyncio.Event) -> None:
    waiting = [asyncio.create_task(one.wait()) for one in events]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()


async def _watch_folders(root: Path, gathered: Gathered, stop: asyncio.Event) -> None:
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    if not folders:
        return
    async for changes in awatch(
        *folders, watch_filter=_counts, stop_event=stop, debounce=BATCH, step=QUIET, ignore_permission_denied=True
    ):
        gathered.add({path for _, path in changes})


async def _watch_root(root: Path, gathered: Gathered, again: asyncio.Event) -> None:
    """Begin anew when one of the folders is made or removed."""
    async for changes in awatch(
        root, watch_filter=_counts, stop_event=again, debounce=BATCH, step=QUIET, recursive=False
    ):
        if any(Path(path).name in FOLDERS and change is not Change.modified for change, path in changes):
            again.set()


def _counts(change: Change, path: str) -> bool:
    """Whether a file may be one that briefs are made from: neither hidden, nor a copy that an editor keeps."""
    name = Path(path).name
    return not (name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp")) or "/.git/" in path)
