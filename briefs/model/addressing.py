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
    return " · ".join(copy_lines(document))


def copy_lines(document: Document) -> tuple[str, ...]:
    """The same in parts, whom it is for and its number; nothing if it is not addressed."""
    copy, phrases = document.furniture.copy, phrases_for(document.properties.language)
    if copy is None:
        return ()
    whom = phrases.for_whom.format(recipient=" ".join(copy.recipient.split()))
    return whom, phrases.copy_of.format(number=copy.number, total=copy.total)
