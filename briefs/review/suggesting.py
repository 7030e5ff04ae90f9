"""Suggestions for the parts of a match: what was reworded, deleted, moved, parted, joined, added, answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from briefs.model.mark import Mark
from briefs.model.marked_file import Span
from briefs.model.proposal import ProposalKind, Reviewed
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS
from briefs.model.sent_text import SentParagraph
from briefs.review.changed_paragraphs import ChangedParagraph
from briefs.review.drafts import revisions_of
from briefs.review.matches import PARAGRAPH_END, Match
from briefs.review.obstacles import NO_OBSTACLE, PROGRAM, SAME_WORDS, Obstacle, obstacle_to
from briefs.review.suggestion import Suggestion
from briefs.review.transferring import FormEdits
from briefs.review.unit_labels import labels_of, row_label
from briefs.review.word_edits import same_words, words_of
from briefs.review.word_tokens import tokens

_CELLS = " | "
_FEWEST_WORDS = 3
"""Shorter text may well be in a brief twice."""


class Suggesting:
    """Makes the suggestions of the file of this name, for an edition of which `sent` are the paragraphs."""

    def __init__(self, sent: Sequence[SentParagraph], name: str) -> None:
        self._name = name
        self._labels = labels_of(sent)
        self._said = {words_of(one.text): self._labels[one.key] for one in reversed(sent)}
        self._places = {one.key: number for number, one in enumerate(sent)}

    def reworded(self, one: ChangedParagraph) -> Iterator[Suggestion]:
        """Other words for the forms in a paragraph, or for what a template says there."""
        paragraph = one.sent
        for form in one.forms:
            if same_words(form.before, form.after):
                continue
            kind: ProposalKind = "tag" if paragraph.role == "tag" else "reword"
            if _is_answer(paragraph, form):
                kind = "answer"
            reviewed = Reviewed(
                self._name,
                tuple(dict.fromkeys(mark for edit in form.edits for mark in edit.marks)),
                all(edit.is_tracked for edit in form.edits),
                one.spans_of(form),
                tuple({number for edit in form.edits for number in edit.revisions}),
            )
            made = self._of(kind, paragraph, form.before, form.after, reviewed)
            yield _with(
                replace(made, form=form.form, number=form.numbers[0], edits=form.edits),
                obstacle_to(kind, form.form, paragraph),
            )

    def deleted(self, name: str, matches: Sequence[Match], group: Sequence[ChangedParagraph]) -> Suggestion:
        """A unit, a row or any other paragraph that is gone."""
        is_tracked = any(match.base.strip() for match in matches)
        made = replace(self._of_group("delete", name, matches, group, is_tracked), after="")
        return _with(made, obstacle_to("delete", "", group[0].sent))

    def moved(self, name: str, matches: Sequence[Match], group: Sequence[ChangedParagraph]) -> Suggestion:
        """A unit, a row or any other paragraph that stands elsewhere; what changed in its words is said apart."""
        is_tracked = any(span.inserted for match in matches for span in match.spans)
        after = next(match.after for match in matches if match.is_moved)
        made = self._of_group("move", name, matches, group, is_tracked)
        behind = self._labels.get(after, "")
        is_row = group[0].sent.role == "cell"
        return replace(made, moved_after=after, moved_behind=row_label(behind) if is_row else behind)

    def counted(self, match: Match, left: Sequence[ChangedParagraph]) -> Iterator[Suggestion]:
        """A paragraph that was parted, or paragraphs that were joined; `left` are those that are not deleted."""
        sent = [one for one in left if one.sent.text.strip()]
        finals = [text.strip() for text in match.final.split(PARAGRAPH_END) if text.strip()]
        if not sent or not finals or len(sent) == len(finals) or sent[0].sent.role == "cell":
            return
        kind: ProposalKind = "split" if len(finals) > len(sent) else "merge"
        ends = [span for span in match.spans if span.text == PARAGRAPH_END]
        is_tracked = any(span.inserted if kind == "split" else span.deleted for span in ends)
        made = self._of_group(kind, sent[0].sent.key, [match], sent, is_tracked)
        label = " and ".join(self._labels[one.sent.key] for one in sent)
        yield _with(replace(made, label=label, after=PARAGRAPH_END.join(finals)), obstacle_to(kind, ""))

    def new(self, match: Match) -> Iterator[Suggestion]:
        """Text that was not sent."""
        text = _CELLS.join(" ".join(cell.split()) for cell in match.final.strip("\t\n").split("\t"))
        if not text.strip():
            return
        behind = self._labels.get(match.after, "")
        behind = row_label(behind) if "\t" in match.final.strip("\t\n") else behind
        made = Suggestion(
            "new",
            match.after,
            f"New text after {behind}" if behind else "New text at the start",
            "",
            text,
            self._by([match], bool(_marks(match.spans))),
            (self._places.get(match.after, -1), 1),
            moved_after=match.after,
            moved_behind=behind,
        )
        yield _with(made, self._repeated(text))

    def _repeated(self, text: str) -> Obstacle:
        """What to do about new text that a paragraph says already, such as a pasted copy of it."""
        if sum(token.is_word for token in tokens(text)) < _FEWEST_WORDS:
            return NO_OBSTACLE
        original = self._said.get(words_of(text), "")
        if not original:
            return NO_OBSTACLE
        return Obstacle(
            f"{original} says this already, so it would be printed twice.",
            f"If it should stand here, move {original}.",
        )

    def tags(self, match: Match) -> Iterator[Suggestion]:
        """Source tags that somebody changed."""
        if match.has_other_tags and not all(one.role == "tag" for one in match.sent):
            spans = match.tag_spans
            marks = _marks(spans)
            numbers = tuple({number for span in spans for number in span.revisions})
            reviewed = Reviewed(self._name, marks, bool(marks), spans, numbers)
            made = self._of("tag", match.sent[0], match.kept_tags, match.final_tags, reviewed)
            yield _with(made, obstacle_to("tag", ""))

    def answers(self, match: Match) -> Iterator[Suggestion]:
        """Boxes that were ticked, and room that was filled in."""
        sent = match.sent[0] if match.sent else None
        for paragraph in match.marked:
            ticked = [box.label or "ticked" for box in paragraph.boxes if box.is_ticked]
            for answer in (*ticked, *([paragraph.entry] if paragraph.entry.strip() else [])):
                reviewed = Reviewed(self._name, _marks(paragraph.spans), is_tracked=False)
                if sent is None:
                    yield Suggestion("answer", "", "Room to answer", "", answer, reviewed, self._order(""))
                else:
                    yield self._of("answer", sent, "", answer, reviewed)

    def running(self, match: Match) -> Iterator[Suggestion]:
        """A changed line at the head or foot of the page."""
        if not same_words(match.base, match.final):
            yield _with(self._whole("reword", match, "running", "Head or foot of the page"), PROGRAM)

    def unchanged_words(self, match: Match) -> Suggestion:
        """Tracked changes that leave the words of a match as they are."""
        key = match.sent[0].key if match.sent else match.after
        return _with(self._whole("format", match, key, self._labels.get(key, "The start")), SAME_WORDS)

    def commented(self, match: Match) -> Suggestion:
        """A comment on words of a match that nobody changed."""
        key = match.sent[0].key if match.sent else match.after
        made = self._whole("comment", match, key, self._labels.get(key, "The start"))
        return replace(made, after="", reviewed=Reviewed(self._name))

    def on_everything(self) -> Suggestion:
        """A comment on nothing that the brief says."""
        return Suggestion("comment", "", "The brief as a whole", "", "", Reviewed(self._name), self._order(""))

    def look(self, numbers: Sequence[int], marks: Iterable[Mark]) -> Suggestion:
        """Tracked changes that no words have: of the look, or of empty paragraphs."""
        text = f"{len(numbers)} {'change' if len(numbers) == 1 else 'changes'} of the look, or of empty paragraphs"
        reviewed = Reviewed(self._name, tuple(dict.fromkeys(marks)), revisions=tuple(numbers))
        made = Suggestion("format", "", "The look", "", text, reviewed, self._order(""))
        return _with(made, obstacle_to("format", ""))

    def _of(
        self, kind: ProposalKind, paragraph: SentParagraph, before: str, after: str, reviewed: Reviewed
    ) -> Suggestion:
        return Suggestion(
            kind,
            paragraph.key,
            self._labels[paragraph.key],
            before,
            after,
            reviewed,
            self._order(paragraph.key),
            unit=paragraph.unit,
            tag=paragraph.tag,
        )

    def _of_group(
        self,
        kind: ProposalKind,
        name: str,
        matches: Sequence[Match],
        group: Sequence[ChangedParagraph],
        is_tracked: bool,
    ) -> Suggestion:
        """A suggestion for whole paragraphs, or for a row."""
        first = group[0].sent
        is_row = first.role == "cell"
        text = (_CELLS if is_row else PARAGRAPH_END).join(one.sent.text for one in group if one.sent.text.strip())
        made = self._of(kind, first, text, text, self._by(matches, is_tracked))
        return replace(made, key=name, label=row_label(made.label) if is_row else made.label)

    def _whole(self, kind: ProposalKind, match: Match, key: str, label: str) -> Suggestion:
        first = match.sent[0] if match.sent else None
        before = match.kept if match.sent else match.base.strip()
        return Suggestion(
            kind,
            key,
            label,
            before,
            match.final.strip() or before,
            self._by([match], bool(_marks(match.spans))),
            self._order(key),
            unit="" if first is None else first.unit,
            tag="" if first is None else first.tag,
        )

    def _by(self, matches: Sequence[Match], is_tracked: bool) -> Reviewed:
        """Who made all tracked changes in some matches."""
        spans = tuple(span for match in matches for span in match.spans)
        marked = [one for match in matches for one in match.marked]
        ends = chain.from_iterable((one.end_inserted, one.end_deleted) for one in marked)
        rows = chain.from_iterable((one.row_inserted, one.row_deleted) for one in marked)
        marks = dict.fromkeys([*_marks(spans), *(mark for mark in (*ends, *rows) if mark is not None)])
        revisions = sorted({number for match in matches for number in revisions_of(match)})
        return Reviewed(self._name, tuple(marks), is_tracked, spans, tuple(revisions))

    def _order(self, key: str) -> tuple[int, int]:
        return (self._places.get(key, -1), 0)


def is_to_be_filled_in(paragraph: SentParagraph) -> bool:
    """Whether other words are what a draft asks for: in room for them, or in the clearance table."""
    if not paragraph.text.strip() or paragraph.section == GAPS:
        return paragraph.role != "heading"
    return paragraph.section == CLEARANCE and paragraph.role == "cell"


def _is_answer(paragraph: SentParagraph, form: FormEdits) -> bool:
    """Whether other words are what a draft asks for, also behind one of its notes."""
    is_note = paragraph.section == CLEARING_NOTES
    return is_to_be_filled_in(paragraph) or (is_note and all(edit.start == edit.end for edit in form.edits))


def _with(suggestion: Suggestion, obstacle: Obstacle) -> Suggestion:
    return replace(suggestion, obstacle=obstacle.obstacle, offer=obstacle.offer)


def _marks(spans: Iterable[Span]) -> tuple[Mark, ...]:
    marks = (mark for span in spans for mark in (span.inserted, span.deleted) if mark is not None)
    return tuple(dict.fromkeys(marks))
