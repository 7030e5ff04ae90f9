"""The words that the program prints in redlines, by language, as `phrases` are for briefs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class RedlinePhrases:
    """The words of one language.

    The first six are read aloud, not shown: screen readers do not say what `ins` and `del` mark (WCAG 2.2, 1.3.1).
    """

    begin_insertion: str
    end_insertion: str
    begin_deletion: str
    end_deletion: str
    begin_insertion_by: str
    begin_deletion_by: str
    title: str
    changes: str
    key: str
    key_moved: str
    key_others: str
    columns: tuple[str, str, str]
    moved_from: str
    moved_to: str
    moved_within: str
    moved_section: str
    laid_out: str
    same_words: str
    masthead: str
    heading: str
    document_title: str
    about: str
    under: str
    formerly: str
    parts: Mapping[str, str]
    picture: str
    absent: str
    parted: str
    joined: str
    left_out: str
    former: str
    nothing: str
    unlisted: str


ENGLISH = RedlinePhrases(
    begin_insertion="begin insertion",
    end_insertion="end insertion",
    begin_deletion="begin deletion",
    end_deletion="end deletion",
    begin_insertion_by="begin insertion by {author}",
    begin_deletion_by="begin deletion by {author}",
    title="{title} – changes since {edition}",
    changes="Changes since {edition}",
    key="Insertions are underlined, deletions are struck through, and a bar in the margin marks what has changed.",
    key_moved="What has moved is struck through where it was and underlined where it is now.",
    key_others="Changes that reviewers had marked before are dashed.",
    columns=("Where", "Before", "Now"),
    moved_from="Moved, was {place}: ",
    moved_to="Moved, now {place}: ",
    moved_within="Moved to another place there: ",
    moved_section="The section is in another place: ",
    laid_out="Laid out in another way: ",
    same_words="The same words, with another note, link or box: ",
    masthead="Masthead and running lines",
    heading="Heading",
    document_title="Title",
    about="Below the title",
    under="under “{heading}”",
    formerly="formerly {place}",
    parts=MappingProxyType(
        {
            "caption": "{place}, caption",
            "column": "{place}, heading of a column",
            "row": "{place}, row",
            "table": "{place}, table",
            "figure": "{place}, picture",
        }
    ),
    picture="Picture",
    absent="Not there",
    parted="Now divided in two: ",
    joined="Now joined with the next: ",
    left_out="…",
    former="as it was before",
    nothing="Nothing has changed.",
    unlisted="Also marked, but not listed here, is what has changed {places}.",
)

REDLINE_LANGUAGES: Mapping[str, RedlinePhrases] = MappingProxyType({"en": ENGLISH})
"""By the primary language of a BCP 47 tag (RFC 5646, 2.2.1)."""


def redline_phrases_for(language: str) -> RedlinePhrases:
    """The words of the language with this BCP 47 tag; English if the language is not known."""
    return REDLINE_LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
