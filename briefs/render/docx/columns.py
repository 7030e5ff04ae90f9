"""Widths of columns: shares of the measure; in larger type none narrower than its longest word.

Word and LibreOffice would break the word. The layout of the PDF keeps it whole by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from briefs.model.document import Table
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, SourceTag, Strong, Text
from briefs.model.sheet import Sheet
from briefs.word.controls import UNCHECKED
from briefs.word.elements import Element, qn
from briefs.word.measures import twips

_LETTER = 0.55
"""The width of a letter in ems, a little more than the average in bold type."""
_ROOM = 160
"""Twips between columns."""
_CELL_TYPE = 10 / 11
"""The size of type in tables against running text."""


def column_widths(table: Table, width: int, sheet: Sheet) -> list[int]:
    """Widths of the columns of a table in twips, which add up to `width`."""
    shares = table.widths or (1,) * len(table.columns)
    edges = [0, *(round(width * reached / sum(shares)) for reached in accumulate(shares))]
    widths = [right - left for left, right in pairwise(edges)]
    if not sheet.is_large_print:
        return widths
    rows = [table.columns, *(tuple(cell.children for cell in row.cells) for row in table.rows)]
    longest = [max(_longest_word(_shown(cell)) for cell in column) for column in zip(*rows, strict=True)]
    return widened(widths, longest, sheet)


def widened(widths: Sequence[int], longest: Sequence[int], sheet: Sheet) -> list[int]:
    """`widths` in twips, with room for the longest words, given in letters.

    What one column gains the others lose, as far as they have room to spare; if they do not, nothing changes.
    """
    letter = _LETTER * sheet.size * 20 * _CELL_TYPE
    least = [round(letters * letter) + _ROOM for letters in longest]
    lacking = [max(0, needed - width) for width, needed in zip(widths, least, strict=True)]
    spare = [max(0, width - needed) for width, needed in zip(widths, least, strict=True)]
    if not sum(lacking) or sum(lacking) > sum(spare):
        return list(widths)
    given = [room * sum(lacking) // sum(spare) for room in spare]
    given[spare.index(max(spare))] += sum(lacking) - sum(given)
    return [width + gain - loss for width, gain, loss in zip(widths, lacking, given, strict=True)]


def widen_tables(root: Element, sheet: Sheet) -> None:
    """Widen columns of tables that a header or footer of the reference document has, for large print."""
    for table in root.iter(qn("w:tbl")) if sheet.is_large_print else ():
        grid = list(table.iter(qn("w:gridCol")))
        rows = [list(row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr"))]
        if not rows or any(len(row) != len(grid) for row in rows):
            continue
        longest = [max(_longest_word(_words_in(cell)) for cell in column) for column in zip(*rows, strict=True)]
        widths = widened([twips(column, "w") for column in grid], longest, sheet)
        cells = ((cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in row) for row in rows)
        for row in (((column,) for column in grid), *cells):
            for said, width in zip(row, widths, strict=True):
                for each in said:
                    each.set(qn("w:w"), str(width))


def _words_in(cell: Element) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p")))


def _longest_word(text: str) -> int:
    """The letters of the longest word; one with a hyphen may be broken there."""
    return max((len(word) for word in text.replace("-", "- ").split()), default=0)


def _shown(children: tuple[Inline, ...]) -> str:
    """The characters of a cell; marks of notes, which are small, are left out."""
    parts = []
    for child in children:
        match child:
            case Text() | Link():
                parts.append(child.text)
            case Strong() | Emphasis() | Foreign():
                parts.append(_shown(child.children))
            case SourceTag():
                parts.append(f" {child.printed}")
            case Checkbox():
                parts.append(UNCHECKED)
            case NoteCall():
                pass
    return "".join(parts)
