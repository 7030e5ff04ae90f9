"""The reference document of each template: found, read and checked."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from briefs.files.bounded_reading import read_input, unreadable
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, Fault, Place, nearest, relative
from briefs.model.edition import Template
from briefs.model.limits import LARGEST_REPORT
from briefs.render.reference.reference_paths import DEFAULT, reference_path
from briefs.render.reference.starter_document import new_reference


def read_references(
    templates: Iterable[Template], layout: Path, project: Path, language: str = "en-GB", *, letterhead: bool = False
) -> Checked[dict[BriefKey, bytes]]:
    """The reference document of each template, by the brief.

    A template names it in its front matter, by a path from `layout` (the folder of the look) or from `project`. Without
    a name, it is `layout/reference.docx`, or the starter in `language` if there is no such file.
    `letterhead`: words in headers and footers are printed, and so are no mistake. Raises BriefsError if
    a file cannot be opened or the layout has no fonts.
    """
    found: dict[BriefKey, bytes] = {}
    problems: list[Diagnostic] = []
    for template in templates:
        checked = _read_one(template, layout, project, language, letterhead)
        problems += checked.problems
        if checked.value is not None:
            found[template.front.key] = checked.value
    return Checked(found, tuple(dict.fromkeys(problems)))


def _read_one(
    template: Template, layout: Path, project: Path, language: str, letterhead: bool
) -> Checked[bytes | None]:
    name = template.front.reference
    path = reference_path(template, layout, project)
    default = Place(relative(layout / DEFAULT, project))
    place = default if name is None else Place(template.path, template.lines.get("reference", 1))
    if path is None and name is None and not _is_taken(layout / DEFAULT):
        return Checked(new_reference(language))
    if path is None and name is not None and (refused := _refused(name, layout, project)):
        return Checked(None, (refused,))
    if path is None:
        fault = _unusable(default.path) if name is None else _missing(name, layout, project)
        return Checked(None, (fault.at(place),))
    shown = relative(path, project)
    try:
        reference = read_input(path, project, LARGEST_REPORT)
    except OSError as error:
        return Checked(None, (unreadable(error, project),))
    from briefs.render.reference.reference_check import check_reference  # not needed for the built-in look

    try:
        return Checked(reference, tuple(check_reference(reference, shown, layout / "fonts", letterhead, language)))
    except BriefsError as error:
        return Checked(None, (Fault("reference-unreadable", error.message, error.hint).at(place),))


def _is_taken(path: Path) -> bool:
    """Whether there is anything at `path`, even a link that leads nowhere."""
    return path.is_symlink() or path.exists()


def _refused(name: str, layout: Path, project: Path) -> Diagnostic | None:
    """Why what stands under `name` in the project is not read, such as a pipe; None if nothing does."""
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
        return None
    for path in (layout / name, project / name):
        try:
            read_input(path, project, LARGEST_REPORT)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            return None if error.errno == errno.ENAMETOOLONG else unreadable(error, project)
    return None


def _unusable(shown: str) -> Fault:
    hint = f"copy it into the project, or remove {shown} to use the built-in look"
    return Fault("file-missing", "the reference document is not a file within the project", hint)


def _missing(name: str, layout: Path, project: Path) -> Fault:
    where = f"{relative(layout, project)} nor in the project"
    known = [path.name for path in layout.glob("*.do[ct]x")]
    return Fault(
        "file-missing", f'the reference document "{name}" is neither in {where}', nearest(name, set(known) - {name})
    )
