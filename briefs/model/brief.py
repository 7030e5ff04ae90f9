"""Briefs as they are built: each with how it fits its pages and with its files, in memory until all is checked."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefs.model.brief_key import BriefKey
from briefs.model.document import Document
from briefs.model.document_text import unit_words
from briefs.model.fit import Fit
from briefs.model.formats import Format
from briefs.model.sheet import USUAL, Sheet


@dataclass(frozen=True, slots=True)
class Rendition:
    """A brief in one format: the `name` of its file, and its bytes.

    `pages` is its number of pages (only a PDF has pages of its own); `sheet` is what it is laid out for (HTML follows
    the reader's window); `budget` is the most pages that it may have, if there is a limit.
    """

    format: Format
    name: str
    content: bytes = field(repr=False)
    pages: int | None
    sheet: Sheet = USUAL
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """One brief of the report named `report`: what it says, how it fits its pages, and its renditions.

    `edition` is the Document as it is kept, and `provenance` says where each sentence comes from: both as bytes of
    files that are written with the renditions.
    """

    report: str
    document: Document
    fit: Fit
    renditions: tuple[Rendition, ...]
    edition: bytes = field(repr=False)
    provenance: bytes = field(repr=False)

    @property
    def audience(self) -> str:
        """The name of the audience it is for."""
        return self.document.audience

    @property
    def key(self) -> BriefKey:
        """Which document of the report it is."""
        return self.document.key

    @property
    def words(self) -> int:
        """The words of its units in this edition; a word budget limits those of the cleared one (`fit.words`)."""
        return unit_words(self.document)
