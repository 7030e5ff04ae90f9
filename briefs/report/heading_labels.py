"""Short labels for headings that a reader recognised, and how paragraphs that are numbered throughout are cited."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefs.model.typesetting import plain
from briefs.report.heading_numbers import heading_number
from briefs.report.hints import HeadingHint, ReportHints, recognized_heading
from briefs.report.lists import ordinal
from briefs.report.pieces import FootnotePiece, HeadingPiece, ItemPiece, Piece

_MOST_WORDS = 3
_FEWEST_NUMBERED = 8
"""So many paragraphs in a row are numbered throughout if they stand under several headings."""
_PARTS = re.compile(r"\s*[:;–—(\[?!]|\s-\s|,\s|(?<=\w{4})\.\s|[。：；，？！（]")
"""What ends the first part of a heading."""
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&/-]*[A-Z0-9][A-Za-z0-9]*)\)\s*$")
_SPACELESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2}")
"""Writing without spaces between words."""
_LONGEST, _LONGEST_SPACELESS = 40, 14
"""The most characters of a label."""
_MOST_WORDS_WITH_PART = 5


def labelled(pieces: Sequence[Piece], hints: ReportHints) -> list[Piece]:
    """The pieces, in which each heading has a label: the one in `hints`, or else a short form of its words.

    Labels differ within one part. Items that are numbered on through several headings are cited by their numbers.
    """
    given = set(map(id, hints.outline))
    headings = [piece for piece in pieces if isinstance(piece, HeadingPiece)]
    notes = frozenset(piece.number for piece in pieces if isinstance(piece, FootnotePiece))
    own = [recognized_heading(plain(one.text, notes) or "?", one.hint.level, "?") for one in headings]
    labels = labels_of([one.hint if id(one.hint) in given else new for one, new in zip(headings, own, strict=True)])
    named = iter(zip(headings, labels, strict=True))
    changed: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, HeadingPiece):
            heading, label = next(named)
            piece = heading if id(heading.hint) in given else replace(heading, hint=_with_label(heading, label))
        changed.append(piece)
    return _cited_by_number(changed)


def _with_label(heading: HeadingPiece, label: str) -> HeadingHint:
    return heading.hint.model_copy(update={"label": label})


def labels_of(headings: Sequence[HeadingHint]) -> list[str]:
    """A label for each heading, in order: its own unless that is "?", which asks for one made of its words.

    A numbered heading has its number: "IV", "2.1". Others have their acronym, or at most three of their first words; if
    this is taken in its part, then with the label of the heading above it, or with a number.
    """
    labels: list[str] = []
    above: list[tuple[int, str]] = []
    taken: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    numbers_in_part: dict[str, int] = {}  # the last number that each label got
    numbers_of_parts: dict[str, int] = {}
    for heading in headings:
        above = [one for one in above if one[0] < heading.level]
        in_part = taken if above else parts
        label = heading.label if heading.label != "?" else _label(heading.text)
        if heading.label == "?" and in_part[label.lower()]:
            longer = f"{above[-1][1]} {_decapitalized(label)}" if len(above) > 1 else label
            longer = longer if len(longer) <= _LONGEST and len(longer.split()) <= _MOST_WORDS_WITH_PART else label
            if in_part[longer.lower()]:
                numbers = numbers_in_part if above else numbers_of_parts
                number = _next_number(longer, in_part, numbers.get(longer, 1))
                numbers[longer] = number
                longer = f"{longer} ({number})"
            label = longer
        if not above:
            taken, numbers_in_part = Counter(), {}
        in_part[label.lower()] += 1
        above.append((heading.level, label))
        labels.append(label)
    return labels


def _next_number(label: str, taken: Counter[str], last: int) -> int:
    """The first number after the `last` with which `label` is not taken."""
    number = last + 1
    while taken[f"{label} ({number})".lower()]:
        number += 1
    return number


def _decapitalized(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _label(text: str) -> str:
    """A label made of the words of a heading."""
    number = heading_number(text)
    if number is not None:
        return _bracketed(number.printed.strip(" .:–—-")) or number.printed
    if found := _ACRONYM.search(text):
        return found[1]
    start = _PARTS.split(text.strip(" .*“”\"«»'‘’"), maxsplit=1)[0].strip()
    words = list(filter(None, map(_bare, (start or text).split())))
    if not words:
        return text[:20].strip() or "?"
    if len(words) > _MOST_WORDS:
        kept = words[: _first_content(words) + _MOST_WORDS]
        while len(kept) > 1 and len(kept[-1]) <= _SMALL:
            kept.pop()
        words = kept if len(kept) > 1 else words[: _MOST_WORDS + 1]
    return _cut(" ".join(words))


def _bracketed(number: str) -> str:
    """A number with both its brackets or none: "(a)", "1"."""
    return number if number[:1] in ("(", "（") else number.rstrip(" .)）:–—-")


def _bare(word: str) -> str:
    """A word without the signs around it. Vowel signs belong to it, as in Hindi."""
    kept = [at for at, character in enumerate(word) if character.isalnum()]
    if not kept:
        return ""
    end = kept[-1] + 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return word[kept[0] : end]


def _cut(label: str) -> str:
    """A label of a length that can be printed."""
    longest = _LONGEST_SPACELESS if _SPACELESS.search(label) else _LONGEST
    if len(label) <= longest:
        return label
    return label[:longest].rpartition(" ")[0] or label[:longest]


_SMALL = 3
"""Words of so few letters say little: articles, prepositions."""


def _first_content(words: Sequence[str]) -> int:
    """1 if the first word is a small one, such as an article, so that one word more is taken."""
    return int(len(words[0]) <= _SMALL)


def _cited_by_number(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in which the items of each long run of numbers over several headings are cited as "para 12".

    Where a hint says how numbers are cited, its word holds.
    """
    cited = {index: number for run in _runs(pieces) for index, number in run}
    return [
        replace(piece, cited_as=f"para {cited[index]}") if index in cited and isinstance(piece, ItemPiece) else piece
        for index, piece in enumerate(pieces)
    ]


def _runs(pieces: Sequence[Piece]) -> Iterator[list[tuple[int, int]]]:
    """Runs of items that are in no other, with their numbers, which go up by one; each under several headings."""
    runs: list[_Run] = []
    waiting = _WaitingRuns()
    headings = 0
    cited_below: int | None = None  # the level of the heading whose hint says how the numbers under it are cited
    for index, piece in enumerate(pieces):
        if isinstance(piece, HeadingPiece):
            headings += 1
            if cited_below is None or piece.hint.level <= cited_below:
                cited_below = piece.hint.level if piece.hint.numbered_as else None
        if cited_below is not None or not isinstance(piece, ItemPiece) or piece.depth or piece.cited_as:
            continue
        number = ordinal(piece.marker) if any(character.isdigit() for character in piece.marker) else None
        if number is None:
            continue
        run = waiting.for_item(piece, number)
        if run is not None:
            run.items.append((index, number))
            run.last_heading = headings
        elif number == 1:
            run = _Run(piece.list_id, piece.indent, headings, headings, [(index, number)])
            runs.append(run)
        if run is not None:
            waiting.add(run)
    yield from (
        one.items for one in runs if len(one.items) >= _FEWEST_NUMBERED and one.last_heading > one.first_heading
    )


@dataclass(slots=True)
class _Run:
    """A run of numbers that may go on: its list, its indent, after how many headings it began and has come so far."""

    list_id: str
    indent: int
    first_heading: int
    last_heading: int
    items: list[tuple[int, int]]


@dataclass(slots=True)
class _WaitingRuns:
    """The runs by the number that they wait for, in the order in which they came to wait: so none is looked for among
    all. A run that has gone on since is left where it was, and passed over."""

    runs: dict[tuple[int, str | None, int | None], list[tuple[_Run, int]]] = field(default_factory=dict)

    def add(self, run: _Run) -> None:
        """The run waits for the number after its last one."""
        number = run.items[-1][1] + 1
        for key in self._keys(number, run.list_id, run.indent):
            self.runs.setdefault(key, []).append((run, len(run.items)))

    def for_item(self, item: ItemPiece, number: int) -> _Run | None:
        """The run that `item` continues: one of its list, or else with its indent, or else any; of several the last."""
        for key in self._keys(number, item.list_id, item.indent):
            found = self.runs.get(key, [])
            while found and len(found[-1][0].items) != found[-1][1]:
                found.pop()
            if found:
                return found[-1][0]
        return None

    @staticmethod
    def _keys(number: int, list_id: str, indent: int) -> Iterator[tuple[int, str | None, int | None]]:
        yield from ((number, list_id, indent), (number, list_id, None), (number, None, indent), (number, None, None))
