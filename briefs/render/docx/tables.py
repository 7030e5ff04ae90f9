"""Tables: the header row is repeated, rows are never split, and no row is alone on its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefs.model.document import Row, Table, Unit
from briefs.model.mark import Change
from briefs.model.phrases import phrases_for
from briefs.render.docx.columns import cell_margins, column_widths
from briefs.render.docx.inlines import Story, inlines
from briefs.render.docx.keeping import Keep
from briefs.render.docx.rooms import row_height
from briefs.render.reference.look import Look
from briefs.word.controls import unit_bookmark, unit_control
from briefs.word.elements import Element, paragraph, w
from briefs.word.revision_marks import changed_control, mark_row

_HEIGHTS = {"clearance": 478}
"""Minimum heights of rows, in twips, by the style of the table: room to write by hand."""
_GUARDED = 4
"""In large print, the first row of a table with fewer rows may be alone on a page: else the table would be whole."""
_RULE = 20
"""The thickness of the rule around a box, in twips. It is outside the measure of a paragraph, and a table begins
with it: so that both have their rules at the same place, a table begins before the measure by as much."""


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes tables without their captions, each row in the control of its unit.

    `running` returns the list in which a unit has its number, if it has one.
    """

    story: Story
    running: Callable[[Unit | None, Change | None], int | None]

    def table(self, content: Table, keep: Keep, *, is_small: bool, is_boxed: bool) -> Element:
        """A table as wide as the text; `is_small`: it is in small type, `is_boxed`: it is the lower part of a box."""
        width = self.story.look.width + (_RULE if is_boxed else 0)
        look = self._look(content, width, is_small, is_boxed)
        has_row_headings = bool(content.rows) and all(row.cells and row.cells[0].header for row in content.rows)
        is_large = self.story.look.sheet.is_large_print
        is_whole = content.stays_whole and (content.style == "clearance" or not is_large)
        guarded = (len(content.rows) - 1,) if is_large and len(content.rows) < _GUARDED else (1, len(content.rows) - 1)
        made: list[Element] = []
        for place, row in enumerate(content.rows, start=1):
            is_last = place == len(content.rows)
            stays = is_whole or place in guarded or keep.is_kept
            made.extend(self._row(row, look, keep.at_end if is_last else Keep.NEXT if stays else Keep.FREE))
        return w(
            "tbl",
            self._properties(content, is_boxed, width, has_row_headings),
            w("tblGrid", *(w("gridCol", w=column) for column in look.widths)),
            self._header_row(content, look),
            *made,
        )

    def _look(self, content: Table, width: int, is_small: bool, is_boxed: bool) -> _TableLook:
        look = self.story.look
        styles = ("TableSmall", "TableSmallHeading") if is_small else ("TableText", "TableHeading")
        text, heading = map(look.style, styles)
        flush = 0 if is_boxed else len(content.columns)
        left, right = cell_margins(look, _table_style(look, is_boxed))
        rooms = [left + (0 if number == flush else right) for number in range(1, len(content.columns) + 1)]
        size = max(map(look.styles.size, (text, heading))) / 2
        widths = column_widths(content, width, self.story.letters, size, rooms)
        return _TableLook(text, heading, look.sheet.enlarged(_HEIGHTS.get(content.style, 0)), widths, flush)

    def _properties(self, content: Table, is_boxed: bool, width: int, has_row_headings: bool) -> Element:
        """Properties of a table. Its alternative text is only the word for what it is, since the caption says the rest.

        The caption is not repeated there: readers that print alternative texts, pandoc among them, would print it
        twice, and LibreOffice does not keep them.
        """
        rows = {"firstRow": 1, "lastRow": 0, "firstColumn": int(has_row_headings), "lastColumn": 0}
        return w(
            "tblPr",
            w("tblStyle", val=_table_style(self.story.look, is_boxed)),
            w("tblW", w=width, type="dxa"),
            w("tblInd", w=-_RULE, type="dxa") if is_boxed else None,
            w("tblLayout", type="fixed" if content.widths else "autofit"),
            w("tblLook", val="04A0" if has_row_headings else "0420", **rows, noHBand=0, noVBand=1),
            w("tblCaption", val=self._name(content)) if content.style else None,
        )

    def _name(self, content: Table) -> str:
        """The word for what a table is: that of its block template, or the program's for a table that the program
        adds."""
        phrases = phrases_for(self.story.look.language)
        return phrases.clearance if content.style == "clearance" else content.style.capitalize()

    def _header_row(self, table: Table, look: _TableLook) -> Element:
        contents = (
            paragraph(look.heading, *inlines(column, self.story, table.change), keep_next=True)
            for column in table.columns
        )
        cells = (look.cell(content, number, "bottom") for number, content in enumerate(contents, start=1))
        made = w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)
        if table.change is not None:
            mark_row(made, table.change, self.story.ids)
        return made

    def _row(self, row: Row, look: _TableLook, keep: Keep) -> list[Element]:
        list_id = self.running(row.unit, row.change)
        contents = [inlines(cell.children, self.story, row.change) for cell in row.cells]
        contents[0] = unit_bookmark(row.unit, contents[0], self.story.ids)
        cells = []
        for number, (cell, content) in enumerate(zip(row.cells, contents, strict=True), start=1):
            made = paragraph(
                look.heading if cell.header and list_id is None else look.text,
                *content,
                list_id=list_id if number == 1 else None,
                keep_next=keep.of(is_last=number == len(contents)),
            )
            cells.append(look.cell(made, number, "center" if look.height else ""))
        height = max(look.height, row_height(row, self.story.look.sheet))
        room = w("trHeight", val=height, hRule="atLeast") if height else None
        made_row = w("tr", w("trPr", w("cantSplit"), room), *cells)
        if row.change is not None:
            mark_row(made_row, row.change, self.story.ids)
        return changed_control(unit_control(row.unit, [made_row], self.story.ids), row.change, self.story.ids)


def _table_style(look: Look, is_boxed: bool) -> str:
    return look.style("BriefAskTable" if is_boxed else "BriefTable")


@dataclass(frozen=True, slots=True)
class _TableLook:
    """The styles of text and of headings, and in twips the minimum height of rows and the widths of columns.

    `flush` is the column (from 1) that ends where the text ends: it has no space on its right.
    """

    text: str
    heading: str
    height: int
    widths: list[int]
    flush: int

    def cell(self, content: Element, number: int, align: str) -> Element:
        """The cell in a column, counted from 1."""
        properties = w(
            "tcPr",
            w("tcW", w=self.widths[number - 1], type="dxa"),
            w("tcMar", w("right", w=0, type="dxa")) if number == self.flush else None,
            w("vAlign", val=align) if align else None,
        )
        return w("tc", properties, content)
