"""Tables in HTML."""

from __future__ import annotations

from html import escape

from briefs.model.document import Cell, Row, Table, Unit
from briefs.model.inline import inline_text
from briefs.render.html.inlines import Inlines
from briefs.render.html.passages import text_html
from briefs.render.html.unit_attributes import class_attribute, number_html, numbered, traced

_MANY_COLUMNS = 4
"""A table of at least so many columns may have to be scrolled sideways on a narrow screen."""


def table_html(table: Table, write: Inlines) -> str:
    """A table with its caption, header row and rows; a wide one is in a region that can be scrolled on a screen."""
    parts = [f"<table{class_attribute(table.style, 'whole' if table.stays_whole else '')}>"]
    if table.caption or table.number is not None:
        caption = number_html(table.number) + write.html(table.caption)
        parts.append(f"<caption{class_attribute(numbered(table.number))}>{caption}</caption>")
    if table.widths:
        parts.append("<colgroup>" + "".join(f'<col style="width:{width}%">' for width in table.widths) + "</colgroup>")
    if any(table.columns):
        heads = (f'<th scope="col">{write.html(column)}</th>' if column else "<td></td>" for column in table.columns)
        parts.append(f"<thead><tr>{''.join(heads)}</tr></thead>")
    rows = [_row(row, write, row.unit if table.is_list else None) for row in table.rows]
    parts += ["<tbody>", *rows, "</tbody>", "</table>"]
    name = inline_text(table.caption)
    if write.placement == "end" and name and len(table.columns) >= _MANY_COLUMNS:
        # A region that scrolls must be reached by keyboard and have a name (WCAG 2.2, 2.1.1 and 4.1.2).
        parts = [f'<div class="moving" role="region" aria-label="{escape(name)}" tabindex="0">', *parts, "</div>"]
    return "\n".join(parts)


def _row(row: Row, write: Inlines, tagged: Unit | None) -> str:
    """A row; `tagged` is its unit, if its first cell has the unit's source tag."""
    number = row.unit.number if row.unit else None
    first = (_cell(cell, write, number, tagged) for cell in row.cells[:1])
    others = (_cell(cell, write) for cell in row.cells[1:])
    return f"<tr{traced(row.unit)}>{''.join((*first, *others))}</tr>"


def _cell(cell: Cell, write: Inlines, number: int | None = None, unit: Unit | None = None) -> str:
    attributes = class_attribute(numbered(number))
    text = number_html(number) + text_html(cell.children, unit, write)
    return f'<th scope="row"{attributes}>{text}</th>' if cell.header and text else f"<td{attributes}>{text}</td>"
