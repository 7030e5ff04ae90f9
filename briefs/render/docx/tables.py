"""Tables: a header row that is repeated, rows that are never split, the last never alone, widths in
shares of the measure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from briefs.model.document import Inline, Row, Table, Unit
from briefs.render.docx.controls import unit_bookmark, unit_control
from briefs.render.docx.inlines import Story, inlines
from briefs.word.elements import Element, paragraph, w

_HEIGHTS = {"clearance": 478}
"""Least heights of rows in twips, by the style of their table: room to write by hand."""
_RULE = 20
"""The rule around a box in twips: outside the measure of a paragraph; in a table half inside, or all, by program."""


def table(
    content: Table,
    story: Story,
    width: int,
    *,
    is_small: bool = False,
    is_boxed: bool = False,
    running: Callable[[Unit | None], int | None],
) -> Element:
    """A table as wide as the text (in twips), without its caption, each row in the control of its unit.

    `is_boxed`: it is the lower part of a box. `running` gives the list in which a unit has its number, if it has one.
    """
    width += _RULE if is_boxed else 0
    widths = _widths(content, width)
    text, heading = ("TableSmall", "TableSmallHeading") if is_small else ("TableText", "TableHeading")
    look = _Look(text, heading, _HEIGHTS.get(content.style, 0), 0 if is_boxed else len(widths))
    has_row_headings = bool(content.rows) and all(row.cells and row.cells[0].header for row in content.rows)
    rows: list[Element] = []
    for row in content.rows:
        keeps_next = row in (content.rows[:-1] if content.stays_whole else content.rows[-2:-1])
        made = _row(row, widths, look, keeps_next, running(row.unit), story)
        rows.extend(unit_control(row.unit, [made], story.ids))
    return w(
        "tbl",
        _properties(content, is_boxed, width, has_row_headings),
        w("tblGrid", *(w("gridCol", w=column) for column in widths)),
        _header_row(content.columns, widths, look, story),
        *rows,
    )


class _Look(NamedTuple):
    """Styles of text and of headings, the least height of rows, and the column (from 1) that ends where the text does:
    it has no room at its right."""

    text: str
    heading: str
    height: int
    flush: int


def _widths(content: Table, width: int) -> list[int]:
    """Widths of columns in twips, which add up to `width`."""
    shares = content.widths or (1,) * len(content.columns)
    edges = [0, *(round(width * reached / sum(shares)) for reached in accumulate(shares))]
    return [right - left for left, right in pairwise(edges)]


def _properties(content: Table, is_boxed: bool, width: int, has_row_headings: bool) -> Element:
    """Properties of a table. Its alternative text is the word for what it is, as the caption above says the rest.

    The caption is not said again there: readers that print alternative texts, pandoc among them, would print it twice,
    and LibreOffice does not keep them.
    """
    return w(
        "tblPr",
        w("tblStyle", val="BriefAskTable" if is_boxed else "BriefTable"),
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=-_RULE * 3 // 4, type="dxa") if is_boxed else None,
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


def _header_row(columns: tuple[tuple[Inline, ...], ...], widths: list[int], look: _Look, story: Story) -> Element:
    cells = [
        _cell(paragraph(look.heading, *inlines(column, story), keep_next=True), width, number == look.flush, "bottom")
        for number, (column, width) in enumerate(zip(columns, widths, strict=True), start=1)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: Row, widths: list[int], look: _Look, keeps_next: bool, list_id: int | None, story: Story) -> Element:
    contents = [inlines(cell.children, story) for cell in row.cells]
    contents[0] = unit_bookmark(row.unit, contents[0], story.ids)
    cells = [
        _cell(
            paragraph(
                look.heading if cell.header and list_id is None else look.text,
                *content,
                list_id=list_id if number == 1 else None,
                keep_next=keeps_next,
            ),
            width,
            number == look.flush,
            "center" if look.height else "",
        )
        for number, (cell, content, width) in enumerate(zip(row.cells, contents, widths, strict=True), start=1)
    ]
    room = w("trHeight", val=look.height, hRule="atLeast") if look.height else None
    return w("tr", w("trPr", w("cantSplit"), room), *cells)


def _cell(content: Element, width: int, is_flush: bool, align: str) -> Element:
    """A cell; where the text ends, it has no room at its right."""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("tcMar", w("right", w=0, type="dxa")) if is_flush else None,
        w("vAlign", val=align) if align else None,
    )
    return w("tc", properties, content)
