"""The harbour project with cleared editions in `build/`: version 1.0 of both briefs, then 1.1 of the captains'."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.builders import BLOCKS, write_project
from tests.projects import run

CAPTAINS, CLERKS = "harbour_brief-captains", "harbour_brief-clerks"


def build_cleared_harbour(root: Path) -> Path:
    """Write the project into `root` and build it; `build-1.0` there is the folder as it was before version 1.1."""
    write_project(root)
    assert run(root, "build", "--status", "cleared", "--output", str(root / "build")) == 0
    shutil.copytree(root / "build", root / "build-1.0")
    changed = BLOCKS["fact"].replace("shared timetable would reduce", "shared timetable would much reduce")
    (root / "seeds/harbour/blocks/fact.yaml").write_text(changed, encoding="utf-8")
    captains = ["--status", "cleared", "--audience", "captains", "--version", "1.1", "--date", "2010-06-01"]
    assert run(root, "build", *captains, "--output", str(root / "build")) == 0
    assert run(root, "build", *captains, "--output", str(root / "build"), "--format", "pdf", "--large-print") == 0
    return root


def copy_of_build(project: Path, folder: Path, name: str = "build") -> Path:
    """A copy of a build of the project in `folder`, to be changed."""
    return Path(shutil.copytree(project / name, folder / "build"))
