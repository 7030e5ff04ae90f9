"""Which paragraphs stay on one page with the next, as the style sheet of the PDF says it for pages.

These are the paragraphs of a decision and of the source list; the end of what a source tag or a small note follows, a
caveat on a table, or the table to sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from briefs.model.document import Content, List, Paragraph, Section, Table
from briefs.model.section_ids import CLEARANCE, SOURCES


class Keep(Enum):
    """How the paragraphs of an element stay together."""

    FREE = "none is kept with another"
    TOGETHER = "all but the last stay with the next paragraph"
    NEXT = "all stay with the next paragraph"
    LAST = "the last stays with the next paragraph"

    @property
    def is_kept(self) -> bool:
        """Whether a paragraph, other than the last of the element, stays with the next."""
        return self in (Keep.TOGETHER, Keep.NEXT)

    @property
    def inside(self) -> Keep:
        """How a part of the element, other than the last, stays together."""
        return Keep.NEXT if self.is_kept else Keep.FREE

    def of(self, *, is_last: bool) -> bool:
        """Whether a paragraph of the element, its last one or another, stays with the next."""
        return self is Keep.NEXT or self is (Keep.LAST if is_last else Keep.TOGETHER)

    @property
    def at_end(self) -> Keep:
        """How the last part of the element stays with the next element, as a whole."""
        return Keep.NEXT if self.of(is_last=True) else self


def keeps(section: Section, following: Section | None = None, is_large_print: bool = False) -> Iterator[Keep]:
    """How the heading of a section and each of its elements stay with the next element.

    `following` is the next section. A decision box is on one page with its heading, except in large print. What follows
    the source list is on one page too; the list may be divided.
    """
    is_decision = section.style == "decision" and not is_large_print
    yield Keep.NEXT if is_decision and section.content else Keep.FREE
    last = len(section.content)
    for place in range(1, last + 1):
        after = section.content[place] if place < last else None
        leads = after is None and following is not None and following.id == CLEARANCE
        if is_decision or (section.id == SOURCES and place > 1):
            yield Keep.NEXT if place < last or leads else Keep.TOGETHER
        else:
            yield Keep.LAST if leads or _belongs_above(after, section.content[:place]) else Keep.FREE


def _belongs_above(content: Content | None, before: tuple[Content, ...]) -> bool:
    """Whether a paragraph or list stands with what is before it.

    Source tags do with anything, small type with a table, and a single item, which may be a caveat, with a table or
    its source tags.
    """
    if isinstance(content, List):
        above = [each for each in before[-2:] if not _is_tag(each)][-1:]
        is_single = content.style == "numbered" and len(content.items) == 1
        return is_single and any(isinstance(each, Table) for each in above)
    is_noted = isinstance(content, Paragraph) and content.role == "small" and isinstance(before[-1], Table)
    return is_noted or _is_tag(content)


def _is_tag(content: Content | None) -> bool:
    return isinstance(content, Paragraph) and content.role == "tag"
