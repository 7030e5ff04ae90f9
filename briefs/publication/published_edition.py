"""What is published of a brief: its edition, the files of it, and the editions before."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from briefs.model.document import Document
from briefs.model.formats import Format
from briefs.model.published_phrases import PublishedPhrases, published_phrases_for
from briefs.model.sheet import Paper
from briefs.model.versions import edition_order

_NAMESPACE = uuid.UUID("3f0f2c64-5d0a-5e7f-9a35-8f2f6a8b4b11")
"""In which the permanent ids of editions are (RFC 9562, 5.5)."""

_FORMATS: tuple[Format, ...] = ("html", "pdf", "docx")


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of an edition as it is published: its `name` in the folder, and what readers are told about it.

    `size` is in bytes. `pages` is None where that depends on the reader's program.
    """

    name: str
    format: Format
    paper: Paper
    is_large_print: bool
    pages: int | None
    size: int
    sha256: str

    @property
    def order(self) -> tuple[int, bool, str]:
        """Where it stands among the files of its edition: format, size of type, paper."""
        return _FORMATS.index(self.format), self.is_large_print, self.paper

    def described(self, phrases: PublishedPhrases) -> str:
        """Format, size of type, paper, pages and size, as in `PDF, large print, A4, 5 pages, 60 kB`."""
        parts = [phrases.formats[self.format]]
        if self.format != "html":
            parts += [phrases.large_print] if self.is_large_print else []
            parts += [phrases.papers[self.paper]]
        if self.pages:
            parts += [phrases.one_page if self.pages == 1 else phrases.pages.format(pages=self.pages)]
        return ", ".join([*parts, _size(self.size, phrases)])


def _size(size: int, phrases: PublishedPhrases) -> str:
    """A number of bytes for readers: whole kB, or MB with one decimal."""
    if size < 1_000_000:
        return phrases.kilobytes.format(size=max(1, round(size / 1000)))
    return phrases.megabytes.format(size=f"{size / 1_000_000:.1f}".replace(".", phrases.decimal_mark))


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An edition that is published: its Document and its files, the first of which is its page.

    `earlier` are the editions of the brief before it that everybody may have, the oldest first. `earlier_files` are
    files of earlier editions that stay in the folder, by version, the latest first.
    """

    report: str
    document: Document
    files: tuple[PublishedFile, ...]
    earlier: tuple[Document, ...] = ()
    earlier_files: tuple[tuple[str, PublishedFile], ...] = ()

    @property
    def page(self) -> str:
        """The name of its page: the HTML file, as it was cleared."""
        return self.files[0].name

    @property
    def phrases(self) -> PublishedPhrases:
        """The words of its language."""
        return published_phrases_for(self.document.properties.language)


def edition_id(report: str, document: Document) -> str:
    """The permanent id of an edition (RFC 4287, 4.2.6): the same wherever and whenever it is published."""
    properties = document.properties
    return _urn("edition", report, document.audience, document.product, properties.version)


def feed_id(reports: tuple[str, ...], issuers: tuple[str, ...]) -> str:
    """An id for a new feed, of what is published in it first; it is kept from then on."""
    return _urn("feed", *reports, *issuers)


def _urn(*parts: str) -> str:
    return uuid.uuid5(_NAMESPACE, "\n".join(parts)).urn


def version_order(document: Document) -> tuple[str, list[tuple[bool, int, str]]]:
    """What editions of a brief are sorted by; see `edition_order`."""
    return edition_order(document.properties.date, document.properties.version)
