"""Tables of a page: their cells by rows and columns, wherever some reach over several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from briefs.report.html.element_facts import heading_level, name_of, value, words_in

_SECTIONS = ("thead", "tbody", "tfoot")
WIDEST = 200
"""The most columns of a table; further cells are put into the last."""
_FURTHEST = 1000
"""The most rows that one cell reaches over (HTML, 4.9.11 has 65534)."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its cells, each with its text where it begins and nothing where it reaches; `line` of the file."""

    cells: tuple[str, ...]
    is_head: bool
    line: int


def is_data_table(table: etree._Element) -> bool:
    """Whether a table has data in rows and columns. Others only place texts on a page."""
    if words_in(table, "role") & {"presentation", "none"}:
        return False
    widest = has_names = 0
    for element in table.iterdescendants():
        name = name_of(element)
        if name == "table" or heading_level(element):
            return False
        has_names |= name in ("th", "thead", "caption")
        if name == "tr":
            widest = max(widest, sum(name_of(cell) in ("td", "th") for cell in element))
    return widest > 1 or bool(has_names)


def caption_of(table: etree._Element) -> etree._Element | None:
    """The caption of a table."""
    return next((child for child in table if name_of(child) == "caption"), None)


def strays(table: etree._Element, text_of: Callable[[etree._Element], str]) -> Iterator[str]:
    """Texts in a table that stand in none of its cells, which browsers print above it."""
    parts = [table, *(child for child in table if name_of(child) in _SECTIONS)]
    for part in [*parts, *(row for section in parts for row in section if name_of(row) == "tr")]:
        inner = ("td", "th") if name_of(part) == "tr" else ("tr", "caption", "colgroup", "col", *_SECTIONS)
        yield (part.text or "").strip()
        for child in part:
            if name_of(child) not in (*inner, ""):
                yield text_of(child)
            yield (child.tail or "").strip()


def grid_rows(table: etree._Element, text_of: Callable[[etree._Element], str]) -> list[GridRow]:
    """The rows of a table that have any words, all of the same width; `text_of` gives the text of a cell."""
    reaching: dict[int, int] = {}  # how many more rows a cell above fills of a column
    found: list[tuple[list[str], bool, int]] = []
    for row, is_in_head in _rows(table):
        cells: list[str] = []
        has_data = False
        for cell in row:
            if name_of(cell) not in ("td", "th"):
                continue
            while reaching.get(len(cells), 0):
                reaching[len(cells)] -= 1
                cells.append("")
            text = text_of(cell)
            has_data |= name_of(cell) == "td" and bool(text)
            if len(cells) >= WIDEST:
                cells[-1] = f"{cells[-1]} {text}".strip()
                continue
            below = _span(cell, "rowspan", _FURTHEST) - 1
            for number in range(min(_span(cell, "colspan", WIDEST), WIDEST - len(cells))):
                if below:
                    reaching[len(cells)] = below
                cells.append("" if number else text)
        while reaching.get(len(cells), 0):
            reaching[len(cells)] -= 1
            cells.append("")
        if any(cells):
            found.append((cells, is_in_head or not has_data, _line_of(row)))
    width = max((len(cells) for cells, _, _ in found), default=0)
    return list(_heads_first(found, width))


def columns_of(rows: list[GridRow]) -> tuple[str, ...]:
    """What names the columns: the last row of those that do, with what stands above where it is empty."""
    columns: tuple[str, ...] = ()
    for row in rows:
        if not row.is_head:
            break
        above = columns or ("",) * len(row.cells)
        columns = tuple(cell or before for cell, before in zip(row.cells, above, strict=True))
    return columns or ("",) * (len(rows[0].cells) if rows else 0)


def _heads_first(found: list[tuple[list[str], bool, int]], width: int) -> Iterator[GridRow]:
    """The rows; only those before all data name columns."""
    is_before_data = True
    for cells, is_head, line in found:
        is_before_data &= is_head
        yield GridRow((*cells, *("",) * (width - len(cells))), is_before_data, line)


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table itself, not those of tables within it, and whether each is in its head; the foot is last."""
    foot: list[etree._Element] = []
    for child in table:
        name = name_of(child)
        if name == "tr":
            yield child, False
        elif name in _SECTIONS:
            rows = [row for row in child if name_of(row) == "tr"]
            if name == "tfoot":
                foot += rows
            else:
                for row in rows:
                    yield row, name == "thead"
    for row in foot:
        yield row, False


def _line_of(element: etree._Element) -> int:
    """The line of the file on which an element begins, from 1."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _span(cell: etree._Element, name: str, most: int) -> int:
    number = value(cell, name)
    return min(most, max(1, int(number))) if number.isascii() and number.isdecimal() and len(number) < 7 else 1
