"""Which parts of two editions are compared: what only drafts have is not, if only one of the two is a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefs.model.document import Content, Document, Paragraph, Section
from briefs.model.document_walk import map_content_to_many, map_inlines
from briefs.model.inline import Inline, SourceTag, inline_text, without_text_area
from briefs.model.redline_readings import accepted_run, is_redline
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS
from briefs.redline.answer_tables import with_lists_as_in

_OF_DRAFTS = frozenset((GAPS, CLEARING_NOTES, CLEARANCE))
"""The sections that only drafts have."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The editions to be compared. If only the new one `has_draft_parts`, these stay as they are, without marks. The
    old one `has_marks` if others have marked changes in it."""

    old: Document
    new: Document
    has_draft_parts: bool = False
    has_marks: bool = False

    @property
    def may_have_joints(self) -> bool:
        """Whether paragraphs can be compared across their ends: what stands between words is not kept apart there."""
        return not self.has_draft_parts and not self.has_marks

    def is_apart(self, part: Section | Content) -> bool:
        """Whether a section or a block element of the new edition is not compared."""
        return self.has_draft_parts and is_of_drafts(part)

    def words(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inline content of the new edition without what is not compared."""
        return without_tags(children) if self.has_draft_parts else children

    def tags(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """What `words` leaves out."""
        return tuple(one for one in children if isinstance(one, SourceTag)) if self.has_draft_parts else ()


def compared_editions(old: Document, new: Document) -> Compared:
    """`old` and `new` as they are compared: the old one without what only drafts have, if the new one is cleared.

    Invitations have boxes for answers if they have them in the new one.
    """
    statuses = old.properties.status, new.properties.status
    kept = without_draft_parts(old) if statuses == ("draft", "cleared") else old
    if statuses[0] != statuses[1]:
        kept = with_lists_as_in(kept, new)
    return Compared(kept, new, statuses == ("cleared", "draft"), is_redline(old))


def is_of_drafts(part: Section | Content) -> bool:
    """Whether only drafts have such a section or block element."""
    if isinstance(part, Section):
        return part.id in _OF_DRAFTS
    return isinstance(part, Paragraph) and part.role == "tag"


def without_draft_parts(document: Document) -> Document:
    """`document` without source tags, lines to complete, clearing notes and clearance table."""
    kept = replace(document, sections=tuple(one for one in document.sections if not is_of_drafts(one)))
    kept = map_content_to_many(kept, lambda content: () if is_of_drafts(content) else (content,))
    return map_inlines(kept, without_tags)


def without_tags(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline content without the source tags behind its words."""
    if not any(isinstance(one, SourceTag) for one in children):
        return children
    words = without_text_area(children)
    return (*(one for one in words if not isinstance(one, SourceTag)), *children[len(words) :])


def told(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> tuple[str, str]:
    """What two wordings say: with source tags only if nothing else in them is different."""
    texts = text_of(old), text_of(new)
    return texts if texts[0] != texts[1] else (_with_tags(old), _with_tags(new))


def _with_tags(children: tuple[Inline, ...]) -> str:
    tags = [one.printed for one in accepted_run(children) if isinstance(one, SourceTag)]
    return " ".join(filter(None, (text_of(children), *tags)))


def text_of(children: tuple[Inline, ...]) -> str:
    """What inline content says: without source tags, and without what others have deleted."""
    return inline_text(without_tags(accepted_run(children)))
