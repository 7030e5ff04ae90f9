"""The reference document of each template: read once, and checked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefs.model.diagnostics import BriefsError, Diagnostic, Place, nearest, relative
from briefs.model.edition import Template
from briefs.render.reference.lint import check_reference

DEFAULT = "reference.docx"


def read_references(
    templates: Iterable[Template], layout: Path, project: Path
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The reference document of each template, by audience, and what is wrong with them.

    A template names it in its front matter, by a path from `layout` (the folder of the look) or from `project`;
    one that names none takes `layout/reference.docx`. Raises BriefsError when a file cannot be opened or the layout
    has no fonts.
    """
    found: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for template in templates:
        path = reference_path(template, layout, project)
        place = _place(template, path, project)
        if path is None:
            problems.append(_missing(template, place, layout, project))
            continue
        reference = _read(path, relative(path, project))
        try:
            problems += check_reference(reference, relative(path, project), layout / "fonts")
        except BriefsError as error:
            problems.append(Diagnostic(place, "reference-unreadable", error.message, error.hint))
        else:
            found[template.front.audience] = reference
    return found, list(dict.fromkeys(problems))


def reference_path(template: Template, layout: Path, project: Path) -> Path | None:
    """Where the reference document of a template lies; None when it is not there, or not within the project."""
    name = template.front.reference
    for path in [layout / DEFAULT] if name is None else [layout / name, project / name]:
        if _is_file(path) and path.resolve().is_relative_to(project.resolve()):
            return path
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name that is too long
        return False


def _place(template: Template, path: Path | None, project: Path) -> Place:
    """Where a reference document is named, or that itself where none is named."""
    if template.front.reference is None and path is not None:
        return Place(relative(path, project))
    return Place(template.path, template.lines.get("reference", 1))


def _missing(template: Template, place: Place, layout: Path, project: Path) -> Diagnostic:
    name = template.front.reference
    if name is None:
        path = relative(layout / DEFAULT, project)
        hint = f"write a new one with: briefs reference --new {path}"
        return Diagnostic(Place(path), "file-missing", "there is no reference document for Word files", hint)
    known = [path.name for path in layout.glob("*.do[ct]x")]
    where = f"{relative(layout, project)} nor in the project"
    return Diagnostic(
        place, "file-missing", f'the reference document "{name}" is neither in {where}', nearest(name, known)
    )


def _read(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
