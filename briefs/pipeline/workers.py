"""Sharing work between two processes: the second does the last tasks while the first does the others.

Results and progress messages come in the order of the tasks. The second process is only a helper: if it cannot be
started, or does not finish for whatever reason, the first does its work too, and so meets the same failure where it can
be reported.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import accumulate, islice
from typing import Any, TypeVar

from briefs.model.present_step import doing
from briefs.pipeline.brief_job import Job
from briefs.pipeline.order import Progress

T = TypeVar("T")
R = TypeVar("R")


def share(work: Callable[[Job, Progress], R], jobs: Sequence[Job], progress: Progress, in_parallel: bool) -> list[R]:
    """The results of `work` for each of `jobs`, in order; two processes share them if `in_parallel` and safe."""
    if not in_parallel:
        return [work(job, progress) for job in jobs]
    from briefs.render.engine.loading import ensure_font_cache

    ensure_font_cache()  # loaded once, for both processes
    return list(shared(work, jobs, [job.template.front.pages for job in jobs], progress))


def shared(
    work: Callable[[T, Progress], R], tasks: Sequence[T], sizes: Sequence[float], progress: Progress
) -> Iterator[R]:
    """The results of `work` for each of `tasks`, in order; `sizes` are their relative durations.

    If there is only one processor, or forking is not safe, one process does all the work.
    """
    own = _own_share(sizes) if can_fork() else len(tasks)
    with _second(work, tasks[own:]) as finished:
        for task in tasks[:own]:
            yield work(task, progress)
        results = finished()
        for result, messages in results:
            for message in messages:
                progress(message)
            yield result
        for task in tasks[own + len(results) :]:
            yield work(task, progress)


def apart(work: Callable[[T, Progress], R], tasks: Sequence[T], progress: Progress) -> Iterator[R]:
    """The results of `work` for each of `tasks`, in order, each from a process of its own, two at once: so the memory
    that one needs is free for the next.

    If there is only one processor, or forking is not safe, this process does all the work.
    """
    if not can_fork():
        yield from (work(task, progress) for task in tasks)
        return

    def start(task: T) -> tuple[T, ExitStack, Callable[[], list[tuple[R, list[str]]]]]:
        process = ExitStack()
        return task, process, process.enter_context(_second(work, [task]))

    started, others = deque(map(start, tasks[:2])), iter(tasks[2:])
    try:
        while started:
            task, process, finished = started.popleft()
            with process:
                results = finished()
            started.extend(map(start, islice(others, 1)))
            for result, messages in results:
                for message in messages:
                    progress(message)
                yield result
            if not results:
                yield work(task, progress)
    finally:
        for _, process, _ in started:
            process.close()


def can_fork() -> bool:
    """Whether a second process saves time and is safe to start: on Linux, with two processors and a single thread."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _own_share(sizes: Sequence[float]) -> int:
    """How many tasks, counted from the first, the first process does, so that both take about the same time."""
    done = list(accumulate(sizes, initial=0.0))
    return min(range(1, len(done)), key=lambda count: max(done[count], done[-1] - done[count]), default=0)


@contextmanager
def _second(work: Callable[[T, Progress], R], tasks: Sequence[T]) -> Iterator[Callable[[], list[tuple[R, list[str]]]]]:
    """A second process that does `tasks`. The function waits for its results and messages: none if it failed."""
    if not tasks:
        yield list
        return
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:  # another process cannot be started
        os.close(reading)
        os.close(writing)
        yield list
        return
    if child == 0:
        with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
            os.close(reading)
            pipe.write(pickle.dumps([_told(work, task) for task in tasks]))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        try:
            yield lambda: _results(pipe.read())
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _told(work: Callable[[T, Progress], R], task: T) -> tuple[R, list[str]]:
    messages: list[str] = []

    def tell(message: str) -> None:
        doing(message)
        messages.append(message)

    return work(task, tell), messages


def _results(content: bytes) -> list[Any]:
    try:
        results: list[Any] = pickle.loads(content)
    except (EOFError, pickle.UnpicklingError):  # it did not finish
        return []
    return results
