"""Who makes chunks of files: this process, several on this machine, or workers of a cluster (`cluster`).

Whoever does it, files have the same bytes. This is for what takes long, such as laying out; what only writes is bound
by the file system, and one process is fastest.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Protocol

from briefs.pipeline.chunks import Chunk, MadeFile, make_chunk
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.workers import can_fork

_ROUNDS = 3
"""How often chunks are begun again whose process was lost, before this process does them."""


class Executor(Protocol):
    """Makes chunks of files."""

    def map(self, chunks: Sequence[Chunk]) -> Iterator[tuple[MadeFile, ...]]:
        """The files of each chunk, in order, as soon as they and all before them are made.

        A chunk whose process or machine is lost is made again. Raises what making a file does; then, and if nobody asks
        for the rest, what was not begun is not made.
        """
        ...


@contextmanager
def executor(scheduler: str = "", progress: Progress = silent) -> Iterator[Executor]:
    """Workers of the cluster of `scheduler`, an address such as `tcp://10.0.0.1:8786`; without one, this machine.

    Raises BriefsError if a package for it is missing, if no scheduler answers, or if no worker can be used.
    """
    if not scheduler:
        yield Pool() if _processors() > 1 else InProcess()
        return
    from briefs.pipeline.cluster import cluster  # what it needs is not always installed

    with cluster(scheduler, progress) as workers:
        yield workers


class InProcess:
    """This process."""

    def map(self, chunks: Sequence[Chunk]) -> Iterator[tuple[MadeFile, ...]]:
        """See `Executor.map`."""
        return map(make_chunk, chunks)


class Pool:
    """Several processes on this machine, `processes` of them or one for each processor; for one chunk, this one."""

    def __init__(self, processes: int = 0) -> None:
        self._processes = processes or _processors()

    def map(self, chunks: Sequence[Chunk]) -> Iterator[tuple[MadeFile, ...]]:
        """See `Executor.map`."""
        done = 0
        for _ in range(_ROUNDS if len(chunks) > 1 and self._processes > 1 else 0):
            for made in self._round(chunks[done:]):
                done += 1
                yield made
            if done == len(chunks):
                return
        yield from map(make_chunk, chunks[done:])  # if it cannot be done, this process finds out why

    def _round(self, chunks: Sequence[Chunk]) -> Iterator[tuple[MadeFile, ...]]:
        """The files of the chunks, up to the first whose process was lost."""
        context = get_context("fork" if can_fork() else "spawn")
        others = active_children()
        pool = ProcessPoolExecutor(min(self._processes, len(chunks)), mp_context=context, initializer=_stop_at_once)
        try:
            futures: list[Future[tuple[MadeFile, ...]]] = [pool.submit(make_chunk, chunk) for chunk in chunks]
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            return
        except BaseException:  # also if somebody stops the program, or nobody asks for the rest
            for process in active_children():
                if process not in others:
                    process.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # Linux has it
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _stop_at_once() -> None:
    """Let this process end without a word when somebody stops the program: the one that began it says so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
