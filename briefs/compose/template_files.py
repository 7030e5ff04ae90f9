"""Reading `templates/`: the briefs' templates, the block templates, the house."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from briefs.compose.looks.block_template import RESERVED, TAKEN, WORDS, View, ViewFrontMatter
from briefs.files.fields import diagnostics_of
from briefs.files.listing import files_in
from briefs.files.yaml import Lines, load_yaml, parse_yaml, undecodable
from briefs.model.block import KINDS
from briefs.model.block_fields import Model
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place, nearest, relative
from briefs.model.edition import FrontMatter, House, Template

M = TypeVar("M", bound=Model)

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_CALLABLE = re.compile(r"[a-z][a-z0-9_]*")
_NOT_REPORTS = ("blocks", "layout")
"""Folders in `templates/` that are no report's."""
_AUDIENCE = re.compile(r"""^audience:[ \t]*["']?([a-z][a-z0-9-]*)""", re.MULTILINE)


def templates_folder(templates: Path, report: str) -> Path:
    """Where the templates of `report` lie: in a folder of its name, or in `templates` itself if it has none there."""
    return templates / report if files_in(templates / report, ".md") else templates


def check_folders(templates: Path, reports: Iterable[str], project: Path) -> list[Diagnostic]:
    """An error for each folder of templates that has the name of none of `reports`, and so would never be built."""
    known = set(reports)
    lost = {
        path.parent.name
        for path in templates.glob("*/*.md")
        if path.parent.name not in known.union(_NOT_REPORTS) and not path.name.startswith(".")
    }
    return [
        Diagnostic(
            Place(relative(templates / name, project)), "report-unknown", f'no report "{name}"', nearest(name, known)
        )
        for name in sorted(lost)
    ]


def read_templates(folder: Path, project: Path) -> tuple[dict[str, Template], list[Diagnostic]]:
    """The templates `folder/*.md`, by audience in the order of file names, and what is wrong with them."""
    templates: dict[str, Template] = {}
    problems: list[Diagnostic] = []
    paths = files_in(folder, ".md")
    if not paths:
        problems.append(
            Diagnostic(
                Place(relative(folder, project)),
                "file-missing",
                "there are no templates",
                "add <audience>.md",
            )
        )
    for path in paths:
        try:
            front, lines, body, first_line = _split(path, project, FrontMatter, "a template")
        except DocumentError as error:
            problems.extend(error.diagnostics)
            continue
        shown = relative(path, project)
        if front.audience in templates:
            message = f'"{front.audience}" is already the audience of {templates[front.audience].path}'
            problems.append(Diagnostic(Place(shown, lines.line(("audience",))), "front-matter", message))
        else:
            front_lines = {name: lines.line((name,)) for name in front.model_fields_set}
            templates[front.audience] = Template(shown, front, body, first_line, front_lines)
    return templates, problems


def read_views(folder: Path, project: Path) -> tuple[dict[str, View], list[Diagnostic]]:
    """The block templates `folder/*.html`, by name, and what is wrong with their front matter."""
    views: dict[str, View] = {}
    problems: list[Diagnostic] = []
    for path in files_in(folder, ".html"):
        try:
            front, lines, source, first_line = _split(path, project, ViewFrontMatter, "a block template")
        except DocumentError as error:
            problems.extend(error.diagnostics)
            continue
        shown = relative(path, project)
        if path.stem in RESERVED | WORDS:
            message = f'"{path.stem}" is a name that templates have already'
            problems.append(Diagnostic(Place(shown), "template-name", message, "give the file another name"))
            continue
        if not _CALLABLE.fullmatch(path.stem):
            message = f'"{path.stem}" is no name that a template can call'
            problems.append(
                Diagnostic(Place(shown), "template-name", message, "small letters, digits and _ can be in it")
            )
            continue
        for option in sorted(front.options.keys() & TAKEN):
            place = Place(shown, lines.line(("options", option)))
            problems.append(
                Diagnostic(place, "template-name", f'"{option}" is a name that block templates have already')
            )
        views[path.stem] = View(path.stem, shown, front, source, first_line)
        named = {"prints": front.prints if isinstance(front.prints, list) else [], "draws": front.draws}
        for field, index, kind in ((field, *found) for field, kinds in named.items() for found in enumerate(kinds)):
            if kind not in KINDS:
                place = Place(shown, lines.line((field, index)))
                problems.append(Diagnostic(place, "kind-unknown", f'unknown kind "{kind}"', nearest(kind, KINDS)))
    return views, problems


def read_house(path: Path, project: Path) -> House:
    """`templates/house.yaml`. Raises DocumentError."""
    shown = relative(path, project)
    value, lines = load_yaml(path, shown)
    try:
        return House.model_validate(value if value is not None else {})
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, shown, House)) from None


def _split(path: Path, project: Path, model: type[M], what: str) -> tuple[M, Lines, str, int]:
    """Front matter, its lines, the body, and the line of the file on which the body begins. Raises DocumentError."""
    shown = relative(path, project)
    text = _read_text(path, shown)
    match = FRONT_MATTER.match(text)
    if match is None:
        hint = f"{what} begins with --- and its fields, one to a line, and another ---"
        raise DocumentError([Diagnostic(Place(shown, 1), "front-matter", "there is no front matter", hint)])
    value, lines = parse_yaml(match[1], shown, first_line=2)
    try:
        front = model.model_validate(value if value is not None else {})
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, shown, model)) from None
    return front, lines, text[match.end() :], text[: match.end()].count("\n") + 1


def _read_text(path: Path, shown: str) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DocumentError([undecodable(error, content, shown, "file-encoding")]) from error


def audiences_of(folder: Path, templates: Mapping[str, Template]) -> frozenset[str]:
    """The names of all audiences; those too whose templates cannot be read, so that what names them is not wrong."""
    names = set(templates)
    read = {template.path.rpartition("/")[2] for template in templates.values()}
    for path in files_in(folder, ".md"):
        if path.name not in read:
            found = _AUDIENCE.search(path.read_bytes().decode(errors="replace"))
            names.add(found[1] if found else path.stem)
    return frozenset(names)
