"""Which paragraphs stay on one page with the next: those of a decision, of the source list, and of a short table."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from briefs.model.document import Section


class Keep(Enum):
    """How the paragraphs of an element stay together."""

    FREE = "none is kept with another"
    TOGETHER = "all but the last stay with the next paragraph"
    NEXT = "all stay with the next paragraph"

    @property
    def is_kept(self) -> bool:
        """Whether a paragraph, other than the last of the element, stays with the next."""
        return self is not Keep.FREE

    @property
    def inside(self) -> Keep:
        """How a part of the element, other than the last, stays together."""
        return Keep.NEXT if self.is_kept else Keep.FREE

    def of(self, *, is_last: bool) -> bool:
        """Whether a paragraph of the element, its last one or another, stays with the next."""
        return self is Keep.NEXT or (self is Keep.TOGETHER and not is_last)


def keeps(section: Section) -> Iterator[Keep]:
    """How the heading of a section and each of its elements stay with the next element.

    A decision box is on one page with its heading. The elements of the section with the source list are on one page
    too; its heading stays with them because of its style.
    """
    is_decision = section.style == "decision"
    yield Keep.NEXT if is_decision and section.content else Keep.FREE
    is_kept = is_decision or section.id == "sources"
    last = len(section.content)
    for place in range(1, last + 1):
        yield Keep.FREE if not is_kept else Keep.TOGETHER if place == last else Keep.NEXT
