"""Where the reference document of a template is; nothing is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefs.model.edition import Template

DEFAULT = "reference.docx"
"""The name of the reference document of templates that name none."""


def reference_path(template: Template, layout: Path, project: Path) -> Path | None:
    """The file of a template's reference document.

    None if it names a file that is not within the project, or if it names none and uses the starter.
    """
    for path in reference_places(template, layout, project):
        if _is_file(path) and path.resolve().is_relative_to(project.resolve()):
            return path
    return None


def reference_places(template: Template, layout: Path, project: Path) -> tuple[Path, ...]:
    """Where the reference document of a template may be: the first file there is it."""
    name = template.front.reference
    return (layout / DEFAULT,) if name is None else (layout / name, project / name)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name that is too long
        return False
