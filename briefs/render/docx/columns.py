"""Columns of tables in larger type: none is narrower than its longest word, which Word and LibreOffice would break.

The PDF's layout does the same by itself.
"""

from __future__ import annotations

from briefs.word.elements import Element, qn

_LETTER = 0.55
"""The width of a letter in ems, as it is in bold type on the average, and a little more."""
_ROOM = 160
"""Twips between columns."""
_CELL_TYPE = 10 / 11
"""The size of type in tables against running text."""


def widen_columns(root: Element, size: int) -> None:
    """Give columns of the tables in `root` the room that words in running text of `size` points take.

    What one column gains the others lose, as far as they have room to spare.
    """
    letter = _LETTER * size * 20 * _CELL_TYPE
    for table in root.iter(qn("w:tbl")):
        grid = list(table.iter(qn("w:gridCol")))
        rows = [list(row.iter(qn("w:tc"))) for row in table.iter(qn("w:tr"))]
        if any(len(row) != len(grid) for row in rows):
            continue
        longest = (max(map(_longest_word, column)) for column in zip(*rows, strict=True))
        widths = _shared([_twips(column, "w") for column in grid], [round(n * letter) + _ROOM for n in longest])
        for column, width in zip(grid, widths, strict=True):
            column.set(qn("w:w"), str(width))
        for row in rows:
            for cell, width in zip(row, widths, strict=True):
                for said in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcW')}"):
                    said.set(qn("w:w"), str(width))


def _shared(widths: list[int], least: list[int]) -> list[int]:
    """`widths`, none less than its `least` if the others can give what it lacks; their sum stays the same."""
    lacking = [max(0, needed - width) for width, needed in zip(widths, least, strict=True)]
    spare = [max(0, width - needed) for width, needed in zip(widths, least, strict=True)]
    if not sum(lacking) or sum(lacking) > sum(spare):
        return widths
    given = [room * sum(lacking) // sum(spare) for room in spare]
    given[spare.index(max(spare))] += sum(lacking) - sum(given)
    return [width + gain - loss for width, gain, loss in zip(widths, lacking, given, strict=True)]


def _longest_word(cell: Element) -> int:
    """The letters of the longest word; one with a hyphen may be broken there."""
    text = " ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p")))
    return max((len(word) for word in text.replace("-", "- ").split()), default=0)


def _twips(element: Element, name: str) -> int:
    return int(element.get(qn(f"w:{name}"), "0"))
