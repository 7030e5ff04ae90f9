"""What one returned file suggests: every change and every comment in it, for the wording that it is about.

Each tracked change of the file is part of exactly one suggestion; of those that are in none, `unaccounted` says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from briefs.model.mark import Mark
from briefs.model.marked_file import MarkedFile, Span
from briefs.model.proposal import ProposalKind, Reviewed
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS
from briefs.model.sent_text import SentParagraph
from briefs.review.changed_paragraphs import ChangedParagraph, changed_paragraphs
from briefs.review.drafts import Drafts, revisions_of
from briefs.review.matches import PARAGRAPH_END, Match, Matches
from briefs.review.obstacles import PROGRAM, SAME_WORDS, Obstacle, obstacle_to
from briefs.review.suggestion import Suggestion
from briefs.review.unit_labels import labels_of, row_label, row_of
from briefs.review.word_edits import same_words
from briefs.review.word_tokens import tokens

_TO_FILL_IN = (CLEARANCE, GAPS, CLEARING_NOTES)
"""Sections in which those who clear a draft answer."""
_CELLS = " | "
_FEWEST_WORDS = 3


def suggestions(sent: Sequence[SentParagraph], file: MarkedFile, matches: Matches) -> tuple[Suggestion, ...]:
    """What `file` suggests, in the order of the edition, of which `sent` are the paragraphs."""
    reading = _Reading(sent, file, matches)
    reading.read()
    return reading.drafts.finished()


def unaccounted(file: MarkedFile, found: Iterable[Reviewed]) -> tuple[int, ...]:
    """The tracked changes of `file` that are in none of `found`, as indices; the reader may have understood them, or
    not."""
    known = {number for one in found if one.file == file.name for number in one.revisions}
    return tuple(number for number in range(len(file.revisions)) if number not in known)


class _Reading:
    """Goes through the matches of one file."""

    def __init__(self, sent: Sequence[SentParagraph], file: MarkedFile, matches: Matches) -> None:
        self._sent = sent
        self._file = file
        self._matches = matches
        self._labels = labels_of(sent)
        self._places = {one.key: number for number, one in enumerate(sent)}
        self.drafts = Drafts(file)

    def read(self) -> None:
        """Note all that the file suggests."""
        changed = [(match, changed_paragraphs(match)) for match in self._matches.matches]
        groups: dict[str, list[tuple[Match, ChangedParagraph]]] = {}
        for match, paragraphs in changed:
            for one in paragraphs:
                groups.setdefault(row_of(one.sent), []).append((match, one))
        gone = {name for name, group in groups.items() if _is_gone(group)}
        for match, paragraphs in changed:
            left = [one for one in paragraphs if row_of(one.sent) not in gone]
            for one in left:
                self._reword(match, one)
            self._tags(match)
            self._count(match, left)
            self._answers(match)
            if not match.sent:
                self._new(match)
        for name, group in groups.items():
            if name in gone:
                self._delete(name, group)
            elif any(match.is_moved for match, _ in group):
                self._move(name, group)
        for apart in self._matches.apart:
            self._answers(Match((), (apart,)))
            if apart.story == "running" and not same_words(apart.base, apart.final):
                match = Match((), (apart,), apart.spans)
                self.drafts.add(self._whole(match, "running", PROGRAM, (-1, 0)), [match])
        self._left_over(changed)

    # Kinds of proposals

    def _delete(self, name: str, group: Sequence[tuple[Match, ChangedParagraph]]) -> None:
        matches = list(dict.fromkeys(match for match, _ in group))
        reviewed = self._by(matches, is_tracked=any(match.base.strip() for match in matches))
        self.drafts.add(self._of_group("delete", name, group, reviewed, ""), matches)

    def _move(self, name: str, group: Sequence[tuple[Match, ChangedParagraph]]) -> None:
        matches = list(dict.fromkeys(match for match, _ in group))
        is_tracked = any(span.inserted for match in matches for span in match.spans)
        made = self._of_group("move", name, group, self._by(matches, is_tracked), None)
        after = next(match.after for match in matches if match.is_moved)
        self.drafts.add(replace(made, moved_after=after), matches)

    def _of_group(
        self,
        kind: str,
        name: str,
        group: Sequence[tuple[Match, ChangedParagraph]],
        reviewed: Reviewed,
        after: str | None,
    ) -> Suggestion:
        first = group[0][1].sent
        texts = [one.sent.text for _, one in group if one.sent.text.strip()]
        before = (_CELLS if first.role == "cell" else PARAGRAPH_END).join(texts)
        return Suggestion(
            "delete" if kind == "delete" else "move",
            name,
            row_label(self._labels[first.key]) if first.role == "cell" else self._labels[first.key],
            before,
            before if after is None else after,
            reviewed,
            self._order(first.key),
            unit=first.unit,
            tag=first.tag,
        )

    def _reword(self, match: Match, one: ChangedParagraph) -> None:
        paragraph = one.sent
        is_answer = paragraph.section in _TO_FILL_IN or not paragraph.text.strip()
        for form in one.forms:
            if same_words(form.before, form.after):
                continue
            marks = tuple(dict.fromkeys(mark for edit in form.edits for mark in edit.marks))
            revisions = {number for edit in form.edits for number in edit.revisions}
            reviewed = Reviewed(
                self._file.name,
                marks,
                all(edit.is_tracked for edit in form.edits),
                one.spans_of(form),
                tuple(revisions),
            )
            kind: ProposalKind = "answer" if is_answer else "tag" if paragraph.role == "tag" else "reword"
            obstacle, offer = obstacle_to(kind, form.form, paragraph)
            made = Suggestion(
                kind,
                paragraph.key,
                self._labels[paragraph.key],
                form.before,
                form.after,
                reviewed,
                self._order(paragraph.key),
                form.edits,
                form.form,
                form.number,
                paragraph.unit,
                paragraph.tag,
                obstacle=obstacle,
                offer=offer,
            )
            self.drafts.add(made, [match])

    def _count(self, match: Match, left: Sequence[ChangedParagraph]) -> None:
        """A paragraph that was parted, or paragraphs that were joined."""
        sent = [one.sent for one in left if one.sent.text.strip()]
        finals = [text for text in match.final.split(PARAGRAPH_END) if text.strip()]
        if not sent or not finals or len(sent) == len(finals) or sent[0].role == "cell":
            return
        kind = "split" if len(finals) > len(sent) else "merge"
        ends = [span for span in match.spans if span.text == PARAGRAPH_END]
        is_tracked = any(span.inserted if kind == "split" else span.deleted for span in ends)
        made = self._of_group("move", sent[0].key, [(match, one) for one in left], self._by([match], is_tracked), "")
        obstacle, offer = obstacle_to("split" if kind == "split" else "merge", "")
        label = " and ".join(self._labels[one.key] for one in sent)
        self.drafts.add(
            replace(
                made,
                kind="split" if kind == "split" else "merge",
                label=label,
                after=PARAGRAPH_END.join(text.strip() for text in finals),
                obstacle=obstacle,
                offer=offer,
            ),
            [match],
        )

    def _new(self, match: Match) -> None:
        if not match.final.strip():
            return
        text = _CELLS.join(" ".join(cell.split()) for cell in match.final.strip("\t\n").split("\t"))
        words = sum(token.is_word for token in tokens(text))
        copied = (one for one in self._sent if words >= _FEWEST_WORDS and same_words(one.text, text))
        original = next(copied, None)
        obstacle = Obstacle()
        if original is not None:
            obstacle = Obstacle(
                f"{self._labels[original.key]} says this already, so it would be printed twice.",
                f"If it should stand here, move {self._labels[original.key]}.",
            )
        after = self._labels.get(match.after)
        label = "New text at the start" if after is None else f"New text after {after}"
        made = self._whole(match, match.after, obstacle, (self._places.get(match.after, -1), 1))
        self.drafts.add(replace(made, kind="new", label=label, before="", after=text, moved_after=match.after), [match])

    def _tags(self, match: Match) -> None:
        if not match.has_other_tags or all(one.role == "tag" for one in match.sent):
            return
        key = match.sent[0].key
        obstacle, offer = obstacle_to("tag", "")
        spans = match.tag_spans
        reviewed = Reviewed(
            self._file.name,
            _marks(spans),
            bool(_marks(spans)),
            spans,
            tuple({number for span in spans for number in span.revisions}),
        )
        made = Suggestion(
            "tag",
            key,
            self._labels[key],
            match.kept_tags,
            match.final_tags,
            reviewed,
            self._order(key),
            unit=match.sent[0].unit,
            tag=match.sent[0].tag,
            obstacle=obstacle,
            offer=offer,
        )
        self.drafts.add(made, [match])

    def _answers(self, match: Match) -> None:
        key = match.sent[0].key if match.sent else ""
        for paragraph in match.marked:
            said = [box.label or "ticked" for box in paragraph.boxes if box.is_ticked]
            for answer in (*said, *([paragraph.entry] if paragraph.entry.strip() else [])):
                reviewed = Reviewed(self._file.name, _marks(paragraph.spans), is_tracked=False)
                label = self._labels.get(key, "Room to answer")
                unit, tag = (match.sent[0].unit, match.sent[0].tag) if match.sent else ("", "")
                order = self._order(key)
                made = Suggestion("answer", key, label, "", answer, reviewed, order, unit=unit, tag=tag)
                self.drafts.add(made, [match])

    def _left_over(self, changed: Sequence[tuple[Match, Sequence[ChangedParagraph]]]) -> None:
        """Tracked changes and comments that are in no suggestion so far."""
        for match, _ in changed:
            made = self._whole(match, match.sent[0].key if match.sent else match.after, SAME_WORDS)
            self.drafts.claim_rest(match, replace(made, kind="format", after=match.final.strip() or made.before))
            self.drafts.place_threads(match, replace(made, kind="comment", obstacle="", offer="", after=""))
        look = [number for number, one in enumerate(self._file.revisions) if one.is_format]
        empty = [number for one in self._matches.apart for number in one.revisions]
        numbers = sorted({*look, *empty} - self.drafts.claimed - set(self._file.not_understood))
        if numbers:
            marks = tuple(dict.fromkeys(self._file.revisions[number].mark for number in numbers))
            reviewed = Reviewed(self._file.name, marks, revisions=tuple(numbers))
            text = f"{len(numbers)} {'change' if len(numbers) == 1 else 'changes'} of the look, or of empty paragraphs"
            obstacle, offer = obstacle_to("format", "")
            look_of_file = Suggestion(
                "format", "", "The look", "", text, reviewed, (-1, 0), obstacle=obstacle, offer=offer
            )
            self.drafts.add(look_of_file, [])
        whole = Suggestion("comment", "", "The brief as a whole", "", "", Reviewed(self._file.name), (-1, 0))
        self.drafts.place_all_threads(whole)

    # What they have in common

    def _whole(self, match: Match, key: str, obstacle: Obstacle, order: tuple[int, int] | None = None) -> Suggestion:
        """A suggestion for all of a match."""
        first = match.sent[0] if match.sent else None
        return Suggestion(
            "reword",
            key,
            self._labels.get(key, "Head or foot of the page" if key == "running" else "The start"),
            match.kept if match.sent else match.base.strip(),
            match.final.strip(),
            self._by([match], is_tracked=bool(_marks(match.spans))),
            order or self._order(key),
            unit="" if first is None else first.unit,
            tag="" if first is None else first.tag,
            obstacle=obstacle.obstacle,
            offer=obstacle.offer,
        )

    def _by(self, matches: Sequence[Match], is_tracked: bool) -> Reviewed:
        spans = tuple(span for match in matches for span in match.spans)
        marked = [one for match in matches for one in match.marked]
        ends = chain.from_iterable((one.end_inserted, one.end_deleted) for one in marked)
        rows = chain.from_iterable((one.row_inserted, one.row_deleted) for one in marked)
        marks = dict.fromkeys([*_marks(spans), *(mark for mark in (*ends, *rows) if mark is not None)])
        revisions = sorted({number for match in matches for number in revisions_of(match)})
        return Reviewed(self._file.name, tuple(marks), is_tracked, spans, tuple(revisions))

    def _order(self, key: str) -> tuple[int, int]:
        return (self._places.get(key, -1), 0)


def _is_gone(group: Sequence[tuple[Match, ChangedParagraph]]) -> bool:
    """Whether nothing is left of a unit, a row or any other paragraph that had words."""
    return any(one.sent.text.strip() for _, one in group) and not any(one.after.strip() for _, one in group)


def _marks(spans: Iterable[Span]) -> tuple[Mark, ...]:
    marks = (mark for span in spans for mark in (span.inserted, span.deleted) if mark is not None)
    return tuple(dict.fromkeys(marks))
