"""Pairing the lines of what was sent with those of a returned file: by identity, by words, by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.review.line_alignment import MOST_PAIRS, MOVED, aligned, in_order, moved
from briefs.review.matched_lines import FileLine, SentLine
from briefs.review.matches import FoundBy
from briefs.review.similarity import Words, held, similarity, without

_POOR = 0.25
"""A line with the mark of a unit and so little of its text gives way to one that has it."""
_GAIN = 0.08
"""By how much a neighbour's text must raise the similarity, for both to be parts of one line."""
_PART = 0.7
"""Or which share of the neighbour's words must be what the line lacks."""
_OWN = 0.5
"""Which share of a line's words must be the unit's, for it to be a part of it beside another one."""
_SAME_PLACE = 0.2
"""How similar lines must be that stand between the same neighbours, if they are long enough to tell."""
_LONGER = 4
"""How many times as long the longer of two lines may be, if nothing but their place says that they are the same."""
_APART = ("note", "masthead", "heading", "caption")
"""Roles of lines that have a style, or a story, of their own."""

_Styles: TypeAlias = Mapping[str, str]


@dataclass(slots=True)
class Pair:
    """Lines of what was sent and of a file that belong together, by their indices."""

    sent: list[int]
    file: list[int]
    found_by: FoundBy


@dataclass(slots=True)
class LinePairs:
    """The pairs of `sent` and `file` lines found so far; no line is in two."""

    sent: Sequence[SentLine]
    file: Sequence[FileLine]
    pairs: list[Pair] = field(default_factory=list)
    _bookmarked: dict[str, list[int]] = field(init=False)
    _controlled: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self._bookmarked, self._controlled = self._lines_by("bookmarks"), self._lines_by("controls")

    def found(self) -> list[Pair]:
        """All pairs, in the order of what was sent."""
        self._by_identity()
        self._by_row_heading()
        self._by_text()
        self._split_and_merged()
        self._by_place()
        return sorted(self.pairs, key=lambda pair: pair.sent[0])

    @property
    def free_sent(self) -> list[int]:
        """The lines as sent that are in no pair."""
        taken = {index for pair in self.pairs for index in pair.sent}
        return [index for index in range(len(self.sent)) if index not in taken]

    @property
    def free_file(self) -> list[int]:
        """The lines of the file that are in no pair."""
        taken = {index for pair in self.pairs for index in pair.file}
        return [index for index in range(len(self.file)) if index not in taken]

    def _lines_by(self, kind: str) -> dict[str, list[int]]:
        """The lines of the file with marks of units of this kind, by their tags."""
        found: dict[str, list[int]] = {}
        for line in self.file:
            for tag in line.tags(kind):
                found.setdefault(tag, []).append(line.index)
        return found

    def _by_identity(self) -> None:
        candidates = sorted(
            (rank, -similarity(sent.words, self.file[index].words), sent.index, index)
            for rank, marks in enumerate((self._bookmarked, self._controlled))
            for sent in self.sent
            for index in marks.get(sent.tag, ())
            if self._fit(sent.index, index)
        )
        taken_sent: set[int] = set()
        taken_file: set[int] = set()
        for rank, alike, sent_index, index in candidates:
            if sent_index in taken_sent or index in taken_file or self._is_elsewhere(sent_index, index, -alike):
                continue
            taken_sent.add(sent_index)
            taken_file.add(index)
            self.pairs.append(Pair([sent_index], [index], "control" if rank else "bookmark"))

    def _by_row_heading(self) -> None:
        """Pair rows that were sent to be filled in, of which only the first cell has words, by these words: whatever
        somebody wrote into the others, as into a clearance table, is no sign that the row is another."""
        headings: dict[str, list[int]] = {}
        for index in self.free_file:
            if self.file[index].is_row:
                headings.setdefault(_plain(self.file[index].cells[0].base), []).append(index)
        for index in self.free_sent:
            first, *others = self.sent[index].cells
            same = headings.get(_plain(first.text), []) if self.sent[index].is_row else []
            if first.text.strip() and len(same) == 1 and not any(one.text.strip() for one in others):
                self.pairs.append(Pair([index], [same[0]], "place"))
                same.clear()

    def _is_elsewhere(self, sent: int, index: int, alike: float) -> bool:
        """Whether the text of a unit is in another line than that with its mark, which is new or has little of it."""
        words, line = self.sent[sent].words, self.file[index]
        is_likely = alike >= _POOR and not line.is_new
        if words.are_few or is_likely or len(self.sent) * len(self.file) > MOST_PAIRS:
            return False
        is_part = not line.is_new and held(line.words, words) >= _OWN
        return any(
            not other.is_new
            and not (is_part and abs(other.index - index) <= 1)
            and similarity(words, other.words, MOVED) >= MOVED
            for other in self.file
            if other.index != index
            and self._fit(sent, other.index)
            and not other.tags("bookmarks") - line.tags("bookmarks")
        )

    def _by_text(self) -> None:
        sent, file = self.free_sent, self.free_file
        found = aligned(
            [self.sent[index].words for index in sent],
            [self.file[index].words for index in file],
            lambda row, column: self._fit(sent[row], file[column]),
        )
        pairs = [Pair([sent[row]], [file[column]], "text") for row, column in found.items()]
        self.pairs += self._without_weak(pairs)
        rest_sent, rest_file = self.free_sent, self.free_file
        found = moved(
            {index: self.sent[index].words for index in rest_sent},
            {index: self.file[index].words for index in rest_file},
            self._fit,
        )
        self.pairs += [Pair([row], [column], "text") for row, column in found.items()]

    def _without_weak(self, pairs: list[Pair]) -> Iterator[Pair]:
        """`pairs` without those that are out of order with lines found before, and have too little in common for it."""
        ordered = sorted((*self.pairs, *pairs), key=lambda pair: pair.sent[0])
        kept = in_order([pair.file[0] for pair in ordered])
        weak = {id(pair) for place, pair in enumerate(ordered) if place not in kept and self._alike(pair) < MOVED}
        yield from (pair for pair in pairs if id(pair) not in weak)

    def _split_and_merged(self) -> None:
        """Add to each pair the lines beside it that are parts of the same line."""
        free_sent, free_file = set(self.free_sent), set(self.free_file)
        for pair in self.pairs:
            if self.sent[pair.sent[0]].is_row:
                continue
            while (part := self._part(pair, free_file, of_file=True)) is not None:
                pair.file = sorted((*pair.file, part))
                free_file.discard(part)
            while (part := self._part(pair, free_sent, of_file=False)) is not None:
                pair.sent = sorted((*pair.sent, part))
                free_sent.discard(part)

    def _part(self, pair: Pair, free: set[int], of_file: bool) -> int | None:
        """The line that is a part of a `pair` too, of the file or of what was sent: one beside those that it has, or in
        the file one with the mark of its unit."""
        lines: Sequence[SentLine] | Sequence[FileLine] = self.file if of_file else self.sent
        own = pair.file if of_file else pair.sent
        one, other = self._words(pair)
        whole, parts = (one, other) if of_file else (other, one)
        alike = similarity(whole, parts)
        known = self._known_parts(pair, of_file)
        for part in (own[-1] + 1, own[0] - 1, *sorted(known)):
            if part not in free or not self._can_be_part(lines[part], lines[own[0]]):
                continue
            words, comes_first = lines[part].words, part < own[0]
            gain = similarity(whole, words + parts if comes_first else parts + words) - alike
            if gain > 0 and (part in known or gain >= _GAIN or _is_missing(words, whole, parts, comes_first)):
                return part
        return None

    def _known_parts(self, pair: Pair, of_file: bool) -> set[int]:
        """Lines of the file with the bookmarks of a pair's units, or lines as sent whose bookmarks are in the pair."""
        if of_file:
            return {part for index in pair.sent for part in self._bookmarked.get(self.sent[index].tag, ())}
        marks = {tag for index in pair.file for tag in self.file[index].tags("bookmarks")}
        return {line.index for line in self.sent if line.tag in marks}

    def _by_place(self) -> None:
        """Pair what stands between the same lines, if the numbers are equal: short lines, and those of the masthead."""
        ordered = sorted(self.pairs, key=lambda pair: pair.sent[0])
        kept = in_order([pair.file[0] for pair in ordered])
        fixed = [pair for place, pair in enumerate(ordered) if place in kept]
        free_sent, free_file, styles = set(self.free_sent), set(self.free_file), self._styles()
        before = Pair([-1], [-1], "")
        for pair in (*fixed, Pair([len(self.sent)], [len(self.file)], "")):
            sent = [index for index in range(before.sent[-1] + 1, pair.sent[0]) if index in free_sent]
            file = [index for index in range(before.file[-1] + 1, pair.file[0]) if index in free_file]
            for row, column in self._of_one_place(sent, file, styles):
                self.pairs.append(Pair([row], [column], "place"))
            before = pair

    def _of_one_place(self, sent: list[int], file: list[int], styles: _Styles) -> Iterator[tuple[int, int]]:
        """Headings with what has their style and so on; then rows with rows, notes with notes, and the rest."""
        for name, name_of_file in ((self._kind, self._kind_by_style), (self._story, self._story_of_file)):
            found = []
            for kind in dict.fromkeys(map(name, sent)):
                rows = [index for index in sent if name(index) == kind]
                columns = [index for index in file if name_of_file(index, styles) == kind]
                if len(rows) == len(columns):
                    found += [pair for pair in zip(rows, columns, strict=True) if self._can_be_same(*pair)]
            yield from found
            sent = [index for index in sent if index not in {row for row, _ in found}]
            file = [index for index in file if index not in {column for _, column in found}]

    def _story(self, sent: int) -> str:
        line = self.sent[sent]
        return "row" if line.is_row else "note" if line.is_note else ""

    def _story_of_file(self, index: int, styles: _Styles) -> str:
        line = self.file[index]
        return "row" if line.is_row else "note" if line.is_note else ""

    def _kind(self, sent: int) -> str:
        role = self.sent[sent].cells[0].role
        return self._story(sent) or (role if role in _APART else "")

    def _kind_by_style(self, index: int, styles: _Styles) -> str:
        return self._story_of_file(index, styles) or styles.get(self.file[index].paragraphs[0].style, "")

    def _styles(self) -> _Styles:
        """Which kind of line each style of the file is for, as far as that is sure from the pairs found so far."""
        found: dict[str, set[str]] = {}
        for pair in self.pairs:
            if len(pair.file) == 1 and (style := self.file[pair.file[0]].paragraphs[0].style):
                found.setdefault(style, set()).add(self._kind(pair.sent[0]))
        return {style: next(iter(kinds)) for style, kinds in found.items() if len(kinds) == 1}

    def _can_be_same(self, sent: int, index: int) -> bool:
        line, other = self.sent[sent], self.file[index]
        if other.is_new:
            return False
        short, long = sorted((line.words, other.words), key=lambda words: len(words.all))
        if short.are_few or line.cells[0].role in _APART:
            return len(long.all) <= _LONGER * max(len(short.all), 1) or held(short, long) >= _PART
        return similarity(line.words, other.words) >= _SAME_PLACE

    def _fit(self, sent: int, index: int) -> bool:
        line, other = self.sent[sent], self.file[index]
        return line.is_row == other.is_row and line.is_note == other.is_note

    def _can_be_part(self, line: SentLine | FileLine, of: SentLine | FileLine) -> bool:
        is_new = isinstance(line, FileLine) and line.is_new
        return not line.is_row and line.is_note == of.is_note and not line.is_note and not is_new

    def _words(self, pair: Pair) -> tuple[Words, Words]:
        return _sum([self.sent[index].words for index in pair.sent]), _sum(
            [self.file[index].words for index in pair.file]
        )

    def _alike(self, pair: Pair) -> float:
        return similarity(*self._words(pair))


def _is_missing(words: Words, whole: Words, parts: Words, comes_first: bool) -> bool:
    """Whether `words` are what `parts` lack of `whole`; few words must be its first or last ones."""
    if words.are_few:
        return words.all == (whole.all[: len(words.all)] if comes_first else whole.all[-len(words.all) :])
    return held(words, without(whole, parts)) >= _PART


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _sum(parts: list[Words]) -> Words:
    found = parts[0]
    for part in parts[1:]:
        found += part
    return found
