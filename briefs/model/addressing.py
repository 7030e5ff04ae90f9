"""Personal copies: an edition addressed to a recipient, and the line that its masthead and footers then have."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.model.phrases import phrases_for


def addressed(document: Document, copy: Copy) -> Document:
    """`document` as the `copy` of one recipient. Raises ValueError if the edition has no personal copies."""
    if not document.furniture.is_personal:
        raise ValueError("all copies of this edition are the same: it has no room to say whom one is for")
    return replace(document, furniture=replace(document.furniture, copy=copy))


def copy_line(document: Document) -> str:
    """Whom this copy is for, and its number: `For: Jane DOE · Copy 17 of 194`; empty if it is not addressed."""
    return joined_lines(copy_lines(document))


def line_for(copy: Copy, language: str) -> str:
    """The line of `copy` in an edition in `language` (BCP 47)."""
    return joined_lines(lines_for(copy, language))


def copy_lines(document: Document) -> tuple[str, ...]:
    """The same in parts, whom it is for and its number; nothing if it is not addressed."""
    copy = document.furniture.copy
    return () if copy is None else lines_for(copy, document.properties.language)


def lines_for(copy: Copy, language: str) -> tuple[str, ...]:
    """The parts of the line of `copy` in an edition in `language` (BCP 47)."""
    phrases = phrases_for(language)
    whom = phrases.for_whom.format(recipient=" ".join(copy.recipient.split()))
    return whom, phrases.copy_of.format(number=copy.number, total=copy.total)


def joined_lines(lines: tuple[str, ...]) -> str:
    """The parts of a line as one."""
    return " · ".join(lines)
