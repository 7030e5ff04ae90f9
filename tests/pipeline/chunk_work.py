"""Work for executors to do: small files, and ways to fail."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline import worker_facts as told
from briefs.pipeline.chunks import Chunk
from briefs.pipeline.worker_facts import worker_facts


def chunks(folder: Path, begin: Callable[[], Callable[[str], bytes]], number: int = 4, size: int = 3) -> list[Chunk]:
    """Chunks of files with the names of their items, in a folder of fonts that is empty."""
    paths = [[f"copies/{chunk}-{item}.txt" for item in range(size)] for chunk in range(number)]
    return [Chunk(folder, folder / "fonts", begin, tuple((path, path) for path in each)) for each in paths]


def plain() -> Callable[[str], bytes]:
    """Makes files of the names of their items."""
    return str.encode


def failing() -> Callable[[str], bytes]:
    """Fails at one item."""
    return _or_fail


def _or_fail(item: str) -> bytes:
    if item == "copies/2-1.txt":
        raise BriefsError("the disk is full", "make room")
    return item.encode()


def slow() -> Callable[[str], bytes]:
    """Takes a minute for all items but those of the first chunk."""
    return _slowly


def _slowly(item: str) -> bytes:
    time.sleep(0 if item.startswith("copies/0") else 60)
    return item.encode()


def lost_once(folder: Path) -> Callable[[], Callable[[str], bytes]]:
    """Kills its own process in the middle of a chunk, the first time; `folder` is where it remembers that."""
    return partial(partial, _or_die, folder / "killed")


def _or_die(mark: Path, item: str) -> bytes:
    if item == "copies/2-1.txt" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item.encode()


def lost_always(parent: int) -> Callable[[], Callable[[str], bytes]]:
    """Kills its own process at one item, unless that is `parent`."""
    return partial(partial, _or_die_unless, parent)


def _or_die_unless(parent: int, item: str) -> bytes:
    if item == "copies/2-1.txt" and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return item.encode()


def pretend_to_be_older() -> None:
    """Make this process say that it has an earlier version of a library."""
    facts = worker_facts(Path())

    def older() -> dict[str, str]:
        return {**facts, "weasyprint": "1.0"}

    setattr(told, "versions", older)  # noqa: B010 # of a module that does not export it


@contextmanager
def workers(number: int) -> Iterator[Any]:
    """A cluster of processes on this machine; a test without the packages for it is skipped."""
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    with distributed.LocalCluster(
        n_workers=number, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", host="127.0.0.1"
    ) as started:
        yield started
