"""The cells of one sheet of a workbook, as its part of the package has them (ECMA-376, part 1, 18.3).

openpyxl reads the same, but makes objects of everything on the way, which takes minutes for long lists.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from briefs.recipients.list_table import Cell, Odd, Row

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE, _FORMULA, _INLINE, _TEXT, _PHONETIC = (f"{_NS}{name}" for name in ("v", "f", "is", "t", "rPh"))
SAVE = "open it in a program for tables and save it again as .xlsx"
_WORDS = "write it as words, and format the column as text"
LAST_COLUMN = 16384
"""How many columns a sheet can have: XFD is the last one."""
_MOST_LETTERS = 3


def sheet_rows(part: bytes, strings: Sequence[str], dates: Collection[int]) -> Iterator[Row]:
    """The rows in the `part` of a sheet, formulas as their results.

    `strings` are those that the sheets of the workbook share; `dates` are the styles of cells whose numbers are dates
    or times. Raises an error of lxml, ValueError or IndexError if the part is damaged.
    """
    columns: dict[str, int] = {}
    line = 0
    rows = etree.iterparse(io.BytesIO(part), tag=f"{_NS}row", huge_tree=False, resolve_entities=False, no_network=True)
    for _, element in rows:
        line = int(element.get("r") or line + 1)
        cells: list[Cell] = []
        for one in element:
            letters = (one.get("r") or "").rstrip("0123456789")
            index = columns.get(letters) if letters else len(cells)
            if index is None:
                index = columns[letters] = column_number(letters)
            if not 0 <= index < LAST_COLUMN:
                raise ValueError("there is no such column")
            if index >= len(cells):
                cells += [""] * (index + 1 - len(cells))
            cells[index] = _value(one, strings, dates)
        yield Row(line, cells)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _value(cell: etree._Element, strings: Sequence[str], dates: Collection[int]) -> Cell:
    kind = cell.get("t")
    if kind == "inlineStr":
        inline = cell.find(_INLINE)
        return "" if inline is None else _words(inline)
    text = cell.findtext(_VALUE)
    if not text:
        has_formula = kind != "str" and cell.find(_FORMULA) is not None
        return Odd("a formula without a result", SAVE) if has_formula else ""
    match kind:
        case "s":
            return strings[int(text)]
        case "str":
            return text
        case "b":
            return text in ("1", "true")
        case "e":
            return Odd(f"an error of the spreadsheet ({text})", "correct its formula, or write words")
        case "d":
            return Odd("a date or a time", _WORDS)
    if int(cell.get("s") or 0) in dates:
        return Odd("a date or a time", _WORDS)
    number = float(text)
    return int(number) if number.is_integer() else number


def _words(inline: etree._Element) -> str:
    """A text that may be in several runs; how it is pronounced is not part of it."""
    if len(inline) == 1 and inline[0].tag == _TEXT:
        return inline[0].text or ""
    return "".join(part.text or "" for child in inline if child.tag != _PHONETIC for part in child.iter(_TEXT))


def column_number(letters: str) -> int:
    """A column (from 0) by its letters; one that no sheet has if they are too many."""
    if len(letters) > _MOST_LETTERS:
        return LAST_COLUMN
    number = 0
    for one in letters.upper():
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1
