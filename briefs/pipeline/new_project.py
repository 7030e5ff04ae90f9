"""The parts of a new project that are the same for every report: the house, block templates and the look."""

from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import BriefsError

SHARED = ("house.yaml", "blocks", "layout")
"""What of `templates/` is for all reports: files, and folders with everything in them."""
_SHIPPED = Path(__file__).parents[2] / "templates"
"""The templates of the project that this program comes in."""


def new_project_files() -> dict[str, bytes]:
    """The files that a new project begins with, by path in it: copies of those that this program comes with.

    Raises BriefsError if it was installed without them.
    """
    found: dict[str, bytes] = {}
    for name in SHARED:
        shipped = _SHIPPED / name
        files = [shipped] if shipped.is_file() else sorted(shipped.rglob("*"))
        for path in files:
            if path.is_file() and not path.name.startswith("."):
                found[f"templates/{path.relative_to(_SHIPPED).as_posix()}"] = path.read_bytes()
    if not found:
        message = "this copy of the program came without templates/, from which a new project gets its look"
        raise BriefsError(
            message, "copy templates/house.yaml, templates/blocks and templates/layout from another project"
        )
    return found
