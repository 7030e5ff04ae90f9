"""Tables: a header row that is repeated, rows that are never split, widths in shares of the measure."""

from __future__ import annotations

from itertools import accumulate, pairwise

from briefs.model.document import Cell, Inline, Row, Table
from briefs.render.docx.controls import unit_bookmark, unit_control
from briefs.render.docx.inlines import Story, inlines
from briefs.render.docx.markup import Element, paragraph, w

_HEIGHTS = {"clearance": 478}
"""Least heights of rows in twips, by the style of their table: room to write by hand."""


def table(content: Table, story: Story, width: int, is_small: bool) -> Element:
    """A table as wide as the text (in twips), without its caption, each row in the control of its unit."""
    widths = _widths(content, width)
    text, heading = ("TableSmall", "TableSmallHeading") if is_small else ("TableText", "TableHeading")
    has_row_headings = bool(content.rows) and all(row.cells and row.cells[0].header for row in content.rows)
    height = _HEIGHTS.get(content.style, 0)
    rows: list[Element] = []
    for row in content.rows:
        keeps_next = content.stays_whole and row is not content.rows[-1]
        rows.extend(unit_control(row.unit, [_row(row, widths, text, heading, height, keeps_next, story)], story.ids))
    return w(
        "tbl",
        _properties(content, width, has_row_headings),
        w("tblGrid", *(w("gridCol", w=column) for column in widths)),
        _header_row(content.columns, widths, heading, story),
        *rows,
    )


def _widths(content: Table, width: int) -> list[int]:
    """Widths of columns in twips, which add up to `width`."""
    shares = content.widths or (1,) * len(content.columns)
    edges = [0, *(round(width * reached / sum(shares)) for reached in accumulate(shares))]
    return [right - left for left, right in pairwise(edges)]


def _properties(content: Table, width: int, has_row_headings: bool) -> Element:
    """Properties of a table. Its alternative text is the word for what it is, as the caption above says the rest.

    The caption is not said again there: readers that print alternative texts, pandoc among them, would print it twice,
    and LibreOffice does not keep them.
    """
    return w(
        "tblPr",
        w("tblStyle", val="BriefTable"),
        w("tblW", w=width, type="dxa"),
        w("tblLayout", type="fixed" if content.widths else "autofit"),
        w(
            "tblLook",
            val="04A0" if has_row_headings else "0420",
            firstRow=1,
            lastRow=0,
            firstColumn=int(has_row_headings),
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        w("tblCaption", val=content.style.capitalize()) if content.style else None,
    )


def _header_row(columns: tuple[tuple[Inline, ...], ...], widths: list[int], style: str, story: Story) -> Element:
    cells = [
        _cell(paragraph(style, *inlines(column, story), keep_next=True), width, number == len(widths), "bottom")
        for number, (column, width) in enumerate(zip(columns, widths, strict=True), start=1)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: Row, widths: list[int], text: str, heading: str, height: int, keeps_next: bool, story: Story) -> Element:
    contents = [inlines(cell.children, story) for cell in row.cells]
    contents[0] = unit_bookmark(row.unit, contents[0], story.ids)
    cells = [
        _cell(
            paragraph(_style(cell, text, heading), *content, keep_next=keeps_next),
            width,
            number == len(widths),
            "center" if height else "",
        )
        for number, (cell, content, width) in enumerate(zip(row.cells, contents, widths, strict=True), start=1)
    ]
    room = w("trHeight", val=height, hRule="atLeast") if height else None
    return w("tr", w("trPr", w("cantSplit"), room), *cells)


def _style(cell: Cell, text: str, heading: str) -> str:
    return heading if cell.header else text


def _cell(content: Element, width: int, is_last: bool, align: str) -> Element:
    """A cell; the last of a row has no room at its right, where the text ends."""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("tcMar", w("right", w=0, type="dxa")) if is_last else None,
        w("vAlign", val=align) if align else None,
    )
    return w("tc", properties, content)
