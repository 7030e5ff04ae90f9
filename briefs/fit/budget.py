"""The budget of a brief: the pages and words that its cleared edition may have, and what must be on page 1."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefs.fit.extents import LaidOutPages, used_height
from briefs.fit.first_page import units_beyond
from briefs.fit.heights import LINE
from briefs.model.document import Document
from briefs.model.document_text import unit_words

FREE_LINES = 3
"""Lines that stay free on the last page of the budget, since Word sets some lines longer."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How many pages and words a brief may have (None: any number of words), and the units that page 1 must hold."""

    pages: int
    words: int | None = None
    first_page: frozenset[str] = frozenset()

    @property
    def without_words(self) -> Budget:
        """The same budget, without a limit of words."""
        return replace(self, words=None)

    def holds_words_of(self, document: Document) -> bool:
        """Whether the brief keeps its budget of words."""
        return self.words is None or unit_words(document) <= self.words

    def holds_pages_of(self, laid_out: LaidOutPages) -> bool:
        """Whether the brief keeps its budget of pages, with everything on page 1 that must be there."""
        return self.excess(laid_out) <= 0 and not units_beyond(laid_out, self.first_page)

    def excess(self, laid_out: LaidOutPages) -> float:
        """By how many points the brief exceeds its pages less their free lines; negative if it is shorter."""
        return round(used_height(laid_out) - self.room(laid_out.height), 2)

    def room(self, page_height: float) -> float:
        """The usable height of all pages, in points, if the text area of a page has this height."""
        return page_height * self.pages - FREE_LINES * LINE
