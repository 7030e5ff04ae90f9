"""Where the file of a logo is; nothing is read."""

from __future__ import annotations

from pathlib import Path


def logo_path(name: str, layout: Path, project: Path) -> Path | None:
    """The file that `name` names, as a path from `layout` or `project`; None if it is not a file in the project."""
    for path in logo_places(name, layout, project):
        try:
            if path.is_file() and path.resolve().is_relative_to(project.resolve()):
                return path
        except (OSError, ValueError):  # such as a name that is too long, or has a null character
            continue
    return None


def logo_places(name: str, layout: Path, project: Path) -> tuple[Path, ...]:
    """Where the file of a logo may be: the first one there is it."""
    return layout / name, project / name
