"""The words that the program prints on published pages and in their feed, by language, as `phrases` are for briefs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class PublishedPhrases:
    """The words of one language.

    `general` is what mastheads in this language say of a brief that everybody may have. Numbers and sizes are filled in
    as digits.
    """

    general: str
    briefs_by: str
    web_page: str
    other_formats: str
    formats: Mapping[str, str]
    papers: Mapping[str, str]
    large_print: str
    one_page: str
    pages: str
    kilobytes: str
    megabytes: str
    decimal_mark: str
    changed_since: str
    nothing_changed: str
    new_title: str
    added: str
    removed: str
    reworded: str
    quoted: str
    left_out: str
    and_more: str
    earlier_editions: str
    feed: str
    checksums: str
    moved: str
    moved_to: str


ENGLISH = PublishedPhrases(
    general="General",
    briefs_by="Briefs by {issuer}",
    web_page="Web page",
    other_formats="Other formats",
    formats=MappingProxyType({"html": "Web page", "pdf": "PDF", "docx": "Word"}),
    papers=MappingProxyType({"A4": "A4", "letter": "US Letter"}),
    large_print="large print",
    one_page="1 page",
    pages="{pages} pages",
    kilobytes="{size} kB",
    megabytes="{size} MB",
    decimal_mark=".",
    changed_since="What has changed since version {version}",
    nothing_changed="The words are the same.",
    new_title="New title",
    added="Added",
    removed="Removed",
    reworded="Reworded",
    quoted="“{text}”",
    left_out=" …",
    and_more="and {number} more",
    earlier_editions="Earlier editions",
    feed="New editions as a feed (Atom)",
    checksums="Checksums of all files (SHA-256)",
    moved="The current edition",
    moved_to="You are led to it at once. If not, follow this link:",
)

PUBLISHED_LANGUAGES: Mapping[str, PublishedPhrases] = MappingProxyType({"en": ENGLISH})
"""By the primary language of a BCP 47 tag (RFC 5646, 2.2.1)."""


def published_phrases_for(language: str) -> PublishedPhrases:
    """The words of the language with this BCP 47 tag; English if the language is not known."""
    return PUBLISHED_LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
