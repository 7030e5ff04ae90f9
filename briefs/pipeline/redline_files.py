"""The files of a redline: Word with tracked changes, and PDF and HTML to read, with a table of what changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.document import Document
from briefs.model.formats import Format
from briefs.model.mark import Mark
from briefs.model.phrases import phrases_for
from briefs.model.redline_phrases import redline_phrases_for
from briefs.model.redline_readings import is_redline, rejected
from briefs.model.redlined import Redline
from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.looks import checked_look
from briefs.pipeline.order import Progress, Project
from briefs.pipeline.renditions import file_name
from briefs.pipeline.sources import Sources, read_sources
from briefs.pipeline.word_references import word_reference
from briefs.pipeline.word_rendition import write_word
from briefs.redline.change_table import change_section
from briefs.redline.comparing import redline as compare
from briefs.redline.proof import check_redline, check_word_redline, has_sound_moves
from briefs.redline.same_numbers import seen_changes, without_same_numbers
from briefs.render.html.page import render_html
from briefs.render.layout import Layout, for_redlines
from briefs.render.pdf.pages import lay_out, write_redline_pdf

FOLDER = "redlines"
"""Where redlines are written, beside what was built."""


@dataclass(frozen=True, slots=True)
class RedlineLook:
    """What redlines of the briefs of one report are rendered with: its sources, and the layout with that of changes."""

    sources: Sources
    layout: Layout


def redline_look(project: Project, report: str, sheet: Sheet = USUAL) -> RedlineLook:
    """The present look of the briefs of `report`. Raises DocumentError for what is wrong with it, and BriefsError."""
    sources = read_sources(replace(project, report=report)).value
    look = checked_look(sources.project, sources.templates, sources.house)
    if look.value is None or look.has_errors:
        raise DocumentError(look.problems)
    folder = project.templates / "layout"
    return RedlineLook(sources, for_redlines(replace(look.value, sheet=sheet), folder, project.root))


def since(old: Document, new: Document) -> str:
    """How a redline names its old edition: by its version, and by its status, its date and that it is not as it was
    built last, as far as nothing before tells it from the new one."""
    before, now = old.properties, new.properties
    if before.status == now.status and before.version != now.version:
        return before.version
    phrases = phrases_for(now.language)
    told = [phrases.statuses[before.status]]
    if _is_dated(old, new):
        told.append(phrases.printed_date(datetime.date.fromisoformat(before.date)))
    elif _is_former(old, new):
        told.append(redline_phrases_for(now.language).former)
    return f"{before.version} ({', '.join(told)})"


def redline_name(report: str, old: Document, new: Document, format: Format, sheet: Sheet = USUAL) -> str:
    """The name of a file of a redline: that of its new edition, and since when it shows changes."""
    before, now = old.properties, new.properties
    is_told = before.status == now.status and before.version != now.version
    edition = before.version if is_told else f"{before.version}-{before.status}"
    if not is_told:
        edition += f"-{before.date}" if _is_dated(old, new) else "-before" if _is_former(old, new) else ""
    return f"{Path(file_name(report, new, format, sheet)).stem}_changes-since-{edition}.{format}"


def _is_dated(old: Document, new: Document) -> bool:
    """Whether only its date tells the old edition from the new one."""
    before, now = old.properties, new.properties
    return (before.status, before.version) == (now.status, now.version) and before.date != now.date


def _is_former(old: Document, new: Document) -> bool:
    """Whether nothing but its words tells the old edition from the new one."""
    before, now = old.properties, new.properties
    is_same = (before.status, before.version, before.date) == (now.status, now.version, now.date)
    return is_same and (old.title, old.sections, old.notes) != (new.title, new.sections, new.notes)


def redline_files(
    redline: Redline, report: str, formats: Sequence[Format], look: RedlineLook, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files of `redline`, which is proved first; its brief is one of `report`.

    Raises BriefsError and DocumentError.
    """
    check_redline(redline)
    named = since(redline.old, redline.new)
    readable = readable_redline(redline, named)
    for format in formats:
        name = redline_name(report, redline.old, redline.new, format, look.layout.sheet)
        progress(f"writing {name}")
        match format:
            case "docx":
                yield name, _word(redline, look)
            case "pdf":
                laid_out = lay_out(readable, look.layout, _key(redline))
                yield name, write_redline_pdf(laid_out, readable)
            case "html":
                yield name, render_html(readable, look.layout, _key(redline)).encode()


def readable_redline(redline: Redline, named: str) -> Document:
    """The Document of a redline as PDF and HTML print it: what it is stands in its masthead, what changed at its end.

    It has no passages to open and is nobody's copy; and its identifier is none of an edition, which it is not.
    """
    document, words = without_same_numbers(redline.document), redline_phrases_for(redline.new.properties.language)
    furniture, properties = document.furniture, document.properties
    *first, last = furniture.running_header
    return replace(
        document,
        furniture=replace(
            furniture,
            status=words.title.format(title=furniture.status, edition=named),
            running_header=(*first, words.title.format(title=last, edition=named)),
            is_personal=False,
            copy=None,
        ),
        properties=replace(
            properties,
            title=words.title.format(title=properties.title, edition=named),
            identifier=f"{properties.identifier}, {redline.old.properties.identifier}",
        ),
        sections=(*document.sections, change_section(redline, named)),
        contexts=(),
    )


def _key(redline: Redline) -> str:
    words = redline_phrases_for(redline.new.properties.language)
    changes = seen_changes(redline.changes)
    if not changes:
        return words.nothing
    has_moves = any(change.kind == "moved" for change in changes)
    has_others = is_redline(redline.old)
    more = (words.key_moved if has_moves else "", words.key_others if has_others else "")
    return " ".join(filter(None, (words.key, *more)))


def house_mark(new: Document) -> Mark:
    """The mark of changes by the house: it is their author, and their date is that of the `new` edition."""
    return Mark(new.furniture.issuer, f"{new.properties.date}T00:00:00Z")


def _word(redline: Redline, look: RedlineLook) -> bytes:
    """The Word file with tracked changes: accepting all gives the new edition, rejecting all the old one.

    Raises BriefsError if it does not.
    """
    sources, key = look.sources, redline.new.key
    house, template = sources.house.house, sources.templates.get(key)
    if template is None:
        raise BriefsError(f"there is no template for {key} any more", "choose the format with --format pdf or html")
    reference = word_reference(sources.project, template, house)

    def written(document: Document) -> bytes:
        return write_word(document, look.layout, reference, None, house.letterhead).content

    marked, document = written(redline.document), redline.document
    if not has_sound_moves(marked):
        document = compare(redline.old, redline.new, house_mark(redline.new)).document
        marked = written(document)
    old = replace(rejected(document), origins=(), contexts=(), form_sources=(), form_spans=())  # those of the new one
    check_word_redline(marked, written(redline.new), written(old))
    return marked
