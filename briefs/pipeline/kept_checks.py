"""What checks of a report's wording found when it was last read, in the user's cache folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from briefs.check.kept_findings import KeptFindings
from briefs.files.user_cache import cached, keep
from briefs.pipeline.order import Project

_FOLDER = "checks"
_MOST = 64
"""Of how many folders findings are kept, the latest ones."""


@contextmanager
def kept_findings(folder: Path, project: Project, is_part: bool = False) -> Iterator[KeptFindings]:
    """What was found in a folder of `project`, that of a report or of its letters; what is found now is kept for the
    next time. `is_part`: only a part of what counts is looked for now, and the others are kept too. A copy of a
    project begins with what was found in the original, and keeps what is found for itself."""
    if project.copied is not None:
        own = folder.relative_to(project.root)
        yield project.copied.found.setdefault(own, KeptFindings(cached(_FOLDER, _name(project.copied.root / own))))
        return
    kept = KeptFindings(partial(cached, _FOLDER, _name(folder)), is_part)
    yield kept
    if kept.has_changed:
        keep(_FOLDER, _name(folder), kept.packed(), _MOST)


def _name(folder: Path) -> str:
    return hashlib.sha256(str(folder.absolute()).encode(errors="replace")).hexdigest()
