"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): which elements are around each marked content of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from briefs.report.pdf.pdf_glyphs import Around, Cell, Tags

_DEEPEST = 40
_WITHIN_LINES = frozenset(
    {"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Lbl", "Annot", "Ruby", "NonStruct"}
)
"""Elements within a line of text (ISO 32000-1, 14.8.4.4)."""
_MOST_ELEMENTS = 20_000
"""On one page; a file that has more is not read as tagged there."""


@dataclass(slots=True)
class PageStructure:
    """`tags`: what is around each marked content of a page, by its number. `alternatives`: what pictures show, by the
    number of their marked content, or else a negative number."""

    tags: dict[int, Around] = field(default_factory=dict)
    alternatives: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An element that is still to be read, and what is around it."""

    element: Any
    tags: Tags = ()
    block: int = -1
    table: int = -1
    row: int = -1
    cell: Cell | None = None


class StructureReader:
    """Reads the structure of the pages of one file."""

    def __init__(self, raw: Any) -> None:
        """Begin with `pypdfium2.raw`."""
        self._raw = raw
        self._buffer = ctypes.create_string_buffer(4096)

    def read(self, page: Any) -> PageStructure:
        """The structure of a page: nothing if the file is not tagged."""
        raw, found = self._raw, PageStructure()
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            return found
        try:
            waiting = [
                _Waiting(raw.FPDF_StructTree_GetChildAtIndex(tree, index))
                for index in range(min(raw.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS))
            ][::-1]
            count = 0
            while waiting and count < _MOST_ELEMENTS:
                one = waiting.pop()
                if one.element:
                    waiting += self._read_element(one, count, found)
                    count += 1
        finally:
            raw.FPDF_StructTree_Close(tree)
        return found

    def _read_element(self, one: _Waiting, number: int, found: PageStructure) -> list[_Waiting]:
        """Note the marked content of one element; its children, the last one first."""
        raw = self._raw
        kind = self._text(raw.FPDF_StructElement_GetType, one.element, 64)
        inside = replace(
            one,
            tags=(*one.tags, kind),
            block=one.block if kind in _WITHIN_LINES and one.block >= 0 else number,
            table=number if kind == "Table" else one.table,
            row=number if kind == "TR" else one.row,
            cell=(one.table, one.row, number) if kind in ("TD", "TH") and one.row >= 0 else one.cell,
        )
        direct = raw.FPDF_StructElement_GetMarkedContentID(one.element)
        contents = [direct] if direct >= 0 else []
        children: list[_Waiting] = []
        for index in range(min(max(raw.FPDF_StructElement_CountChildren(one.element), 0), _MOST_ELEMENTS)):
            content = raw.FPDF_StructElement_GetChildMarkedContentID(one.element, index)
            if content >= 0:
                contents.append(content)
            elif len(inside.tags) < _DEEPEST:
                children.append(replace(inside, element=raw.FPDF_StructElement_GetChildAtIndex(one.element, index)))
        around = Around(inside.tags, inside.block, inside.cell)
        for content in contents:
            found.tags.setdefault(content, around)
        if kind == "Figure" and (shown := self._text(raw.FPDF_StructElement_GetAltText, one.element, 4096).strip()):
            found.alternatives[contents[0] if contents else -1 - number] = " ".join(shown.split())
        return children[::-1]

    def _text(self, read: Callable[..., int], element: Any, most: int) -> str:
        """A text of an element, of at most so many bytes in UTF-16."""
        length = read(element, self._buffer, most)
        if not 2 < length <= most:
            return ""
        return self._buffer.raw[: length - 2].decode("utf-16-le", "replace")
