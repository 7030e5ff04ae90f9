"""How the time and the memory of commands grow with reports, audiences and pages.

Run it with `make bench`; it takes a minute. `python -m bench.growth . --long` has the rows of 50 reports, 100 audiences
and 60 pages, which take some minutes. Whole processes are measured, with an empty cache, in seconds of the processor;
only ratios within one run are meaningful. Each row is compared with the first: what one block, one brief or one page
takes there is 1.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.long_projects import drop_audiences, original_in, write_long
from briefs import pipeline
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.pipeline.copyfit import compose_brief, fit_brief
from briefs.pipeline.examination import gather
from briefs.pipeline.inputs import layout_of

COPIES = (1, 10)
AUDIENCES = (1, 10)
PAGES = (6, 24)
LONG = {"copies": (1, 10, 50), "audiences": (1, 10, 100), "pages": (6, 24, 60)}
"""The rows that `--long` asks for."""
MOST_TIMES_EACH = 1.3
"""What one block or brief takes, at most, in the largest project: so many times what it takes in the smallest."""
MOST_LAYOUTS, MOST_MIB = 5, 400
"""How often a long brief is laid out at most, and the memory of the largest process then."""
_FIT = "--fit"
"""What this module does in a process of its own."""
_UNITS_PER_PAGE, _UNITS_PER_PART = 24, 8
_PRINTED = ("kind: statement\n", "kind: proposal\n", "kind: summary_point\n", "kind: fact\n", "kind: recommendation\n")
_PER_COPY = 6
"""The report has such blocks for so many pages."""
_LETTERS = ("clearance", "ministers")


class Used(NamedTuple):
    """What a command used: seconds of the processor, bytes of memory of its largest process, and what it printed."""

    seconds: float
    memory: int
    exit_code: int
    told: str


def main(root: Path, *, has_long_rows: bool = False) -> None:
    """Print the tables."""
    copies, audiences, pages = LONG.values() if has_long_rows else (COPIES, AUDIENCES, PAGES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "trials").mkdir()
        original = original_in(root, folder / "trials")
        _print(
            f"times the report, checked (each ≤ {MOST_TIMES_EACH} ×)",
            copies,
            lambda count: write_long(original, folder / f"long{count}", count),
            ("briefs", "check"),
            _blocks,
        )
        first = write_long(original, folder / "small", 1)
        _print(
            f"briefs, built (each ≤ {MOST_TIMES_EACH} ×)",
            audiences,
            lambda count: _with_audiences(shutil.copytree(first, folder / f"many{count}"), count),
            ("briefs", "build", "--status", "cleared", "--format", "html", "--format", "pdf"),
            lambda project: len(list((project / "templates").glob("*.md"))),
        )
        _print(
            f"pages of a brief, fitted (≤ {MOST_LAYOUTS} layouts, ≤ {MOST_MIB} MiB)",
            pages,
            lambda count: _with_pages(write_long(original, folder / f"pages{count}", -(-count // _PER_COPY)), count),
            ("bench.growth", _FIT),
            lambda project: int(project.name.removeprefix("pages")),
        )


def _print(
    what: str,
    sizes: Sequence[int],
    make: Callable[[int], Path],
    command: Sequence[str],
    count: Callable[[Path], int],
) -> None:
    """Measure a command in projects of these `sizes`, a row for each; `count` gives what is counted in one."""
    rows: list[tuple[str, ...]] = []
    first = 0.0
    for size in sizes:
        project = make(size)
        used, number = _used(project, command), count(project)
        each = used.seconds / number
        first = first or each
        shown = f"{used.seconds:.1f}", f"{each * 1000:.1f}", f"{each / first:.2f}", f"{used.memory >> 20}", _end(used)
        rows.append((str(size), str(number), *shown))
        shutil.rmtree(project)
    say(*table((what, "counted", "s", "ms each", "to the first", "MiB", "end"), rows, right=range(1, 6)), "")


def _end(used: Used) -> str:
    """How a command ended: the code of the last resort if it had to be ended."""
    found = re.search(r"\[(too-slow|too-much-memory|program-failed)\]|MemoryError", used.told)
    layouts = re.search(r"[0-9]+ layouts.*", used.told)
    return found[0] if found else layouts[0] if layouts else f"exit code {used.exit_code}"


def _used(project: Path, command: Sequence[str]) -> Used:
    """Run a command, with a cache of its own."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "BRIEFS_PATIENCE": "1", "XDG_CACHE_HOME": cache}
        words = (sys.executable, "-m", *command, "--project", str(project))
        process = subprocess.Popen(
            words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Used(_seconds(used), used.ru_maxrss << 10, process.returncode, told)


def _seconds(used: resource.struct_rusage) -> float:
    return used.ru_utime + used.ru_stime


def _blocks(project: Path) -> int:
    """How many blocks a project has."""
    files = project.glob("seeds/*/blocks/*.yaml")
    return sum(len(re.findall(r"^ *- id:", file.read_text("utf-8"), re.MULTILINE)) for file in files)


def _with_audiences(root: Path, count: int) -> Path:
    """A project with briefs for so many audiences and no others, each with what the checklist for ministers says."""
    template = (root / "templates" / "checklist.md").read_text("utf-8")
    _remove_templates(root)
    for file in root.glob("seeds/*/blocks/*.yaml"):
        drop_audiences(file)
    for number in range(count):
        own = template.replace("audience: ministers", f"audience: guests{number}").replace("MIN-CHK", f"G{number}")
        (root / "templates" / f"guests{number}.md").write_text(own, "utf-8")
    return root


def _with_pages(root: Path, count: int) -> Path:
    """A project with one brief of so many pages, of which the last quarter does not fit."""
    template = (root / "templates" / "checklist.md").read_text("utf-8")
    _remove_templates(root)
    ids: list[str] = []
    for file in sorted(root.glob("seeds/*/blocks/*.yaml")):
        drop_audiences(file)
        if (text := file.read_text("utf-8")).startswith(_PRINTED):
            ids += [one["id"] for one in yaml.load(text, yaml.CSafeLoader)["blocks"] if "with" not in one]
    printed = ids[: count * _UNITS_PER_PAGE]
    parts = [printed[at : at + _UNITS_PER_PART] for at in range(0, len(printed), _UNITS_PER_PART)]
    sections = [
        f"## What was said {{cut={at}}}\n\n{{{{ statements({', '.join(map(json.dumps, part))}) }}}}\n"
        for at, part in enumerate(parts, 1)
    ]
    front = re.sub(r"(?m)^pages: .*", f"pages: {count}", template.split("---")[1]).replace("[benefit]", "[statement]")
    (root / "templates" / "long.md").write_text("\n".join((f"---{front}---", "", *sections)), "utf-8")
    return root


def _remove_templates(root: Path) -> None:
    """Remove all templates, and the letters to the audiences that go with them."""
    letters = (one for one in (root / "templates" / "letters").glob("*.md") if one.stem not in _LETTERS)
    for path in (*(root / "templates").glob("*.md"), *letters):
        path.unlink()


def fit(root: Path) -> None:
    """Fit the only brief of a project, without checks, and say how many layouts it took, and its pages."""
    inputs = gather(pipeline.Project(root)).inputs
    (template,) = inputs.templates.values()
    brief = compose_brief(inputs, template, pipeline.Order(inputs.project).edition(inputs.house, "cleared"))
    fitted = fit_brief(inputs, brief, template, layout_of(inputs)).value
    print(f"{fitted.layouts} layouts, {fitted.laid_out.pages} pages")


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == [_FIT]:
        fit(Path(words[-1]))
    else:
        main(Path(next((one for one in words if one != "--long"), ".")), has_long_rows="--long" in words)
