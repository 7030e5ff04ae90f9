"""A project whose report has been accepted, and what has become of it since."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefs.drift.passage_changes import PassageChange
from briefs.pipeline.accepting import accept, drift_of_report
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Acceptance, Drift
from tests.builders import write_project


def accepted_project(root: Path, **more: Any) -> Path:
    """The tiny project in `root`, with a lock of its report."""
    write_project(root, **more)
    accept(Project(root), frozenset())
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    """Change words in a file of the seed of the tiny project."""
    path = root / "seeds" / "harbour" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def drift(root: Path) -> Drift:
    """What has become of the passages of the tiny project."""
    return drift_of_report(Project(root))[0]


def states(root: Path) -> dict[str, str]:
    """The state of each passage, by block, with the field if it is not the block's own anchor."""
    return {name_of(one): one.state for one in drift(root).changes}


def name_of(one: PassageChange) -> str:
    """Whose passage it is."""
    return one.drawn.id if one.field == "anchor" else f"{one.drawn.id}, {one.field}"


def accept_named(root: Path, *named: str) -> Acceptance:
    """Accept the report, and these blocks."""
    return accept(Project(root), frozenset(named))
