"""A record of what each process of a command is doing, which the process that watches over them can read at any time.

It lies in memory that they share, so that it says what was done last even if a process is killed. This module imports
nothing that takes time.
"""

from __future__ import annotations

import mmap
import os
import struct
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FREE = 1.0
"""Seconds of the processor that each step may take before it counts as slow."""

WORK = (".md", ".txt", ".html", ".htm", ".docx", ".pdf", ".csv", ".xlsx", ".yaml", ".yml", ".lock")
"""Endings of files that make work in proportion to their size; fonts and pictures, for instance, do not."""

_MOST = 1_000_000
"""More pages make no difference to any limit."""
_SLOTS, _SIZE = 128, 1024
_HEAD = struct.Struct("=qddqqHH")
"""Process, seconds of the processor at the beginning of the step, seconds of slow steps before it, bytes that were
read, pages that briefs may have, and the lengths of two texts: what is done, and which file was used last."""
_TEXT = (_SIZE - _HEAD.size) // 2
_WRITTEN = 0
"""The slot that holds the folder that was written; processes have the others."""


class Step:
    """What a process does: `what`, with the file at `path` (empty: none is known), since `start`.

    `start` and `slow`, what slow steps took before it, are seconds of the processor; `read` is a number of bytes, and
    `pages` how many pages the briefs may have that were fitted.
    """

    def __init__(self, process: int, start: float, slow: float, read: int, pages: int, what: str, path: str) -> None:
        self.process, self.start, self.slow, self.what, self.path = process, start, slow, what, path
        self.read, self.pages = read, pages

    def seconds(self) -> float:
        """How many seconds of the processor the step has taken; 0 if the process has ended."""
        try:
            return time.clock_gettime(~self.process << 3 | 2) - self.start  # see clock_getcpuclockid(3)
        except OSError:
            return 0.0


class StepRecord:
    """The record, and what this process writes into it as a `briefs.model.present_step.Listener`. Raises OSError if
    there is no memory for it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _SLOTS * _SIZE)
        self._what = self._path = b""
        self._start = self._slow = 0.0
        self._read = self._pages = 0
        self._counted: set[str] = set()
        self._fitted: set[str] = set()

    def begin(self) -> None:
        """Begin to write for this process, which has just been forked, and goes on with the step of its parent."""
        self._start, self._slow = time.process_time(), 0.0
        self._write()

    def doing(self, what: str) -> None:
        """See `Listener.doing`."""
        now = time.process_time()
        self._slow += max(0.0, now - self._start - FREE)
        self._start, self._what, self._path = now, _cut(what), b""
        self._write()

    def uses(self, path: str, size: int) -> None:
        """See `Listener.uses`."""
        self._path = _cut(path)
        if path not in self._counted and path.lower().endswith(WORK):
            self._counted.add(path)
            self._read += size
        self._write()

    def fits(self, brief: str, pages: int) -> None:
        """See `Listener.fits`."""
        if brief not in self._fitted:
            self._fitted.add(brief)
            self._pages = min(self._pages + max(0, pages), _MOST)
        self._write()

    def has_own_limits(self) -> None:
        """See `Listener.has_own_limits`."""
        at = self._slot()
        self._memory[at : at + _HEAD.size] = bytes(_HEAD.size)

    def wrote(self, folder: str) -> None:
        """See `Listener.wrote`."""
        text = _cut(folder)
        self._memory[: 2 + len(text)] = struct.pack("=H", len(text)) + text

    def _write(self) -> None:
        head = _HEAD.pack(
            os.getpid(), self._start, self._slow, self._read, self._pages, len(self._what), len(self._path)
        )
        at = self._slot()
        content = head + self._what + self._path
        self._memory[at : at + len(content)] = content

    def _slot(self) -> int:
        """Where what this process does is written: processes that run at once have numbers near to each other."""
        return (1 + os.getpid() % (_SLOTS - 1)) * _SIZE

    def steps(self) -> Iterator[Step]:
        """What each process does or did last."""
        for at in range(_SIZE, _SLOTS * _SIZE, _SIZE):
            process, start, slow, read, pages, what, path = _HEAD.unpack_from(self._memory, at)
            if process:
                texts = self._memory[at + _HEAD.size : at + _HEAD.size + what + path]
                yield Step(process, start, slow, read, pages, _text(texts[:what]), _text(texts[what:]))

    def step_of(self, process: int) -> Step:
        """What a process does or did last."""
        return next((step for step in self.steps() if step.process == process), Step(process, 0.0, 0.0, 0, 0, "", ""))

    def written(self) -> str:
        """The folder that has its new content; empty if none has."""
        (length,) = struct.unpack_from("=H", self._memory, _WRITTEN)
        return _text(self._memory[2 : 2 + length])


def _cut(text: str) -> bytes:
    return text.encode(errors="backslashreplace")[:_TEXT]


def _text(content: bytes) -> str:
    return content.decode(errors="replace")
