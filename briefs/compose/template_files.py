"""Reading `templates/`: the briefs' templates and the block templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.compose.jinja.template_size import too_large
from briefs.compose.looks.block_template import (
    NAMES_IN_BLOCK_TEMPLATES,
    NAMES_IN_TEMPLATES,
    BlockTemplate,
    BlockTemplateFrontMatter,
)
from briefs.files.front_matter import FrontMatterFile, M, read_front_matter, salvage_front_matter
from briefs.files.listing import entries_in, files_in, rough_text
from briefs.model.block import KINDS
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError, Fault, Place, nearest, relative
from briefs.model.doubts import STAND_IN
from briefs.model.edition import FrontMatter, Template
from briefs.model.limits import MOST_TEMPLATES

_CALLABLE = re.compile(r"[a-z][a-z0-9_]*")
NOT_REPORTS = ("blocks", "layout", "letters")
"""Folders in `templates/` that do not belong to a report."""
_AUDIENCE, _PRODUCT = (
    re.compile(rf"""^{field}:[ \t]*["']?([a-z][a-z0-9-]*)["']?[ \t\r]*(?:#.*)?$""", re.MULTILINE)
    for field in ("audience", "product")
)
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check_folders(templates: Path, reports: Iterable[str], project: Path) -> list[Diagnostic]:
    """An error for each folder of templates that does not have the name of a report and so would never be used."""
    known = set(reports)
    lost = {
        folder.name
        for folder in entries_in(templates)
        if folder.name not in known.union(NOT_REPORTS) and files_in(folder, ".md")
    }
    return [
        Fault("report-unknown", f'no report "{name}"', nearest(name, known)).at(
            Place(relative(templates / name, project))
        )
        for name in sorted(lost)
    ]


def read_templates(folder: Path, project: Path) -> Checked[dict[BriefKey, Template]]:
    """The templates `folder/*.md`, by audience and product, in the order of file names.

    Templates whose front matter is wrong are among them if their text can be checked all the same. Problems name files
    relative to `project`. Raises BriefsError when one cannot be read, or there are more than are read.
    """
    templates: dict[BriefKey, Template] = {}
    problems: list[Diagnostic] = []
    paths = files_in(folder, ".md")
    if len(paths) > MOST_TEMPLATES:
        message = f"{relative(folder, project)} has {len(paths):,} templates; a report has {MOST_TEMPLATES} at most"
        raise BriefsError(message, "move those that are not used elsewhere")
    if not paths:
        fault = Fault("file-missing", "there are no templates", "add <audience>.md")
        problems.append(fault.at(Place(relative(folder, project))))
    for path in paths:
        shown = relative(path, project)
        read = _read_in_part(path, shown)
        problems.extend(read.problems)
        if read.value is None:
            continue
        file = read.value
        if excess := too_large(file.body, shown, file.first_line):
            problems.extend(excess)
            continue
        lines = {name: file.lines.line((name,)) for name in file.front.model_fields_set - file.lacks}
        entries = dict(file.lines.by_location)
        template = Template(shown, file.front, file.body, file.first_line, lines, file.lacks, entries)
        if template.front.key in templates and file.lacks & {"audience", "product"}:
            continue  # which brief it is cannot be known
        if (other := templates.get(file.front.key)) is not None:
            copy, first = _copy_and_first(template, other)
            problems.append(_taken(copy, first))
            templates[first.front.key] = first
        else:
            problems.extend(_unknown_kinds(file, shown, contains=file.front.contains))
            problems.extend(_same_code(template, templates.values()))
            templates[file.front.key] = template
    return Checked(templates, tuple(problems))


def _read_in_part(path: Path, shown: str) -> Checked[FrontMatterFile[FrontMatter] | None]:
    """The template at `path`, without the fields of its front matter that are wrong; None if it cannot be read.

    Raises BriefsError if it cannot be opened.
    """
    try:
        return Checked(read_front_matter(path, shown, FrontMatter, "a template"))
    except DocumentError as error:
        found = salvage_front_matter(path, shown, FrontMatter, _stand_ins(path, shown))
        return Checked(found.value, found.problems or error.diagnostics)


def _stand_ins(path: Path, shown: str) -> Mapping[str, Any]:
    """What stands for required fields of a template that are wrong, so that its text can be checked all the same."""
    audience = _AUDIENCE.search(rough_text(path, path.parents[len(PurePosixPath(shown).parts) - 1]))
    texts = dict.fromkeys(("reader", "series", "title", "code", "short_title", "subject"), STAND_IN)
    return {"audience": audience[1] if audience else _name_like(path.stem), **texts, "pages": 1}


def _name_like(stem: str) -> str:
    """A name of an audience made from that of a file."""
    return re.sub(r"[^a-z0-9-]+", "-", stem.lower()).strip("-0123456789") or "audience"


def _copy_and_first(one: Template, other: Template) -> tuple[Template, Template]:
    """Of two templates with the same audience and product, the copy and the other, which is called as they are."""
    key = one.front.key
    wanted = key.audience if key.is_brief else key.product
    return (other, one) if _stem(one) == wanted != _stem(other) else (one, other)


def _taken(copy: Template, first: Template) -> Diagnostic:
    """The error of a template that has the audience and product of the `first` one."""
    key, name = copy.front.key, _stem(copy)
    if key.is_brief:
        message = f'"{key.audience}" is already the audience of {first.path}'
        wanted = f"write: audience: {name}" if _is_free(name, key.audience) else "write the audience of this file"
        hint = (
            f"{wanted}, with a code of its own; another product for {key.audience} has, for example, product: checklist"
        )
        return Fault("front-matter", message, hint).at(copy.place_of("audience"))
    message = f'"{key.product}" for "{key.audience}" is already the product of {first.path}'
    hint = (
        f"write: product: {name}, or another audience"
        if _is_free(name, key.product)
        else "give one of the two another product"
    )
    return Fault("front-matter", message, hint).at(copy.place_of("product"))


def _is_free(name: str, taken: str) -> bool:
    """Whether `name` can be that of an audience, and is not the one that is taken."""
    return name != taken and _NAME.fullmatch(name) is not None


def _stem(template: Template) -> str:
    """The name of a template's file, without folder and ending."""
    return template.path.rpartition("/")[2].removesuffix(".md")


def _same_code(template: Template, others: Iterable[Template]) -> Iterator[Diagnostic]:
    """An error if one of the `others` has the code of `template`, so that two documents have one reference number."""
    code = template.front.code
    for other in others if "code" not in template.lacks else ():
        if "code" not in other.lacks and other.front.code.casefold() == code.casefold():
            message = f'"{code}" is already the code of {other.path}: both would have one reference number'
            yield Fault("front-matter", message, "give each product a code of its own").at(template.place_of("code"))
            return


def read_block_templates(folder: Path, project: Path) -> Checked[dict[str, BlockTemplate]]:
    """The block templates `folder/*.html`, by name. Raises BriefsError when one cannot be read.

    Problems name files relative to `project`.
    """
    templates: dict[str, BlockTemplate] = {}
    problems: list[Diagnostic] = []
    for path in files_in(folder, ".html"):
        shown = relative(path, project)
        try:
            file = read_front_matter(path, shown, BlockTemplateFrontMatter, "a block template")
        except DocumentError as error:
            problems.extend(error.diagnostics)
            continue
        if (fault := _name_fault(path.stem)) is not None:
            problems.append(fault.at(Place(shown)))
            continue
        if excess := too_large(file.body, shown, file.first_line):
            problems.extend(excess)
            continue
        problems.extend(_front_matter_problems(file, shown))
        templates[path.stem] = BlockTemplate(
            path.stem,
            shown,
            file.front,
            file.body,
            file.first_line,
            {option: file.lines.line(("options", option)) for option in file.front.options},
        )
    return Checked(templates, tuple(problems))


def _name_fault(name: str) -> Fault | None:
    """What is wrong with `name` as the name of a block template, if anything; briefs' templates use it as a call."""
    if name in NAMES_IN_TEMPLATES:
        return Fault("template-name", f'"{name}" already means something in templates', "give the file another name")
    if not _CALLABLE.fullmatch(name):
        hint = "use small letters, digits and _, and begin with a letter"
        return Fault("template-name", f'"{name}" is not a name that a template can call', hint)
    return None


def _front_matter_problems(file: FrontMatterFile[BlockTemplateFrontMatter], shown: str) -> Iterator[Diagnostic]:
    """Diagnostics for options of a block template whose names are taken, and for kinds of block that do not exist."""
    for option in sorted(file.front.options.keys() & NAMES_IN_BLOCK_TEMPLATES):
        place = Place(shown, file.lines.line(("options", option)))
        yield Fault("template-name", f'"{option}" already means something in block templates').at(place)
    for option in file.front.most:
        if type(file.front.options.get(option)) is not int:
            place = Place(shown, file.lines.line(("most", option)))
            message = f'`most` names "{option}", which is not an option whose default is a whole number'
            yield Fault("template-name", message, nearest(option, file.front.options)).at(place)
    prints = file.front.prints if isinstance(file.front.prints, list) else []
    yield from _unknown_kinds(file, shown, prints=prints, draws=file.front.draws)


def _unknown_kinds(file: FrontMatterFile[M], shown: str, **fields: Sequence[str]) -> Iterator[Diagnostic]:
    """Diagnostics for kinds of block that `fields` of the front matter name and that do not exist."""
    for field, kinds in fields.items():
        for index, kind in enumerate(kinds):
            if kind not in KINDS:
                place = Place(shown, file.lines.line((field, index)))
                yield Fault("kind-unknown", f'unknown kind "{kind}"', nearest(kind, KINDS)).at(place)


def keys_of(folder: Path, project: Path, templates: Mapping[BriefKey, Template]) -> frozenset[BriefKey]:
    """All documents that have templates, including those that cannot be read: blocks may still name their audiences."""
    keys = set(templates)
    read = {template.path.rpartition("/")[2] for template in templates.values()}
    for path in files_in(folder, ".md"):
        if path.name not in read:
            text = rough_text(path, project)
            audience, product = _AUDIENCE.search(text), _PRODUCT.search(text)
            key = BriefKey(audience[1] if audience else path.stem, product[1] if product else BRIEF)
            keys |= {key, BriefKey(path.stem)} if key in templates and _NAME.fullmatch(path.stem) else {key}
    return frozenset(keys)
