"""What accepted proposals make of an edition: an office that asked for a change has cleared what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefs.model.decision_record import DecidedProposal
from briefs.model.sent_text import SentParagraph
from briefs.model.typesetting import plain
from briefs.pipeline.renamed_sections import renamed
from briefs.review.unit_labels import row_of


@dataclass(frozen=True, slots=True)
class AcceptedChange:
    """An accepted proposal, and the offices in whose files it is (or the names of files that are of no office).

    It `is_own` if the office whose clearance is looked at has asked for exactly this.
    """

    proposal: DecidedProposal
    by: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def wording(self) -> str | None:
        """The words that it makes, as they are compared; None if they are not known, since they were edited."""
        one = self.proposal
        if one.noted and one.wording is None and len(one.proposed) == 1:  # somebody may have written it by hand
            return plain(one.proposed[0].text)
        return None if one.wording is None or one.edited else plain(one.wording)

    @property
    def leaves_out(self) -> bool:
        """Whether it leaves out a whole unit, row or line."""
        one = self.proposal
        gone = one.kind == "delete" or any(variant.leaves_out for variant in one.proposed)
        return gone and self.wording == ""


@dataclass(slots=True)
class Made:
    """An edition with changes: its words by the key of their paragraph, as they are compared, its rows in order, the
    rows that were left out, those in which anything changed, and what is new, with the row that it stands behind.

    A row is what `row_of` says: a unit, or the key of a paragraph that is of none.
    """

    words: dict[str, str]
    order: list[str]
    gone: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    new: list[tuple[str, str]] = field(default_factory=list)


def with_changes(paragraphs: Sequence[SentParagraph], changes: Iterable[AcceptedChange]) -> Made:
    """What `changes`, one after another, make of what an edition says. Words that are not where they were change
    nothing: what is printed there now is then no accepted wording."""
    rows = {one.key: row_of(one) for one in paragraphs}
    made = Made({one.key: compared(one) for one in paragraphs}, list(dict.fromkeys(rows.values())))
    for change in changes:
        _make(made, change, paragraphs, rows)
    return made


def _make(made: Made, change: AcceptedChange, paragraphs: Sequence[SentParagraph], rows: Mapping[str, str]) -> None:
    one, row = change.proposal, rows.get(change.proposal.key, change.proposal.key)
    if change.wording is None:
        return
    if change.leaves_out:
        made.gone.add(row)
        made.touched.add(row)
    elif one.kind == "move":
        _move(made, row, rows.get(one.moved_after, one.moved_after))
    elif one.kind == "new":
        made.new.append((row, change.wording))
    elif one.kind == "reword":
        for paragraph in paragraphs:
            if is_about(one, paragraph):
                before, words = plain(one.before), made.words[paragraph.key]
                if before and words.count(before) == 1:
                    made.words[paragraph.key] = " ".join(words.replace(before, change.wording).split())
                    made.touched.add(row_of(paragraph))


def is_about(proposal: DecidedProposal, paragraph: SentParagraph) -> bool:
    """Whether a proposal is for the words of a paragraph: its own, or those of a form that it prints too."""
    if proposal.form:
        return proposal.key == paragraph.key or any(piece.form == proposal.form for piece in paragraph.pieces)
    return proposal.key in (paragraph.key, row_of(paragraph))


def compared(paragraph: SentParagraph) -> str:
    """The words of a paragraph as they are compared: numbers of the brief itself count anew whenever others come."""
    return plain("".join("#" if piece.is_counted else piece.text for piece in paragraph.pieces))


def with_sections(change: AcceptedChange, sections: Mapping[str, str]) -> AcceptedChange:
    """A change with the present ids of its sections."""
    one = change.proposal
    keys = {"key": renamed(one.key, sections), "moved_after": renamed(one.moved_after, sections)}
    return replace(change, proposal=one.model_copy(update=keys))


def paragraphs_with_sections(
    paragraphs: Iterable[SentParagraph], sections: Mapping[str, str]
) -> Iterator[SentParagraph]:
    """Paragraphs with the present ids of their sections."""
    for one in paragraphs:
        key, unit = renamed(one.key, sections), renamed(one.unit, sections)
        yield replace(one, key=key, unit=unit, section=sections.get(one.section, one.section))


def _move(made: Made, row: str, after: str) -> None:
    """Put a row behind another one, if both are there."""
    if row in made.order and after in made.order and row != after:
        made.order.remove(row)
        made.order.insert(made.order.index(after) + 1, row)
        made.touched.add(row)
        made.moved.add(row)
