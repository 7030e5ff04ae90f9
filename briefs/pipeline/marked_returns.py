"""Word files that came back, as old editions of redlines: what reviewers changed in them stays marked as theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefs.model.document import Document
from briefs.model.marked_file import Span, Story
from briefs.model.section_ids import CLEARANCE
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.received_returns import received_returns
from briefs.redline.kept_marks import marked_edition
from briefs.review.matches import Match
from briefs.review.matching import match
from briefs.review.suggesting import is_to_be_filled_in

_SHOWN = 8
"""How many words name a place."""


@dataclass(frozen=True, slots=True)
class MarkedReturn:
    """An edition with what reviewers marked in it; `left` are lines that say where something cannot be shown."""

    document: Document
    left: tuple[str, ...] = ()


def marked_return(path: Path, document: Document, progress: Progress = silent) -> MarkedReturn:
    """The edition `document` with the tracked changes of the Word file at `path`, which was returned of it.

    Raises BriefsError if the file cannot be read. What was changed without tracking, parted, joined, or added as a
    paragraph cannot be shown as a mark: nothing of it is lost silently, for `left` names it. What a draft asks offices
    to fill in is no change of its wording: one line is for all of it.
    """
    [file] = received_returns([path], progress)
    found = match(sent_paragraphs(document), file).matches
    whole = {one.sent[0].key: one for one in found if len(one.sent) == 1 and one.marked and not one.is_moved}
    made = marked_edition(document, {key: one.spans for key, one in whole.items()})
    others = [one for one in found if _is_changed(one) and (len(one.sent) != 1 or one.sent[0].key not in whole)]
    tagged = [
        one for one in whole.values() if one.final and one.sent[0].key not in made.left and _has_marks(one.tag_spans)
    ]
    unmarked = [one for key, one in whole.items() if key in made.left or one.kept != one.base]
    left = [*filter(_is_changed, unmarked), *tagged, *others]
    wordings = [one for one in left if not _is_filled_in(one, _clearance_tables(found))]
    told = "what was changed there cannot be marked; `briefs review` reads it"
    lines = [f"{path}: “{place}”: {told}" for place in dict.fromkeys(_places(wordings))]
    if len(wordings) < len(left):
        lines.append(f"{path}: what was filled in, as in the clearance table, is not marked; `briefs review` reads it")
    return MarkedReturn(made.document, tuple(lines))


def _clearance_tables(found: Iterable[Match]) -> frozenset[tuple[Story, int]]:
    """The tables of the file, by story and number, in which cells of the clearance table are."""
    cells = (one for one in found if any(sent.section == CLEARANCE and sent.role == "cell" for sent in one.sent))
    return frozenset((one.story, one.cell.table) for match in cells for one in match.marked if one.cell)


def _is_filled_in(one: Match, clearance: frozenset[tuple[Story, int]]) -> bool:
    """Whether it is what a draft asks for; also in a row that somebody added to the table of `clearance`."""
    if one.sent:
        return all(map(is_to_be_filled_in, one.sent))
    return all(part.cell is not None and (part.story, part.cell.table) in clearance for part in one.marked)


def _is_changed(one: Match) -> bool:
    """Whether somebody changed words of it, with or without tracking, even if only words of their own."""
    return not one.kept == one.base == one.final or _has_marks((*one.spans, *one.tag_spans))


def _has_marks(spans: Iterable[Span]) -> bool:
    return any(span.inserted or span.deleted for span in spans)


def _places(found: Iterable[Match]) -> Iterator[str]:
    """How each place is named: by its first words as sent, or else as it is now."""
    for one in found:
        words = (one.kept or one.final or one.base).split()
        yield " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
