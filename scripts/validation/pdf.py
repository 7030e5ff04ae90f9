"""PDF: PDF/UA-1 and PDF/A-3a by veraPDF, syntax by qpdf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.validation.results import Result
from scripts.validation.tools import HERE, Tools

SHOWN = 5
"""The most broken rules that are printed for one file."""


def check_pdf(files: Sequence[Path], tools: Tools) -> Iterator[Result]:
    """What veraPDF and qpdf say of `files`. Raises ToolFailed."""
    if not files:
        return
    output = tools.output(["java", "-cp", tools.verapdf(), HERE / "VeraPdf.java", *files])
    yield from read_verapdf(output)
    for file in files:
        said = tools.output(["qpdf", "--check", file], codes=(0, 2, 3))
        yield Result(file.name, "qpdf", read_qpdf(said))


def read_verapdf(output: str) -> Iterator[Result]:
    """Results from the lines of VeraPdf.java: file, standard and, unless it passes, a broken rule, divided by tabs."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in output.splitlines():
        file, standard, *problem = line.split("\t")
        found.setdefault((Path(file).name, standard), []).extend(problem)
    for (name, standard), problems in found.items():
        left = len(problems) - SHOWN
        more = (f"and {left} more rules",) if left > 0 else ()
        yield Result(name, f"{standard} (veraPDF)", (*problems[:SHOWN], *more))


def read_qpdf(output: str) -> tuple[str, ...]:
    """What is wrong, from what `qpdf --check` prints."""
    if "No syntax or stream encoding errors found" in output:
        return ()
    return tuple(line for line in output.splitlines() if "WARNING" in line or "ERROR" in line) or (output.strip(),)
