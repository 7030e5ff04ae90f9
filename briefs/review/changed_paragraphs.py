"""What became of each sent paragraph of a match, and of each form in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from briefs.model.marked_file import Span
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.matches import PARAGRAPH_END, Match
from briefs.review.span_places import PlacedSpan, placed_spans
from briefs.review.transferring import FormEdits, form_edits
from briefs.review.word_edits import Edit, word_edits

_COUNTED = re.compile(r"\d*|\w+\s?[:!]\D+")
"""What programs put in place of a number: another one, or "Error: Reference source not found" in any language."""


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """A paragraph as `sent`, with its text `after` all edits, and what they make of its `forms`.

    It begins at `kept_start` in the sent text of its match, and at `start` in the new one; `placed` are the spans of
    the match.
    """

    sent: SentParagraph
    after: str
    forms: tuple[FormEdits, ...]
    placed: tuple[PlacedSpan, ...]
    kept_start: int
    start: int

    def spans_of(self, form: FormEdits) -> tuple[Span, ...]:
        """The spans that are words of `form`, before or after the edits."""
        bounds = [0, *accumulate(len(piece.text) for piece in _pieces(self.sent))]
        found: list[Span] = []
        for number, place in zip(form.numbers, form.places, strict=True):
            kept = (self.kept_start + bounds[number], self.kept_start + bounds[number + 1])
            final = (self.start + place[0], self.start + place[1])
            found += (span for one in self.placed if (span := one.within(kept, final)) is not None)
        return tuple(found)


def changed_paragraphs(match: Match) -> tuple[ChangedParagraph, ...]:
    """What became of the sent paragraphs of `match`; nothing if it is new text."""
    if not match.sent:
        return ()
    placed = placed_spans(match.spans, match.kept, match.final)
    untracked = word_edits(match.kept, match.base)
    edits = [
        replace(edit, is_tracked=edit.is_tracked and not any(_touch(edit, one) for one in untracked))
        for edit in word_edits(match.kept, match.final, placed)
    ]
    pieces: list[SentPiece] = []
    for paragraph in match.sent:
        pieces += [SentPiece(PARAGRAPH_END)] if pieces else []
        pieces.append(SentPiece(paragraph.text, paragraph.key))
    by_key = {one.form: one for one in form_edits(pieces, edits)}
    found = []
    kept_start = shift = 0
    for paragraph in match.sent:
        own = by_key.get(paragraph.key)
        if own is None:
            changed = ChangedParagraph(paragraph, paragraph.text, (), placed, kept_start, kept_start + shift)
        else:
            start = own.places[0][0]
            counted = _counted_places(paragraph)
            local = (
                replace(edit, place=edit.place - start, is_counted=_is_counted(edit, counted)) for edit in own.edits
            )
            forms = tuple(map(_with_words, form_edits(_pieces(paragraph), local)))
            changed = ChangedParagraph(paragraph, own.after, forms, placed, kept_start, start)
            shift += len(own.after) - len(paragraph.text)
        found.append(changed)
        kept_start += len(paragraph.text) + len(PARAGRAPH_END)
    return tuple(found)


def _counted_places(paragraph: SentParagraph) -> list[tuple[int, int]]:
    """Where a paragraph has numbers that programs count."""
    bounds = pairwise(accumulate((len(piece.text) for piece in paragraph.pieces), initial=0))
    return [place for place, piece in zip(bounds, paragraph.pieces, strict=True) if piece.is_counted]


def _is_counted(edit: Edit, counted: Sequence[tuple[int, int]]) -> bool:
    """Whether an edit is what a program made of a number that it counts; also if it found nothing to count any more."""
    is_number = any(start <= edit.start < edit.end <= end for start, end in counted)
    return is_number and not edit.marks and _COUNTED.fullmatch(edit.after.strip()) is not None


def _with_words(form: FormEdits) -> FormEdits:
    """A form without the numbers in it that were only counted anew."""
    return replace(form, edits=tuple(edit for edit in form.edits if not edit.is_counted))


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits of one text meet, or have only a space between them."""
    return one.start <= other.end + 1 and other.start <= one.end + 1


def _pieces(paragraph: SentParagraph) -> Sequence[SentPiece]:
    """Its pieces; an empty one if it has no words, into which some may have been written."""
    return paragraph.pieces or (SentPiece(""),)
