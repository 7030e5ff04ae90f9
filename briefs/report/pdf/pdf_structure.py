"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): which elements are around each marked content of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefs.report.pdf.pdf_glyphs import Tags

_DEEPEST = 40
_WITHIN_LINES = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Sub", "Lbl", "Annot", "Ruby", "NonStruct"})
"""Elements within a line of text (ISO 32000-1, 14.8.4.4)."""
_MOST_ELEMENTS = 20_000
"""On one page; a file that has more is not read as tagged there."""


@dataclass(slots=True)
class PageStructure:
    """`tags`: for each number of marked content, the types of the elements around it, outermost first, and the number
    of the innermost one on this page that is a block of text. `alternatives`: what pictures show, by number of the marked content, or of the
    element if it has none."""

    tags: dict[int, tuple[Tags, int]] = field(default_factory=dict)
    alternatives: dict[int, str] = field(default_factory=dict)


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
                (raw.FPDF_StructTree_GetChildAtIndex(tree, index), (), -1)
                for index in range(min(raw.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS))
            ][::-1]
            count = 0
            while waiting and count < _MOST_ELEMENTS:
                element, around, block = waiting.pop()
                if element:
                    waiting += self._read_element(element, around, block, count, found)
                    count += 1
        finally:
            raw.FPDF_StructTree_Close(tree)
        return found

    def _read_element(
        self, element: Any, around: Tags, block: int, number: int, found: PageStructure
    ) -> list[tuple[Any, Tags, int]]:
        """Note the marked content of one element; its children, the last one first, with the types around them and the
        number of the block of text that they are in."""
        raw = self._raw
        kind = self._text(raw.FPDF_StructElement_GetType, element, 64)
        tags = (*around, kind)
        block = block if kind in _WITHIN_LINES and block >= 0 else number
        direct = raw.FPDF_StructElement_GetMarkedContentID(element)
        contents = [direct] if direct >= 0 else []
        children: list[tuple[Any, Tags, int]] = []
        for index in range(min(max(raw.FPDF_StructElement_CountChildren(element), 0), _MOST_ELEMENTS)):
            content = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if content >= 0:
                contents.append(content)
            elif len(tags) < _DEEPEST:
                children.append((raw.FPDF_StructElement_GetChildAtIndex(element, index), tags, block))
        for content in contents:
            found.tags.setdefault(content, (tags, block))
        if tags[-1] == "Figure" and (shown := self._text(raw.FPDF_StructElement_GetAltText, element, 4096).strip()):
            found.alternatives[contents[0] if contents else -1 - number] = " ".join(shown.split())
        return children[::-1]

    def _text(self, read: Callable[..., int], element: Any, most: int) -> str:
        """A text of an element, of at most so many bytes in UTF-16."""
        length = read(element, self._buffer, most)
        if not 2 < length <= most:
            return ""
        return self._buffer.raw[: length - 2].decode("utf-16-le", "replace")
