"""Files that briefs are made from and that lie in none of the folders of the project: reference documents and logos
that templates and houses name, and what links in the folders lead to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from briefs.files.file_walk import files_below
from briefs.model.diagnostics import BriefsError
from briefs.pipeline.inputs import Inputs

FOLDERS = ("seeds", "templates")


def files_elsewhere(root: Path, present: Iterable[Inputs]) -> frozenset[str]:
    """Their absolute paths; `present` are the inputs of all reports of the project at `root`."""
    own = tuple(root.absolute() / name for name in FOLDERS)
    found = {path.absolute() for path in (*_named(root, present), *_linked(root)) if path.is_file()}
    return frozenset(str(path) for path in found if not any(path.is_relative_to(one) for one in own))


def _named(root: Path, present: Iterable[Inputs]) -> Iterator[Path]:
    for one in present:
        if one.house.logo is not None:
            yield root / one.house.logo.file
        for template in one.templates.values():
            if template.front.reference is not None:
                yield root / template.front.reference


def _linked(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        with suppress(OSError, BriefsError):
            for path in files_below(root / folder):
                if path.is_symlink():
                    yield Path(os.path.realpath(path))  # a link to itself leads nowhere: `resolve` would raise
