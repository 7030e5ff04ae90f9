"""From the HTML of block templates to tables of the Document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefs.compose.looks.html_elements import HtmlError, expect, forms_of, line_of, reject_text
from briefs.compose.looks.html_inlines import inlines_in
from briefs.compose.units import unit_printing
from briefs.model.document import Cell, Row, Table
from briefs.model.inline import Inline

MOST_COLUMNS = 63
"""The most columns that Word gives a table."""


def read_table(element: etree._Element) -> Table:
    """The `<table>` in `element`. Raises HtmlError."""
    caption: tuple[Inline, ...] = ()
    columns: tuple[tuple[Inline, ...], ...] = ()
    rows: list[Row] = []
    reject_text(element)
    for part in element:
        expect(part, "caption", "thead", "tbody")
        if (part.tag == "caption" and caption) or (part.tag == "thead" and columns):
            raise HtmlError(f"a table can have only one <{part.tag}>", line_of(part))
        if part.tag == "caption":
            caption = inlines_in(part)
            continue
        reject_text(part)
        if part.tag == "thead":
            columns = _columns(part)
        else:
            rows.extend(_row(row) for row in part)
    is_list = element.get("data-rows", "") == "numbered"
    if element.get("data-rows") is not None and not is_list:
        raise HtmlError(f'data-rows can only be "numbered", not "{element.get("data-rows")}"', line_of(element))
    if not columns or not (caption or is_list) or not rows:
        raise HtmlError("a table needs a <caption>, a <thead> and rows", line_of(element))
    if len(columns) > MOST_COLUMNS:
        raise HtmlError(f"a table can have {MOST_COLUMNS} columns at most, as in Word", line_of(element))
    for row, source in zip(rows, element.iterfind("tbody/tr"), strict=True):
        if len(row.cells) != len(columns):
            counts = f"cells in this row: {len(row.cells)}, columns in its table: {len(columns)}"
            raise HtmlError(f"a row must have one cell for each column ({counts})", line_of(source))
    widths, style = _widths(element, len(columns)), element.get("class", "")
    return Table(caption, columns, tuple(rows), widths, None, style, is_list)


def _columns(head: etree._Element) -> tuple[tuple[Inline, ...], ...]:
    """The headings of columns in a `<thead>`."""
    if len(head) != 1:
        raise HtmlError("a table needs exactly one header row", line_of(head))
    return tuple(inlines_in(cell) for cell in _cells(head[0]))


def _row(element: etree._Element) -> Row:
    cells = tuple(Cell(inlines_in(cell), cell.tag == "th") for cell in _cells(element))
    return Row(cells, unit_printing(forms_of(element)))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    expect(row, "tr")
    reject_text(row)
    for cell in row:
        expect(cell, "th", "td")
        yield cell


def _widths(element: etree._Element, columns: int) -> tuple[int, ...]:
    """The shares of the text width, in per cent, that a table gives its columns; empty if it gives none."""
    text = element.get("data-widths", "")
    if not text:
        return ()
    try:
        widths = tuple(int(word) for word in text.split())
    except ValueError:
        widths = ()
    if len(widths) != columns or sum(widths) != 100 or min(widths) < 1:
        message = f'data-widths must give each of the {columns} columns a share, 100 in all, not "{text}"'
        raise HtmlError(message, line_of(element))
    return widths
