"""How long reviews and redlines take, as shares of a cold build of all briefs in the same run.

Run it with `make bench`. All are whole processes, measured in seconds of the processor: a build of all drafts with an
empty cache; a review of one of them that came back with 40 tracked changes, each held against the report by the checks;
and its redline against an edition in which these words were others, in all formats, each proved before it is written.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import count
from pathlib import Path

from lxml import etree

from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.model.archive import kept_edition, read_edition
from briefs.model.document_walk import map_unit_inlines
from briefs.model.inline import Inline, Text
from briefs.word.elements import Element, qn, value_of, w

ROUNDS = 3
"""How often each case is measured, besides a first time that does not count."""
CHANGES = 40
"""How many changes come back."""
_LEAST_WORDS = 6
"""Shorter texts, such as labels, are left as they are."""
_OTHER = "otherwise"
"""The word that comes in everywhere."""
_RPR, _T = qn("w:rPr"), qn("w:t")
_LAST = re.compile(r"(?P<before>.*\s)(?P<word>\w+)(?P<after>\W*)", re.DOTALL)


def main(root: Path) -> None:
    """Print the medians, and the shares of the cold build."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment["XDG_CACHE_HOME"] = str(folder / "cache")
        project = folder / "project"
        for part in ("seeds", "templates"):
            shutil.copytree(root / part, project / part)
        names = ["cold build of all drafts", f"review of {CHANGES} changes", "redline in all formats"]
        times: dict[str, list[float]] = {one: [] for one in names}
        for number in range(ROUNDS + 1):
            _forget(folder / "cache" / "briefs")
            shutil.rmtree(project / "build", ignore_errors=True)
            seconds = [_run(project, environment, "build")]
            returned, old = _returned(project / "build", folder), _older(project / "build", folder)
            seconds.append(_run(project, environment, "review", "--list", "--json", str(returned)))
            seconds.append(_run(project, environment, "redline", "--json", str(old), _identifier(old)))
            if number:  # the first round fills the cache of the disk
                for case, one in zip(names, seconds, strict=True):
                    times[case].append(one)
    whole = statistics.median(times[names[0]])
    rows = [
        (case, f"{statistics.median(one) * 1000:.0f}", f"{statistics.median(one) / whole:.3f}")
        for case, one in times.items()
    ]
    say(*table(("time of the processor", "median ms", "share"), rows, right=(1, 2)))


def _forget(cache: Path) -> None:
    """Empty the cache, but for parts of fonts, which are made only once."""
    for kept in cache.glob("*"):
        if kept.name != "fonts":
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()


def _run(project: Path, environment: Mapping[str, str], *call: str) -> float:
    """How long a call of the program takes, in seconds. A review and a redline must have found all changes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = (sys.executable, "-m", "briefs", *call, "--project", str(project))
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    if "--json" in call:
        found = json.loads(done.stdout)
        number = len(found["proposals"]) if "proposals" in found else found["words"]["inserted"]
        assert number == CHANGES, f"{call[0]} found {number} changes"
    return seconds


def _longest(build: Path) -> Path:
    """The kept edition with the most units."""
    editions = {path: read_edition(path.read_bytes()).document for path in (build / "editions").glob("*.gz")}
    return max(sorted(editions), key=lambda path: sum(1 for _ in editions[path].units()))


def _identifier(edition: Path) -> str:
    return read_edition(edition.read_bytes()).document.properties.identifier


def _older(build: Path, folder: Path) -> Path:
    """That edition as it might have been before: one word is another in so many paragraphs and cells."""
    kept = read_edition(_longest(build).read_bytes())
    left = count(CHANGES, -1)

    def other(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        for at, child in enumerate(children):
            if isinstance(child, Text) and (found := _word_in(child.text)) and next(left) > 0:
                changed = f"{found['before']}{_OTHER}{found['after']}"
                return (*children[:at], Text(changed), *children[at + 1 :])
        return children

    path = folder / "older.json.gz"
    path.write_bytes(kept_edition(kept.report, map_unit_inlines(kept.document, other)))
    return path


def _returned(build: Path, folder: Path) -> Path:
    """Its Word file with as many tracked changes, each in a paragraph or cell of its own."""
    audience = read_edition(_longest(build).read_bytes()).document.key.file_part
    (sent,) = build.glob(f"*_{audience}_*.docx")
    path = folder / "returned.docx"
    with zipfile.ZipFile(sent) as package, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for part in package.namelist():
            content = package.read(part)
            made.writestr(part, _marked(content) if part == "word/document.xml" else content)
    return path


def _marked(content: bytes) -> bytes:
    """The body of a Word file, with one word replaced, and tracked, in each of the first paragraphs long enough."""
    body = etree.fromstring(content)
    numbers = count(10_000)
    left = CHANGES
    for paragraph in list(body.iter(qn("w:p"))):
        around = next(paragraph.iterancestors(qn("w:tr")), paragraph)
        is_of_unit = any(value_of(mark, "name").startswith("_u") for mark in around.iter(qn("w:bookmarkStart")))
        runs = [run for run in paragraph.iter(qn("w:r")) if [child.tag for child in run if child.tag != _RPR] == [_T]]
        found = [(run, word) for run in runs if (word := _word_in(run.findtext(_T) or ""))]
        if is_of_unit and found and left:
            _replace_word(*found[0], numbers)
            left -= 1
    return etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)


def _replace_word(run: Element, found: re.Match[str], numbers: Iterator[int]) -> None:
    """A run in parts, with its word deleted and another inserted."""

    def part(text: str, name: str = "t") -> Element:
        made = deepcopy(run)
        of_text = next(made.iter(_T))
        of_text.tag, of_text.text = qn(f"w:{name}"), text
        of_text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return made

    by = {"author": "Reviewer", "date": "2026-11-20T10:00:00Z"}
    parts = [
        part(found["before"]),
        w("del", part(found["word"], "delText"), id=next(numbers), **by),
        w("ins", part(_OTHER), id=next(numbers), **by),
        part(found["after"]),
    ]
    parent = run.getparent()
    assert parent is not None, "a run is in a paragraph"
    at = parent.index(run)
    parent[at : at + 1] = parts


def _word_in(text: str) -> re.Match[str] | None:
    """The last word of a text, and what is around it; None if the text is short."""
    return _LAST.fullmatch(text) if len(text.split()) >= _LEAST_WORDS else None


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
