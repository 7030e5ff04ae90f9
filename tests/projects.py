"""What the program says and makes of a project that `tests.builders` wrote, and of this project itself."""

from __future__ import annotations

import os
import pickle
from functools import cache
from pathlib import Path
from typing import Any

from briefs import pipeline
from briefs.cli import main
from briefs.model.brief import Brief
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document
from briefs.model.versions import Status
from tests.builders import REPOSITORY

SHARED: Path | None = None
"""The folder of this run of tests, the same for all its processes."""


def problems(root: Path) -> list[str]:
    """Everything that is wrong with the inputs of a project, as printed, in the order of files and lines."""
    try:
        found = list(pipeline.prepare(pipeline.Project(root)).problems)
    except DocumentError as error:
        found = list(error.diagnostics)
    return [str(problem) for problem in sorted(found, key=lambda d: d.place)]


def inputs_of(root: Path, report: str | None = None) -> pipeline.Inputs:
    """What briefs of a project are made from, whatever is wrong with it."""
    return pipeline.prepare(pipeline.Project(root, report)).value


def built(root: Path, *audiences: str, report: str | None = None, **order: Any) -> pipeline.Built:
    """What is built of a project, in memory; `order` are fields of an Order."""
    return pipeline.build(pipeline.Order(pipeline.Project(root, report), audiences, **order))


@cache
def shipped(status: Status) -> tuple[Brief, ...]:
    """All briefs of this project with their Word files: built once, for all tests that look at every one of them.

    Processes that run tests at once take them from each other, if `SHARED` names a folder for it.
    """
    kept = SHARED / f"shipped-{status}.pickle" if SHARED else None
    if kept and kept.exists():
        briefs: tuple[Brief, ...] = pickle.loads(kept.read_bytes())
        return briefs
    briefs = built(REPOSITORY, formats=("docx",), status=status).briefs
    if kept:
        being_written = kept.with_suffix(f".{os.getpid()}")
        being_written.write_bytes(pickle.dumps(briefs))
        being_written.replace(kept)
    return briefs


def composed(root: Path, audience: str, status: Status = "cleared", shortened: bool = False) -> Document:
    """The brief for `audience` as composed, in short forms if `shortened`; nothing is cut and numbered."""
    inputs = inputs_of(root)
    edition = pipeline.Order(inputs.project).edition(inputs.house, status)
    return inputs.composer.compose(inputs.templates[BriefKey(audience)], edition, shortened)


def run(root: Path, *arguments: str) -> int:
    """The exit code of `briefs <arguments>` in the project `root`."""
    return main([arguments[0], "--project", str(root), *arguments[1:]])
