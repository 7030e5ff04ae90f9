"""What the program says of a project that `tests.builders` wrote."""

from __future__ import annotations

from pathlib import Path

from briefs import pipeline
from briefs.cli import main
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document
from briefs.model.edition import Status


def problems(root: Path) -> list[str]:
    """Everything that is wrong with the inputs of a project, as printed, in the order of files and lines."""
    try:
        found = pipeline.read_inputs(pipeline.Project(root)).diagnostics
    except DocumentError as error:
        found = error.diagnostics
    return [str(problem) for problem in sorted(found, key=lambda d: d.place)]


def composed(root: Path, audience: str, status: Status = "cleared", shortened: bool = False) -> Document:
    """The brief for `audience` as composed, in short forms if `shortened`; nothing is cut and numbered."""
    inputs = pipeline.read_inputs(pipeline.Project(root))
    of = pipeline.edition(inputs.house, pipeline.Order(), status)
    return inputs.composer.compose(inputs.templates[audience], of, shortened)


def run(root: Path, *arguments: str) -> int:
    """The exit code of `briefs <arguments>` in the project `root`."""
    return main([arguments[0], "--project", str(root), *arguments[1:]])
