"""A Document paragraph by paragraph, as its Word file prints it: what a returned file is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefs.model.addressing import copy_line
from briefs.model.document import Content, Document, Figure, Item, List, Note, Paragraph, Row, Section, Table, Unit
from briefs.model.document_walk import note_calls, owners_of
from briefs.model.inline import Inline, without_text_area
from briefs.model.provenance import FormSpan
from briefs.model.redline_readings import accepted
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, SOURCES
from briefs.model.sent_runs import SentRun, sent_run
from briefs.model.sent_text import SentParagraph, SentPiece, SentRole

_OWN_SECTIONS = (SOURCES, GAPS, CLEARING_NOTES, CLEARANCE)
"""Sections that no line of a template says."""


def sent_paragraphs(document: Document) -> tuple[SentParagraph, ...]:
    """What `document` says, paragraph by paragraph in the order of its Word file: masthead, sections, notes.

    Cells are there even if they are empty. What stands at the right of a masthead's line is behind a tab. Of a redline,
    it is what its new edition says.
    """
    return tuple(_Sending(accepted(document)).paragraphs())


@dataclass(frozen=True, slots=True)
class _Where:
    """What paragraphs of one section have in common; `counts` are those without a unit so far, by their role."""

    section: str = ""
    line: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> str:
        """The key of the next paragraph of this kind that no unit names."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind} {self.section}/{self.counts[kind]}"


class _Sending:
    """Writes down what one document says."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans: dict[tuple[str, int], list[FormSpan]] = {}
        for span in document.form_spans:
            self._spans.setdefault((span.unit, span.run), []).append(span)

    def paragraphs(self) -> Iterator[SentParagraph]:
        document = self._document
        yield from self._masthead()
        for section in document.sections:
            yield from self._section(section)
        notes = {note.id: note for note in document.notes}
        for called in note_calls((Section(document.furniture.about, ()), *document.sections)):
            yield self._note(notes[called])

    def _masthead(self) -> Iterator[SentParagraph]:
        document, furniture = self._document, self._document.furniture
        yield _line_of("issuer", f"{furniture.issuer}\t{furniture.series}")
        yield _line_of("identity", " · ".join(furniture.identity))
        if furniture.is_personal:
            yield _line_of("copy", copy_line(document))
        yield _line_of("status", f"{furniture.status}\t{furniture.distribution}")
        yield _line_of("title", document.title)
        yield _paragraph("masthead about", "masthead", sent_run(furniture.about))

    def _section(self, section: Section) -> Iterator[SentParagraph]:
        where = _Where(section.id, 0 if section.id in _OWN_SECTIONS else section.line)
        for content in (None, *section.content):
            match content:
                case None:
                    key = f"heading {section.id}"
                    yield self._own(key, "heading", section.heading, where)
                case Paragraph():
                    yield self._printed_paragraph(content, where, section)
                case List():
                    for item in content.items:
                        yield self._text(item, where)
                case Table():
                    yield from self._table(content, where)
                case Figure():
                    yield self._figure(content, where)

    def _printed_paragraph(self, content: Paragraph, where: _Where, section: Section) -> SentParagraph:
        match content.role:
            case "intro":
                line = _line(_after(content, section), where)
                return replace(self._own(where.next("intro"), "intro", content.children, where), line=line)
            case "attribution":
                return self._of_unit(content.unit, "attribution", content.children, where, run=None)
            case "tag":
                tags = sent_run(content.children).tags
                return replace(
                    _paragraph(where.next("tag"), "tag", SentRun()),
                    pieces=tuple(map(SentPiece, tags)),
                    section=where.section,
                )
            case _:
                return self._text(content, where)

    def _text(self, printed: Paragraph | Item, where: _Where) -> SentParagraph:
        children = without_text_area(printed.children)
        return self._of_unit(printed.unit, "text", children, where, run=0)

    def _figure(self, figure: Figure, where: _Where) -> SentParagraph:
        return self._of_unit(figure.unit, "caption", figure.caption, where, run=0)

    def _table(self, table: Table, where: _Where) -> Iterator[SentParagraph]:
        place = where.next("table").removeprefix("table ")
        here = replace(where, line=_line(table, where))
        if table.caption or table.number is not None:
            caption = self._own(f"caption {place}", "caption", table.caption, here)
            yield replace(caption, number=table.number)
        for number, column in enumerate(table.columns, start=1):
            yield replace(self._own(f"column {place}#{number}", "column", column, here), column=number)
        for number, row in enumerate(table.rows, start=1):
            yield from self._row(row, f"cell {place}/{number}", here)

    def _row(self, row: Row, name: str, where: _Where) -> Iterator[SentParagraph]:
        for number, cell in enumerate(row.cells, start=1):
            children = without_text_area(cell.children)
            key = f"{name if row.unit is None else row.unit.name}#{number}"
            made = self._of_unit(row.unit, "cell", children, where, run=number - 1, key=key)
            yield replace(made, column=number, number=made.number if number == 1 else None)

    def _note(self, note: Note) -> SentParagraph:
        made = self._of_unit(note.unit, "note", note.children, _Where(), run=0)
        return replace(made, number=note.number or None)

    def _own(self, key: str, role: SentRole, children: tuple[Inline, ...], where: _Where) -> SentParagraph:
        return replace(_paragraph(key, role, sent_run(children)), section=where.section, line=where.line)

    def _of_unit(
        self,
        unit: Unit | None,
        role: SentRole,
        children: tuple[Inline, ...],
        where: _Where,
        run: int | None,
        key: str = "",
    ) -> SentParagraph:
        """A paragraph that prints the `run` of a unit; with None, something that goes with the unit."""
        if unit is None:
            return self._own(key or where.next(role), role, children, where)
        spans = () if run is None else self._spans.get((unit.name, run), ())
        made = _paragraph(
            key or (unit.name if run is not None else f"{role} {unit.name}"), role, sent_run(children, spans)
        )
        return replace(
            made,
            unit=unit.name,
            tag=unit.tag,
            number=unit.number if run is not None else None,
            section=where.section,
            line=unit.line,
            is_verbatim=unit.verbatim,
        )


def _line_of(name: str, text: str) -> SentParagraph:
    return SentParagraph(f"masthead {name}", "masthead", (SentPiece(text),) if text else ())


def _paragraph(key: str, role: SentRole, run: SentRun) -> SentParagraph:
    return SentParagraph(key, role, run.pieces, tags=run.tags)


def _after(content: Content, section: Section) -> Content | None:
    """The block element that follows `content` in its section."""
    at = next(index for index, one in enumerate(section.content) if one is content)
    return section.content[at + 1] if at + 1 < len(section.content) else None


def _line(content: Content | None, where: _Where) -> int:
    """The line of the template that calls a block element; that of the section if it prints no blocks."""
    units = () if content is None or not where.line else owners_of(content)
    return next((unit.line for unit, _ in units), where.line)
