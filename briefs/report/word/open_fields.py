"""The fields that are open at a place of a report (ISO/IEC 29500-1, 17.16): their results are text, their codes not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefs.word.elements import Element, value_of

_CONTENTS = re.compile(r"\s*(?:TOC|TOA|INDEX)\b", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    instruction: str = ""
    has_result: bool = False
    is_left: bool = False


@dataclass(slots=True)
class OpenFields:
    """The complex fields around a place, outermost first.

    A field may go on through many paragraphs, as a contents list does. If fields are not closed in a file
    (`are_whole` is false), none goes on after its paragraph. An instruction never does.
    """

    are_whole: bool = True
    _open: list[_Open] = field(default_factory=list)

    def mark(self, element: Element) -> None:
        """Note the beginning, the middle or the end of a field (`w:fldChar`)."""
        kind = value_of(element, "fldCharType")
        if kind == "begin":
            self._open.append(_Open())
        elif self._open and kind == "separate":
            self._open[-1].has_result = True
        elif self._open and kind == "end":
            self._open.pop()

    def open_simple(self, instruction: str) -> None:
        """Open a field whose result follows (`w:fldSimple`)."""
        self._open.append(_Open(instruction, True))

    def close_simple(self) -> None:
        """Close the field that was opened last."""
        if self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += text

    def end_paragraph(self) -> None:
        """Note that the paragraph ends."""
        if not self.are_whole:
            self._open.clear()
        for one in self._open:
            one.is_left = True

    @property
    def is_code(self) -> bool:
        """Whether what stands here belongs to an instruction."""
        return any(not one.has_result and not one.is_left for one in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether what stands here is in a list of contents, of figures or of words."""
        return any(one.has_result and _CONTENTS.match(one.instruction) for one in self._open)

    @property
    def is_page(self) -> bool:
        """Whether what stands here is the number of a page, or how many there are."""
        return bool(self._open) and _PAGE.match(self._open[-1].instruction) is not None
