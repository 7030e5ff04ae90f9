"""What builds cost, compared with plain processes that print the same briefs with WeasyPrint and python-docx.

Run it with `make bench`. It runs whole processes in turn, and measures them from start to end: by the clock, in time of
the processor with all that they start, and in memory of the largest process. Only ratios within one run are meaningful.
The peers are kept plain: nothing that makes WeasyPrint or python-docx start sooner is done for them. They get each
brief ready-made; builds also read, fit, trace and check it, and make it accessible and archivable.
"""

from __future__ import annotations

import itertools
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.ready_briefs import write_ready
from bench.rewordings import rewordings
from bench.whole_process import Used, run_whole
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.model.document import Document

ROUNDS = 3
PEERS = Path(__file__).with_name("peers.py")
PASS = "python -c pass"
_WALL, _CPU, _MEMORY = range(3)
_KEPT, _EMPTY = "kept", "empty"
"""Folders for caches: one that stays, and one that is emptied before each command that uses it."""


@dataclass
class Case:
    """A command that is measured: `command` gives its words each time, when all that it needs is in place.

    Its `bars` are what its ratios to the sum of `peers` may be at most, by the clock and of the processor.
    """

    name: str
    command: Callable[[], Sequence[str]]
    peers: Sequence[str] = ()
    bars: tuple[float, float] | None = None
    cache: str = _KEPT
    used: list[Used] = field(default_factory=list)

    def of(self, what: int) -> float:
        """The median of what it used."""
        return statistics.median(one[what] for one in self.used)

    def ratio(self, what: int, cases: Mapping[str, Case]) -> float:
        """What it used, divided by what its peers used together."""
        return self.of(what) / sum(cases[name].of(what) for name in self.peers)


class Builds:
    """The commands, and where they work: in `project`, which stays as it is, or in `edited`, where a block changes."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        for copy in ("project", "edited"):
            for part in ("seeds", "templates"):
                shutil.copytree(root / part, folder / copy / part)
        self._documents = write_ready(folder / "project", folder)
        self._wordings = rewordings(folder / "edited", self._documents[0])

    def cases(self) -> Iterator[Case]:
        """What is measured in each round, in this order."""
        yield Case(PASS, lambda: (sys.executable, "-c", "pass"))
        plain = [case for document in self._documents for case in self._plain(document)]
        yield from plain
        six = [case.name for case in plain]
        two, one = six[:2], ("--audience", self._documents[0].key.audience, "--format", "pdf", "--format", "docx")
        versions, days = itertools.count(2), itertools.count(1)

        def version() -> Sequence[str]:
            return self._build("dated", *one, "--version", f"{next(versions)}.0")

        def date() -> Sequence[str]:
            return self._build("dated", *one, "--date", f"2027-01-{next(days):02}")

        yield Case("one brief, first ever", lambda: self._anew("one", *one), two, (1.3, 1.3), _EMPTY)
        yield Case("one brief, only its files missing", lambda: self._missing("one", *one), two, (0.55, 0.6))
        yield Case("one brief, one block edited", lambda: self._edited(*one), two, (0.9, 0.9))
        yield Case("one brief, another version", version, two)
        yield Case("one brief, another date", date, two)
        yield Case("all three, first ever", lambda: self._anew("all"), six, (0.6, 0.6), _EMPTY)
        yield Case("all three, only their files missing", lambda: self._missing("all"), six, (0.3, 0.3))
        yield Case("nothing changed", lambda: self._build("all"), (PASS,), (1.6, 1.6))
        yield Case("all checked, one block edited", self._checked, two)

    def _plain(self, document: Document) -> Iterator[Case]:
        """The two processes that print a brief which is ready-made."""

        def words(kind: str, source: str) -> Sequence[str]:
            ready, written = self.folder / f"{document.key.file_part}.{source}", self.folder / f"plain.{kind}"
            return sys.executable, str(PEERS), kind, str(ready), str(written)

        yield Case(f"plain pdf, {document.key}", lambda: words("pdf", "html"))
        yield Case(f"plain docx, {document.key}", lambda: words("docx", "json"))

    def _anew(self, output: str, *options: str) -> Sequence[str]:
        """A build that finds nothing of any other."""
        shutil.rmtree(self.folder / _EMPTY, ignore_errors=True)
        return self._missing(output, *options)

    def _missing(self, output: str, *options: str) -> Sequence[str]:
        """A build whose folder is gone; everything else is as it was the last time."""
        shutil.rmtree(self.folder / "built" / output, ignore_errors=True)
        return self._build(output, *options)

    def _build(self, output: str, *options: str, copy: str = "project") -> Sequence[str]:
        into = ("--product", "brief", "--status", "cleared", "--output", str(self.folder / "built" / output))
        return self._briefs("build", copy, *into, *options)

    def _edited(self, *options: str) -> Sequence[str]:
        next(self._wordings)
        return self._build("edited", *options, copy="edited")

    def _checked(self) -> Sequence[str]:
        next(self._wordings)
        return self._briefs("check", "edited")

    def _briefs(self, command: str, copy: str, *options: str) -> Sequence[str]:
        return sys.executable, "-m", "briefs", command, "--project", str(self.folder / copy), *options


def main(root: Path) -> None:
    """Print what each process used, and the ratios with their bars."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = {case.name: case for case in Builds(root, folder).cases()}
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        for case in cases.values():
            if case.cache == _KEPT:  # fills it
                _run(case, root, folder, environment)
        for _ in range(ROUNDS):
            for case in cases.values():
                case.used.append(_run(case, root, folder, environment))
    rows = [
        (case.name, f"{case.of(_CPU) * 1000:.0f}", f"{case.of(_WALL) * 1000:.0f}", f"{case.of(_MEMORY):.0f}")
        for case in cases.values()
    ]
    say(*table(("whole process, medians", "processor, ms", "clock, ms", "MiB"), rows, right=(1, 2, 3)), "")
    ratios = [_ratios(case, cases) for case in cases.values() if case.peers]
    say(*table(("ratio to the plain processes", "processor", "clock", "to", "at most", ""), ratios, right=(1, 2)))


def _run(case: Case, root: Path, folder: Path, environment: Mapping[str, str]) -> Used:
    words = case.command()  # it makes room first
    cache = {"XDG_CACHE_HOME": str(folder / case.cache)}
    return run_whole(words, root.resolve(), {**environment, **cache}, folder / "said")


def _ratios(case: Case, cases: Mapping[str, Case]) -> tuple[str, ...]:
    """The row of a case: its ratios, to what, their bar, and whether it is met."""
    wall, cpu = case.ratio(_WALL, cases), case.ratio(_CPU, cases)
    to = PASS if case.peers == (PASS,) else f"{len(case.peers)} plain processes"
    bar = met = ""
    if case.bars:
        most_wall, most_cpu = case.bars
        bar = f"{most_cpu} ({most_wall} by the clock)" if most_cpu != most_wall else str(most_cpu)
        met = "met" if cpu <= most_cpu and wall <= most_wall else "not met"
    return case.name, f"{cpu:.2f}", f"{wall:.2f}", to, bar, met


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
