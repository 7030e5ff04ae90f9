"""The body of a brief in HTML: one serializer for the HTML rendition and for the page layout of the PDF.

It translates and decides nothing: every element of the Document has one form here, and looks are left to style sheets.
The two outputs differ in where the text of a note stands, see `Placement`, and in what a screen can open.
"""

from __future__ import annotations

from html import escape
from typing import assert_never

from briefs.model.document import (
    Cell,
    Content,
    Document,
    Figure,
    Inline,
    Item,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Unit,
    inline_text,
)
from briefs.render.figures.drawing import DrawFigure, Drawing, no_drawings
from briefs.render.html.inlines import Inlines, Placement, call_id, traced
from briefs.render.html.passages import contexts_of, parted, passages_html, table_passages_html

_MANY_COLUMNS = 4
"""Columns from which on a narrow screen may have to move a table sideways."""


def body_html(document: Document, placement: Placement, draw: DrawFigure = no_drawings) -> str:
    """The masthead, title, sections and notes of `document` as HTML, in the reading order that all renditions have.

    `draw` draws figures. Raises AssertionError when a call names no note or a note is never called: collecting notes
    has gone wrong.
    """
    contexts = contexts_of(document) if placement == "end" else {}
    write = Inlines({note.id: note for note in document.notes}, placement, contexts=contexts, draw=draw)
    parts = [masthead_html(document), "<main>", title_html(document, write)]
    parts += [_section(section, write) for section in document.sections]
    if placement == "end" and document.notes:
        parts.append(_end_notes(document.notes, write))
    parts.append("</main>")
    uncalled = [note.id for note in document.notes if note.id not in write.calls]
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


def title_html(document: Document, write: Inlines) -> str:
    """The title, the source line and the as-at line."""
    return "\n".join(
        [
            f"<h1>{escape(document.title)}</h1>",
            f'<p class="source">{write.html(document.furniture.source)}</p>',
            f'<p class="as-at">{escape(document.furniture.as_at)}</p>',
        ]
    )


def _classes(*names: str) -> str:
    present = " ".join(name for name in names if name)
    return f' class="{escape(present)}"' if present else ""


def _number(number: int | None) -> str:
    """A running number; the space is part of it, so that copied text keeps it apart from the first word."""
    return "" if number is None else f'<span class="number">{number} </span>'


def _section(section: Section, write: Inlines) -> str:
    named = f' id="{escape(section.id)}"' if section.id else ""
    classes = _classes(section.style, f"level-{section.level}", "new-page" if section.page_break else "")
    tag = f"h{section.level}"
    parts = [f"<section{named}{classes}>", f"<{tag}>{write.html(section.heading)}</{tag}>"]
    for before, content in zip((None, *section.content), section.content, strict=False):
        passages = ""
        if isinstance(before, Table) and isinstance(content, Paragraph) and content.role == "tag":
            passages = table_passages_html(before, write.contexts, parted(content.children)[1])
        parts.append(passages or _content(content, write))
    return "\n".join([*parts, "</section>"])


def _content(content: Content, write: Inlines) -> str:
    match content:
        case Paragraph():
            return _paragraph(content, write)
        case List():
            return _list(content, write)
        case Table():
            return _table(content, write)
        case Figure():
            return _figure(content, write)
        case _:
            assert_never(content)


def _with_passages(element: str, passages: str) -> str:
    return f"{element}\n{passages}" if passages else element


def _paragraph(paragraph: Paragraph, write: Inlines) -> str:
    number = paragraph.unit.number if paragraph.unit else None
    words, passages = _opening(paragraph.children, paragraph.unit, write)
    return _with_passages(_paragraph_element(paragraph, _number(number) + words, number), passages)


def _opening(children: tuple[Inline, ...], unit: Unit | None, write: Inlines) -> tuple[str, str]:
    """The text of a unit, and what opens its passages: the source tag at the end of the text, taken from it."""
    text, tag = parted(children)
    passages = passages_html(unit, write.contexts, tag)
    return write.html(text if passages else children), passages


def _paragraph_element(paragraph: Paragraph, text: str, number: int | None) -> str:
    attributes = traced(paragraph.unit)
    numbered = "" if number is None else "numbered"
    match paragraph.role:
        case "quote":
            return f"<blockquote{attributes}{_classes(numbered)}><p>{text}</p></blockquote>"
        case "body":
            return f"<p{attributes}{_classes(numbered)}>{text}</p>"
        case "intro" | "attribution" | "small":
            return f"<p{attributes}{_classes(paragraph.role, numbered)}>{text}</p>"
        case "tag":
            return f"<p{attributes}{_classes('tags', numbered)}>{text}</p>"
        case _:
            assert_never(paragraph.role)


def _list(content: List, write: Inlines) -> str:
    tag = "ol" if any(item.unit and item.unit.number is not None for item in content.items) else "ul"
    style = "" if content.style == "numbered" else "plain"
    items = [_item(item, write) for item in content.items]
    return "\n".join([f"<{tag}{_classes(style)}>", *items, f"</{tag}>"])


def _item(item: Item, write: Inlines) -> str:
    number = item.unit.number if item.unit else None
    value = "" if number is None else f' value="{number}"'
    text = _with_passages(*_opening(item.children, item.unit, write))
    return f"<li{traced(item.unit)}{value}>{_number(number)}{text}</li>"


def _table(table: Table, write: Inlines) -> str:
    parts = [f"<table{_classes(table.style, 'whole' if table.stays_whole else '')}>"]
    if table.caption or table.number is not None:
        numbered = "" if table.number is None else "numbered"
        parts.append(f"<caption{_classes(numbered)}>{_number(table.number)}{write.html(table.caption)}</caption>")
    if table.widths:
        parts.append("<colgroup>" + "".join(f'<col style="width:{width}%">' for width in table.widths) + "</colgroup>")
    if any(table.columns):
        heads = (f'<th scope="col">{write.html(column)}</th>' if column else "<td></td>" for column in table.columns)
        parts.append(f"<thead><tr>{''.join(heads)}</tr></thead>")
    rows = [_row(row, write, row.unit if table.is_list else None) for row in table.rows]
    parts += ["<tbody>", *rows, "</tbody>", "</table>"]
    name = inline_text(table.caption)
    if write.placement == "end" and name and len(table.columns) >= _MANY_COLUMNS:
        # What moves is reached by keyboard and says what it is (WCAG 2.2, 2.1.1 and 4.1.2).
        parts = [f'<div class="moving" role="region" aria-label="{escape(name)}" tabindex="0">', *parts, "</div>"]
    return "\n".join(parts)


def _row(row: Row, write: Inlines, tagged: Unit | None) -> str:
    """A row; `tagged` is its unit, if its first cell has the tag of that."""
    number = row.unit.number if row.unit else None
    first = ((cell, write, number, tagged) for cell in row.cells[:1])
    others = ((cell, write, None, None) for cell in row.cells[1:])
    cells = [_cell(*cell) for cell in (*first, *others)]
    return f"<tr{traced(row.unit)}>{''.join(cells)}</tr>"


def _cell(cell: Cell, write: Inlines, number: int | None, unit: Unit | None) -> str:
    numbered = _classes("" if number is None else "numbered")
    text = _number(number) + _with_passages(*_opening(cell.children, unit, write))
    return f'<th scope="row"{numbered}>{text}</th>' if cell.header and text else f"<td{numbered}>{text}</td>"


def _figure(figure: Figure, write: Inlines) -> str:
    number = figure.unit.number if figure.unit else None
    caption = _number(number) + _with_passages(*_opening(figure.caption, figure.unit, write))
    numbered = "" if number is None else "numbered"
    parts = [f"<figure{traced(figure.unit)}>"]
    if caption:
        parts.append(f"<figcaption{_classes(numbered)}>{caption}</figcaption>")
    drawings = write.draw(figure)
    # A screen may be narrow; the style sheet shows one of the two
    names = ("",) if len(drawings) == 1 else ("wide", "narrow")
    parts += [_svg(drawing, name) for drawing, name in zip(drawings, names, strict=True)]
    return "\n".join([*parts, "</figure>"])


def _svg(drawing: Drawing, name: str) -> str:
    """A drawing as inline SVG; its title is the one form of its alternative that reaches the PDF."""
    return drawing.svg.replace("<svg", f'<svg{_classes(name)} role="img"', 1)


def _end_notes(notes: tuple[Note, ...], write: Inlines) -> str:
    parts = ['<section class="notes" role="doc-endnotes">', "<h2>Notes</h2>", "<ol>"]
    for note in notes:
        text, passages = _opening(note.children, note.unit, write)
        back = f'<a class="back" href="#{call_id(note, 1)}" aria-label="Back to the text, note {note.number}">↩</a>'
        text = _with_passages(f"{text} {back}", passages)
        parts.append(f'<li{traced(note.unit)} value="{note.number}">{text}</li>')
    return "\n".join([*parts, "</ol>", "</section>"])
