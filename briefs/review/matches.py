"""Which paragraphs of a returned file belong to which paragraphs as sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.marked_file import MarkedParagraph, Span
from briefs.model.sent_text import SentParagraph

FoundBy: TypeAlias = Literal["bookmark", "control", "place", "text", ""]
"""The evidence for a match; empty if a paragraph is only in one of the two."""

PARAGRAPH_END = "\n"
"""What stands in the spans of a match where a paragraph ends and another follows; in new rows, cells end with a tab."""


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph as `sent` and what became of it in a returned file.

    Several `sent` were merged, none: it is new text. Several `marked`: it was split (or stands in a cell or note of
    several paragraphs), none: it was deleted, without being tracked. If it was moved with tracked changes, or deleted
    and inserted elsewhere, the paragraphs of both places are in it, and `is_moved`.

    `spans` are the words from base to final, without source tags, which are in `tag_spans`; ends of paragraphs between
    them are `PARAGRAPH_END`, inserted or deleted if their mark is, line breaks U+2028. Rows inserted or deleted as a
    whole have spans that say so. `after` is the key of the sent paragraph that it stands behind in the returned file;
    empty at the start. It `is_moved` if that is not the order in which it was sent.
    """

    sent: tuple[SentParagraph, ...]
    marked: tuple[MarkedParagraph, ...]
    spans: tuple[Span, ...] = ()
    found_by: FoundBy = ""
    after: str = ""
    is_moved: bool = False
    tag_spans: tuple[Span, ...] = ()

    @property
    def kept(self) -> str:
        """The text as sent."""
        return PARAGRAPH_END.join(one.text for one in self.sent)

    @property
    def base(self) -> str:
        """The text with all changes rejected."""
        return "".join(span.text for span in self.spans if span.is_in_base)

    @property
    def final(self) -> str:
        """The text with all changes accepted."""
        return "".join(span.text for span in self.spans if span.is_in_final)

    @property
    def kept_tags(self) -> str:
        """The source tags as sent."""
        return " ".join(tag for one in self.sent for tag in one.tags)

    @property
    def final_tags(self) -> str:
        """The source tags with all changes accepted, each behind a space, as they stand in the file."""
        return "".join(span.text for span in self.tag_spans if span.is_in_final).strip()

    @property
    def has_other_tags(self) -> bool:
        """Whether somebody changed a source tag."""
        return bool(self.marked) and bool(self.final) and self.kept_tags.split() != self.final_tags.split()


@dataclass(frozen=True, slots=True)
class Matches:
    """All of a returned file: each paragraph as sent and each paragraph of the file is in exactly one of `matches`, in
    the order of what was sent, new text behind what it stands after; or it is `apart`: headers and footers, which no
    record has, and paragraphs without any text."""

    matches: tuple[Match, ...]
    apart: tuple[MarkedParagraph, ...] = ()
