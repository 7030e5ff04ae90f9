"""The body of a brief in HTML: one serializer for the HTML rendition and for the page layout of the PDF.

It translates and decides nothing: every element of the Document has one form here, and looks are left to style sheets.
The two outputs differ in one thing, where the text of a note stands: see `Placement`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal, TypeAlias, assert_never

from briefs.model.document import (
    Cell,
    Checkbox,
    Content,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    Item,
    Link,
    List,
    Note,
    NoteCall,
    Paragraph,
    Row,
    Section,
    SourceTag,
    Strong,
    Table,
    Text,
    Unit,
)

Placement: TypeAlias = Literal["foot", "end"]
"""Where notes stand: at their call, for a style sheet to float them to the foot of the page, or listed at the end."""

_ADDRESS = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE)
_SVG_PROLOGUE = re.compile(r"\A\s*(<\?xml.*?\?>\s*)?(<!DOCTYPE[^>]*>\s*)?(<!--.*?-->\s*)*", re.DOTALL)
_SVG_START = re.compile(r"<svg\b[^>]*>")
_SVG_TITLE = re.compile(r"\s*<title\b[^>]*>.*?</title>", re.DOTALL)


def body_html(document: Document, placement: Placement) -> str:
    """The masthead, title, sections and notes of `document` as HTML, in the reading order that all renditions have.

    Raises AssertionError when a call names no note or a note is never called: collecting notes has gone wrong.
    """
    notes = _Notes({note.id: note for note in document.notes}, placement, {})
    parts = [masthead_html(document), "<main>", title_html(document)]
    parts += [_section(section, notes) for section in document.sections]
    if placement == "end" and document.notes:
        parts.append(_end_notes(document.notes, notes))
    parts.append("</main>")
    uncalled = [note.id for note in document.notes if note.id not in notes.calls]
    assert not uncalled, f"notes without a call: {', '.join(uncalled)}"
    return "\n".join(parts)


def masthead_html(document: Document) -> str:
    """The identity of the brief (editorial guide A3): issuer, series, identity line, status, distribution."""
    furniture = document.furniture
    return "\n".join(
        [
            '<header class="masthead">',
            f'<div class="line"><p class="issuer">{escape(furniture.issuer)}</p>',
            f'<p class="series">{escape(furniture.series)}</p></div>',
            f'<p class="identity">{escape(" · ".join(furniture.identity))}</p>',
            f'<div class="line standing"><p class="status">{escape(furniture.status)}</p>',
            f'<p class="distribution">{escape(furniture.distribution)}</p></div>',
            "</header>",
        ]
    )


def title_html(document: Document) -> str:
    """The title, the source line and the as-at line."""
    return "\n".join(
        [
            f"<h1>{escape(document.title)}</h1>",
            f'<p class="source">{escape(document.furniture.source)}</p>',
            f'<p class="as-at">{escape(document.furniture.as_at)}</p>',
        ]
    )


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes of one brief while it is written; `calls` counts how often each was called so far."""

    notes: dict[str, Note]
    placement: Placement
    calls: dict[str, int]

    def call(self, call: NoteCall) -> str:
        note = self.notes.get(call.note)
        assert note is not None, f"a call names the note {call.note!r}, which the brief does not have"
        count = self.calls[note.id] = self.calls.get(note.id, 0) + 1
        mark = (
            f'<sup class="call"><a id="{_call_id(note, count)}" href="#{escape(note.unit.id)}">{note.number}</a></sup>'
        )
        if self.placement == "end" or count > 1:
            return mark
        text = self.inlines(note.children)
        back = f'<a class="number" href="#{_call_id(note, 1)}">{note.number}</a>'
        return f'{mark}<span class="note"{_traced(note.unit)}>{back} {text}</span>'

    def inlines(self, children: Iterable[Inline]) -> str:
        return "".join(self.inline(child) for child in children)

    def inline(self, child: Inline) -> str:
        match child:
            case Text():
                return escape(child.text, quote=False)
            case Strong():
                return f"<strong>{self.inlines(child.children)}</strong>"
            case Emphasis():
                return f"<em>{self.inlines(child.children)}</em>"
            case Foreign():
                return f'<i lang="{escape(child.language)}">{self.inlines(child.children)}</i>'
            case Link():
                return _link(child)
            case NoteCall():
                return self.call(child)
            case Checkbox():
                return f'<span class="checkbox" role="img" aria-label="{escape(child.label)}">☐</span>'
            case SourceTag():
                return f' <span class="tag">‹{escape(child.text, quote=False)}›</span>'
            case _:
                assert_never(child)


def _call_id(note: Note, count: int) -> str:
    return f"{escape(note.unit.id)}-call{count if count > 1 else ''}"


def _link(link: Link) -> str:
    if not _ADDRESS.fullmatch(link.target):
        raise ValueError(f"a link leads to {link.target!r}, which is no http, https or mailto address")
    return f'<a href="{escape(link.target)}">{escape(link.text, quote=False)}</a>'


def _traced(unit: Unit | None) -> str:
    """The attributes by which an element says which unit it prints and which blocks that was made from."""
    if unit is None:
        return ""
    blocks = f' data-blocks="{escape(" ".join(unit.blocks))}"' if unit.blocks else ""
    return f' id="{escape(unit.id)}"{blocks}'


def _classes(*names: str) -> str:
    present = " ".join(name for name in names if name)
    return f' class="{escape(present)}"' if present else ""


def _number(number: int | None) -> str:
    """A running number; the space is part of it, so that copied text keeps it apart from the first word."""
    return "" if number is None else f'<span class="number">{number} </span>'


def _section(section: Section, notes: _Notes) -> str:
    named = f' id="{escape(section.id)}"' if section.id else ""
    classes = _classes(section.style, f"level-{section.level}", "new-page" if section.page_break else "")
    tag = f"h{section.level}"
    parts = [f"<section{named}{classes}>", f"<{tag}>{notes.inlines(section.heading)}</{tag}>"]
    parts += [_content(content, notes) for content in section.content]
    return "\n".join([*parts, "</section>"])


def _content(content: Content, notes: _Notes) -> str:
    match content:
        case Paragraph():
            return _paragraph(content, notes)
        case List():
            return _list(content, notes)
        case Table():
            return _table(content, notes)
        case Figure():
            return _figure(content, notes)
        case _:
            assert_never(content)


def _paragraph(paragraph: Paragraph, notes: _Notes) -> str:
    number = paragraph.unit.number if paragraph.unit else None
    text = _number(number) + notes.inlines(paragraph.children)
    traced = _traced(paragraph.unit)
    numbered = "" if number is None else "numbered"
    match paragraph.role:
        case "quote":
            return f"<blockquote{traced}{_classes(numbered)}><p>{text}</p></blockquote>"
        case "body":
            return f"<p{traced}{_classes(numbered)}>{text}</p>"
        case "intro" | "attribution" | "small":
            return f"<p{traced}{_classes(paragraph.role, numbered)}>{text}</p>"
        case "tag":
            return f"<p{traced}{_classes('tags', numbered)}>{text}</p>"
        case _:
            assert_never(paragraph.role)


def _list(content: List, notes: _Notes) -> str:
    tag = "ol" if any(item.unit and item.unit.number is not None for item in content.items) else "ul"
    style = "" if content.style == "numbered" else "plain"
    items = [_item(item, notes) for item in content.items]
    return "\n".join([f"<{tag}{_classes(style)}>", *items, f"</{tag}>"])


def _item(item: Item, notes: _Notes) -> str:
    number = item.unit.number if item.unit else None
    value = "" if number is None else f' value="{number}"'
    return f"<li{_traced(item.unit)}{value}>{_number(number)}{notes.inlines(item.children)}</li>"


def _table(table: Table, notes: _Notes) -> str:
    parts = [f"<table{_classes(table.style)}>"]
    if table.caption or table.number is not None:
        numbered = "" if table.number is None else "numbered"
        parts.append(f"<caption{_classes(numbered)}>{_number(table.number)}{notes.inlines(table.caption)}</caption>")
    if table.widths:
        parts.append("<colgroup>" + "".join(f'<col style="width:{width}%">' for width in table.widths) + "</colgroup>")
    if any(table.columns):
        heads = (f'<th scope="col">{notes.inlines(column)}</th>' if column else "<td></td>" for column in table.columns)
        parts.append(f"<thead><tr>{''.join(heads)}</tr></thead>")
    rows = [_row(row, notes) for row in table.rows]
    return "\n".join([*parts, "<tbody>", *rows, "</tbody>", "</table>"])


def _row(row: Row, notes: _Notes) -> str:
    return f"<tr{_traced(row.unit)}>{''.join(_cell(cell, notes) for cell in row.cells)}</tr>"


def _cell(cell: Cell, notes: _Notes) -> str:
    text = notes.inlines(cell.children)
    return f'<th scope="row">{text}</th>' if cell.header and text else f"<td>{text}</td>"


def _figure(figure: Figure, notes: _Notes) -> str:
    number = figure.unit.number if figure.unit else None
    caption = _number(number) + notes.inlines(figure.caption)
    numbered = "" if number is None else "numbered"
    parts = [f"<figure{_traced(figure.unit)}>", _svg(figure)]
    if caption:
        parts.append(f"<figcaption{_classes(numbered)}>{caption}</figcaption>")
    return "\n".join([*parts, "</figure>"])


def _svg(figure: Figure) -> str:
    """The picture as inline SVG, its alternative as title (SVG 2, 5.7), the one form of it that reaches the PDF."""
    source = _SVG_PROLOGUE.sub("", figure.svg, count=1).strip()
    start = _SVG_START.match(source)
    if start is None:
        raise ValueError(f"a figure is not SVG: {source[:40]!r}")
    opening = start[0] if re.search(r"\brole=", start[0]) else start[0][:-1] + ' role="img">'
    rest = source[start.end() :]
    title = _SVG_TITLE.match(rest)
    return f"{opening}<title>{escape(figure.alternative, quote=False)}</title>{rest[title.end() :] if title else rest}"


def _end_notes(all_notes: tuple[Note, ...], notes: _Notes) -> str:
    parts = ['<section class="notes" role="doc-endnotes">', "<h2>Notes</h2>", "<ol>"]
    for note in all_notes:
        text = notes.inlines(note.children)
        back = f'<a class="back" href="#{_call_id(note, 1)}" aria-label="Back to the text, note {note.number}">↩</a>'
        parts.append(f'<li{_traced(note.unit)} value="{note.number}">{text} {back}</li>')
    return "\n".join([*parts, "</ol>", "</section>"])
