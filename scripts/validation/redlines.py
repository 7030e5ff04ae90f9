"""Redlines: the rules of the Open XML SDK for their Word files, veraPDF and qpdf for PDF, Nu and axe for HTML.

An older edition is made of each kept one: units are left out, others say other words, and some stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.model.archive import read_edition
from briefs.model.document import Content, Document, List, Table
from briefs.model.document_walk import map_content, map_inlines
from briefs.model.inline import Inline, Text
from briefs.output.last_manifest import read_manifest
from briefs.pipeline.order import Project, silent
from briefs.pipeline.redline_files import house_mark, redline_files, redline_look
from briefs.redline.comparing import redline
from scripts.validation.pdf import check_pdf
from scripts.validation.results import Result
from scripts.validation.tools import Tools
from scripts.validation.web import check_html
from scripts.validation.word import OFFICES, sdk_problems

_EVERY = 3


def check_redlines(folder: Path, project: Path, tools: Tools) -> Iterator[Result]:
    """What validators say of redlines of the kept editions in `folder`, in the look of `project`. Raises ToolFailed."""
    listed = [one for one in read_manifest(folder).get("editions", ()) if not one.get("superseded")]
    with TemporaryDirectory(prefix="briefs-redlines-") as name:
        made: list[Path] = []
        for entry in listed:
            new = read_edition((folder / entry["path"]).read_bytes()).document
            look = redline_look(Project(project), entry["report"])
            stem = Path(entry["path"]).name.partition(".json")[0]
            found = redline(older(new), new, house_mark(new))
            for file, content in redline_files(found, f"{stem}_redline", ("docx", "pdf", "html"), look, silent):
                (Path(name) / file).write_bytes(content)
                made.append(Path(name) / file)
        of_suffix = {suffix: [one for one in made if one.suffix == suffix] for suffix in (".docx", ".pdf", ".html")}
        for file_made in of_suffix[".docx"]:
            for office in OFFICES:
                yield Result(file_made.name, f"Open XML SDK, {office}", sdk_problems(file_made, office, tools))
        yield from check_pdf(of_suffix[".pdf"], tools)
        yield from check_html(of_suffix[".html"], tools)


def older(new: Document) -> Document:
    """An edition that could have been before `new`: the same with other words, fewer units, and in another order."""
    return map_content(map_inlines(new, _other_words), _fewer)


def _other_words(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline content in which the first text lacks a word and has another one."""
    made = list(children)
    for number, one in enumerate(made):
        if isinstance(one, Text) and len(words := one.text.split(" ")) > _EVERY:
            made[number] = Text(" ".join([*words[:1], "formerly", *words[2:]]))
            break
    return tuple(made)


def _fewer(content: Content) -> Content:
    """A list or table without some of its items or rows, the others in another order."""
    match content:
        case List(items=items) if len(items) > 1:
            return replace(content, items=(*items[1::_EVERY], *items[:1]))
        case Table(rows=rows) if len(rows) > 1:
            return replace(content, rows=(*rows[1::_EVERY], *rows[:1]))
        case _:
            return content
