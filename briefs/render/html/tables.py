"""Tables in HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import repeat

from briefs.model.document import Cell, Row, Table, Unit
from briefs.model.inline import inline_text
from briefs.render.html.changed_elements import changed, in_change, number_of, traced_unless_gone
from briefs.render.html.inlines import Inlines
from briefs.render.html.passages import text_html
from briefs.render.html.unit_attributes import class_attribute, number_html, numbered

_FOLDING = 3
"""On a narrow screen, the rows of a table of at least so many columns become blocks, with the headings as labels."""
_MANY_COLUMNS = 4
"""A table of at least so many columns may have to be scrolled sideways on a narrow screen."""


def table_html(table: Table, write: Inlines) -> str:
    """A table with its caption, header row and rows; a wide one is in a region that can be scrolled on a screen."""
    folds = write.placement == "end" and len(table.columns) >= _FOLDING
    change = table.change
    whole = "whole" if table.stays_whole else ""
    style = class_attribute(table.style, whole, "folds" if folds else "", "" if change is None else change.kind)
    parts = [f"<table{style}>"]
    number = None if change is not None and change.kind == "deleted" else table.number
    if table.caption or number is not None:
        caption = number_html(number) + write.html(in_change(table.caption, change))
        styles = class_attribute(numbered(number), changed(change, table.caption))
        parts.append(f"<caption{styles}>{caption}</caption>")
    widths = table.widths if write.section is None else write.columns(table, write.section)
    if widths:
        parts.append("<colgroup>" + "".join(f'<col style="width:{width:g}%">' for width in widths) + "</colgroup>")
    if any(table.columns):
        columns = [in_change(column, change) for column in table.columns]
        heads = (f'<th scope="col">{write.html(column)}</th>' if column else "<td></td>" for column in columns)
        parts.append(f"<thead><tr{class_attribute(changed(change, *columns))}>{''.join(heads)}</tr></thead>")
    labels = map(inline_text, table.columns) if folds else ()
    labelled = (*labels, *repeat("", max((len(row.cells) for row in table.rows), default=0)))
    whole_rows = (
        table.rows if change is None else tuple(replace(row, change=row.change or change) for row in table.rows)
    )
    rows = [_row(row, write, row.unit if table.is_list else None, labelled) for row in whole_rows]
    parts += ["<tbody>", *rows, "</tbody>", "</table>"]
    name = inline_text(table.caption)
    if write.placement == "end" and name and len(table.columns) >= _MANY_COLUMNS:
        # A region that scrolls must be reached by keyboard and have a name (WCAG 2.2, 2.1.1 and 4.1.2).
        parts = [f'<div class="moving" role="region" aria-label="{escape(name)}" tabindex="0">', *parts, "</div>"]
    return "\n".join(parts)


def _row(row: Row, write: Inlines, tagged: Unit | None, labels: Sequence[str]) -> str:
    """A row; `tagged` is its unit, if its first cell has the unit's source tag; `labels` are those of its cells."""
    number = number_of(row.unit, row.change)
    cells = [replace(cell, children=in_change(cell.children, row.change)) for cell in row.cells]
    first, others = cells[:1], cells[1:]
    made = [_cell(cell, write, label, number, tagged) for cell, label in zip(first, labels, strict=False)]
    made += [_cell(cell, write, label) for cell, label in zip(others, labels[1:], strict=False)]
    styles = class_attribute(changed(row.change, *(cell.children for cell in row.cells)))
    return f"<tr{traced_unless_gone(row.unit, row.change)}{styles}>{''.join(made)}</tr>"


def _cell(cell: Cell, write: Inlines, label: str, number: int | None = None, unit: Unit | None = None) -> str:
    """A cell; `label` is the heading of its column, which a narrow screen shows beside it."""
    attributes = class_attribute(numbered(number)) + (f' data-label="{escape(label)}"' if label else "")
    text = number_html(number) + text_html(cell.children, unit, write)
    return f'<th scope="row"{attributes}>{text}</th>' if cell.header and text else f"<td{attributes}>{text}</td>"
