"""Matching a returned file with what was sent: what became of each paragraph, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.model.marked_file import MarkedFile, MarkedParagraph, Span
from briefs.model.sent_text import SentParagraph
from briefs.review.layout_changes import as_sent
from briefs.review.line_alignment import MOVED, aligned, in_order
from briefs.review.line_pairs import LinePairs, Pair
from briefs.review.matched_lines import FileLine, SentLine, end_of, file_lines, joined_spans, sent_lines
from briefs.review.matches import FoundBy, Match, Matches
from briefs.review.similarity import Words, similarity
from briefs.review.source_tag_words import TagWords


def match(sent: Iterable[SentParagraph], marked: MarkedFile) -> Matches:
    """Which paragraphs of `marked`, a returned file, belong to which paragraphs as `sent`, whatever happened to them.

    Units are found by their hidden bookmarks, or else by their controls; all other lines by their words in order, then
    by their words wherever they stand, and short ones by their place between others.
    """
    paragraphs = tuple(sent)
    lines = sent_lines(paragraphs)
    running = [one for one in marked.paragraphs if one.story == "running"]
    found = file_lines((one for one in marked.paragraphs if one.story != "running"), TagWords.of(paragraphs))
    pairing = LinePairs(lines, found)
    pairs = pairing.found()
    made = _Making(lines, found, pairs, pairing.free_sent, pairing.free_file).matches()
    placed = {one.index for each in made for one in each.marked}
    apart = (one for one in marked.paragraphs if one.index not in placed and one.story != "running")
    return Matches(tuple(made), (*running, *apart))


@dataclass(slots=True)
class _Group:
    """Lines that make one match, or one for each cell: `moved_from` is the line that it was, where it was deleted."""

    sent: list[SentLine]
    file: list[FileLine]
    found_by: FoundBy = ""
    moved_from: FileLine | None = None
    ends: list[Span] | None = None

    @property
    def place(self) -> int:
        """Its place in the file; -1 if it is not there any more."""
        return (
            self.file[-1].index if self.file and any(line.final.strip() or not line.base for line in self.file) else -1
        )


@dataclass(slots=True)
class _Making:
    """Makes matches of the lines of what was `sent` and of a `file`, some of which are `pairs`."""

    sent: Sequence[SentLine]
    file: Sequence[FileLine]
    pairs: Sequence[Pair]
    free_sent: Sequence[int]
    free_file: Sequence[int]

    def matches(self) -> list[Match]:
        """All matches, in the order of what was sent; new text stands behind what it follows."""
        groups = [
            _Group([self.sent[index] for index in pair.sent], [self.file[index] for index in pair.file], pair.found_by)
            for pair in self.pairs
        ]
        groups += [_Group([self.sent[index]], []) for index in self.free_sent]
        groups += [_Group([], [self.file[index]]) for index in self.free_file if _has_text(self.file[index])]
        groups = self._with_merged(self._with_moved(groups))
        after = self._after(groups)
        moved = self._moved(groups)
        order = {line.key: number for number, line in enumerate(self.sent)}

        def place(group: _Group) -> tuple[float, int]:
            if group.sent:
                return group.sent[0].index, -1
            return order.get(after[id(group)], -1) + 0.5, group.place

        return [
            made for group in sorted(groups, key=place) for made in _made(group, after[id(group)], id(group) in moved)
        ]

    def _with_moved(self, groups: list[_Group]) -> list[_Group]:
        """Text that is deleted in one place and inserted in another, with tracked changes, is one and has moved."""
        new = [group for group in groups if not group.sent and group.file[0].is_new]
        for group in groups:
            if not group.sent or not group.file or any(line.final.strip() for line in group.file):
                continue
            words = group.sent[0].words
            candidates = [
                (similarity(words, one.file[0].words), one)
                for one in new
                if one.file[0].is_row == group.file[0].is_row and not words.are_few
            ]
            alike, best = max(candidates, key=lambda pair: pair[0], default=(0.0, None))
            if best is not None and alike >= MOVED and len(group.file) == 1:
                group.moved_from, group.file = group.file[0], best.file
                new.remove(best)
                groups = [one for one in groups if one is not best]
        return groups

    def _with_merged(self, groups: list[_Group]) -> list[_Group]:
        """Paragraphs that the deleted end of the first one joins are one match."""
        holder = {line.index: group for group in groups for line in group.file}
        for line in self.file:
            following = self._joined_with(line)
            first, second = holder.get(line.index), holder.get(following.index) if following is not None else None
            if following is None or first is None or second is None or first is second:
                continue
            if first.moved_from is not None or second.moved_from is not None or not (first.sent or second.sent):
                continue
            first.ends = [*_ends(first), end_of(line.paragraphs[-1]), *_ends(second)]
            first.sent, first.file = [*first.sent, *second.sent], [*first.file, *second.file]
            first.found_by = first.found_by or second.found_by
            for one in second.file:
                holder[one.index] = first
            groups = [one for one in groups if one is not second]
        return groups

    def _joined_with(self, line: FileLine) -> FileLine | None:
        """The line that follows `line` in one paragraph, if all changes are accepted and both have text then."""
        if not line.final.strip() or line.is_row or line.is_note:
            return None
        before = line
        while before.paragraphs[-1].end_deleted is not None and before.index + 1 < len(self.file):
            following = self.file[before.index + 1]
            if following.is_row or following.is_note:
                return None
            if following.final.strip():
                return following
            before = following
        return None

    def _after(self, groups: list[_Group]) -> dict[int, str]:
        """The key of the sent paragraph that each group stands behind in the file, by its identity."""
        holder = {line.index: group for group in groups for line in group.file}
        found: dict[int, str] = {}
        last = ""
        for line in self.file:
            group = holder.get(line.index)
            if group is None:
                continue
            found.setdefault(id(group), last)
            if group.sent and group.place >= 0:
                last = group.sent[-1].key
        return {id(group): found.get(id(group), "") for group in groups}

    def _moved(self, groups: list[_Group]) -> set[int]:
        """The groups that do not stand in the order in which they were sent, by their identities; never notes."""
        there = [group for group in groups if group.sent and group.place >= 0 and not group.sent[0].is_note]
        there.sort(key=lambda group: group.sent[0].index)
        kept = in_order([group.place for group in there])
        return {id(group) for place, group in enumerate(there) if place not in kept or group.moved_from is not None}


def _made(group: _Group, after: str, is_moved: bool) -> Iterator[Match]:
    """The match that a group makes; a row makes one for each cell."""
    if group.sent and not group.file:
        yield from (Match((cell,), ()) for line in group.sent for cell in line.cells)
    elif group.sent and group.sent[0].is_row:
        yield from _cells(group, after, is_moved)
    else:
        sent = tuple(cell for line in group.sent for cell in line.cells)
        yield _one(sent, group.file, group.moved_from, _ends(group), group.found_by, after, is_moved)


def _cells(group: _Group, after: str, is_moved: bool) -> Iterator[Match]:
    """The cells of a row: by column, or by their words if there are other columns now."""
    sent, file = group.sent[0].cells, group.file[0].cells
    pairs = (
        dict(zip(range(len(sent)), range(len(file)), strict=False))
        if len(sent) == len(file)
        else aligned([Words.of(one.text) for one in sent], [one.words for one in file], lambda row, column: True)
    )
    old = group.moved_from.cells if group.moved_from is not None else ()
    for number, cell in enumerate(sent):
        if number not in pairs:
            yield Match((cell,), ())
            continue
        before = old[number] if number < len(old) else None
        found_by: FoundBy = group.found_by if number == 0 or group.found_by == "text" else "place"
        yield _one((cell,), [file[pairs[number]]], before, [], found_by, after, is_moved)
    taken = set(pairs.values())
    for number, line in enumerate(file):
        if number not in taken and _has_text(line):
            yield _one((), [line], None, [], "", sent[-1].key, False)
    lost = [paragraph for line in old[len(sent) :] for paragraph in line.paragraphs]
    if lost:
        yield Match((), tuple(lost), tuple(span for line in old[len(sent) :] for span in line.spans))


def _one(
    sent: tuple[SentParagraph, ...],
    file: Sequence[FileLine],
    moved_from: FileLine | None,
    ends: Sequence[Span],
    found_by: FoundBy,
    after: str,
    is_moved: bool,
) -> Match:
    before = () if moved_from is None else moved_from.spans
    paragraphs: tuple[MarkedParagraph, ...] = () if moved_from is None else moved_from.paragraphs
    spans = (*before, *joined_spans((line.spans for line in file), ends))
    tag_spans = tuple(span for line in file for span in line.tag_spans)
    marked = (*paragraphs, *(one for line in file for one in line.paragraphs))
    made = Match(sent, marked, spans, found_by, after, is_moved, tag_spans)
    return replace(made, spans=as_sent(sent, spans))


def _ends(group: _Group) -> list[Span]:
    """The ends of the paragraphs between the lines of a group, as spans: deleted if they are."""
    if group.ends is not None:
        return group.ends
    return [end_of(line.paragraphs[-1]) for line in group.file[:-1]]


def _has_text(line: FileLine) -> bool:
    return any(span.text.strip() for span in line.spans)
