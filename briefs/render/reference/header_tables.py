"""Tables in headers and footers of a reference document, adapted to the words that a brief will have in them.

This is the one step of adapting that must know the words of a brief, so it is no part of its look.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.sheet import Sheet
from briefs.render.reference.longest_words import longest_word, with_room
from briefs.render.reference.placeholders import words_shown
from briefs.word.elements import Element, qn
from briefs.word.measures import twips


def widen_tables(root: Element, words: Mapping[str, str], sheet: Sheet) -> None:
    """Widen columns of tables in a header or footer for large print, before anything is written there.

    `words` are those that will take the place of placeholders, by the tags of these.
    """
    for table in root.iter(qn("w:tbl")) if sheet.is_large_print else ():
        grid = list(table.iter(qn("w:gridCol")))
        rows = [list(row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr"))]
        if not rows or any(len(row) != len(grid) for row in rows):
            continue
        shown = [[words_shown(cell, words) for cell in column] for column in zip(*rows, strict=True)]
        longest = [longest_word("\n".join(column)) for column in shown]
        widths = with_room([twips(column, "w") for column in grid], longest, sheet)
        cells = ((cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in row) for row in rows)
        for row in (((column,) for column in grid), *cells):
            for said, width in zip(row, widths, strict=True):
                for each in said:
                    each.set(qn("w:w"), str(width))
