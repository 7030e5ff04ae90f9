"""What the program says of a project that `tests.builders` wrote."""

from __future__ import annotations

from pathlib import Path

from briefs import pipeline
from briefs.cli import main
from briefs.model.diagnostics import DocumentError


def problems(root: Path) -> list[str]:
    """Everything that is wrong with the inputs of a project, as printed, in the order of files and lines."""
    try:
        found = pipeline.read_inputs(pipeline.Project(root)).diagnostics
    except DocumentError as error:
        found = error.diagnostics
    return [str(problem) for problem in sorted(found, key=lambda d: d.place)]


def run(root: Path, *arguments: str) -> int:
    """The exit code of `briefs <arguments>` in the project `root`."""
    return main([arguments[0], "--project", str(root), *arguments[1:]])
