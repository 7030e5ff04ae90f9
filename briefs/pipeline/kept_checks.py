"""What checks of a report's wording found when it was last read, in the user's cache folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefs.check.kept_findings import KeptFindings
from briefs.files.user_cache import cached, keep
from briefs.pipeline.order import Project

_FOLDER = "checks"
_MOST = 64
"""Of how many folders findings are kept, the latest ones."""


@contextmanager
def kept_findings(folder: Path, project: Project) -> Iterator[KeptFindings]:
    """What was found in a folder of `project`, that of a report or of its letters; what is found now is kept for the
    next time. A copy of a project has what was found in the original, and keeps nothing."""
    if project.copy_of is not None:
        folder = project.copy_of / folder.relative_to(project.root)
    name = hashlib.sha256(str(folder.absolute()).encode(errors="replace")).hexdigest()
    kept = KeptFindings(cached(_FOLDER, name))
    yield kept
    if kept.has_changed and project.copy_of is None:
        keep(_FOLDER, name, kept.packed(), _MOST)
