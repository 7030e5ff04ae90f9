"""What one text makes of another, word by word: the edits of a reviewer, with who made them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from briefs.model.mark import Mark
from briefs.model.marked_file import Span

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters without any width: places to break, joiners, directions. Programs add and drop them."""
_WORD = rf"\w[\w{_UNSEEN}]*(?:['’\-‑–][\w{_UNSEEN}]+)*"
_TOKEN = re.compile(rf"[{_UNSEEN}]*(?:{_WORD}|\s+|\.\.\.|[^\w\s{_UNSEEN}])[{_UNSEEN}]*|[{_UNSEEN}]+")
_NO_WIDTH = re.compile(f"[{_UNSEEN}]")
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "‑": "-"})
_SPACE = " "


class Token(NamedTuple):
    """A word, the space between words, or a sign: where it is in its text, and what it is compared by."""

    start: int
    end: int
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return any(map(str.isalnum, self.key))

    @property
    def is_space(self) -> bool:
        """Whether a reader sees nothing of it."""
        return self.key in ("", _SPACE)


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start`–`end` of a text became `after`, which begins at `place` in the new text.

    `marks` are the authors and dates of the tracked changes that made it; there are none if nobody tracked it.
    """

    start: int
    end: int
    after: str
    place: int
    marks: tuple[Mark, ...] = ()

    @property
    def place_end(self) -> int:
        """Where `after` ends in the new text."""
        return self.place + len(self.after)


class PlacedSpan(NamedTuple):
    """A span with the place of its words in the final text; deleted ones have a place, and no room there."""

    start: int
    end: int
    span: Span


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words, spaces and signs of `text`. All spaces are one space, and quotation marks of all looks are one sign:
    what a program rewrites is no change."""
    return tuple(Token(*found.span(), _key(found[0])) for found in _TOKEN.finditer(text))


def _key(token: str) -> str:
    token = _NO_WIDTH.sub("", token)
    return _SPACE if token.isspace() else "…" if token == "..." else token.translate(_FOLDED)


def same_words(first: str, second: str) -> bool:
    """Whether two texts differ at most in what programs rewrite: spaces, and the looks of quotation marks."""
    return not word_edits(first, second)


def opcodes(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """How `before` becomes `after`, as `difflib` says it."""
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())


def word_edits(before: str, after: str, spans: Iterable[Span] = ()) -> tuple[Edit, ...]:
    """The edits that turn `before` into `after`, in order; two with only a space between them are one.

    `spans` are those of the paragraph whose final text is `after`: they say who made each edit.
    """
    old, new = _inner(tokens(before)), _inner(tokens(after))
    joined: list[tuple[int, int, int, int]] = []
    for kind, start, end, first, last in opcodes([token.key for token in old], [token.key for token in new]):
        if kind == "equal":
            continue
        if joined and all(token.is_space for token in old[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end, joined[-1][2], last)
        else:
            joined.append((start, end, first, last))
    placed = tuple(placed_spans(spans))
    edits = []
    for start, end, first, last in joined:
        if not any(token.key for token in (*old[start:end], *new[first:last])):
            continue  # nothing that anybody sees
        gone, come = _characters(old, start, end, before), _characters(new, first, last, after)
        edits.append(Edit(*gone, after[come[0] : come[1]], come[0], marks_between(placed, *come)))
    return tuple(edits)


def _inner(found: Sequence[Token]) -> Sequence[Token]:
    """`found` without space at the edges: nobody means that."""
    seen = [number for number, token in enumerate(found) if not token.is_space]
    return found[seen[0] : seen[-1] + 1] if seen else ()


def _characters(found: Sequence[Token], start: int, end: int, text: str) -> tuple[int, int]:
    """The characters of tokens `start`–`end` of `text`; where they would be, if there are none."""
    length = found[-1].end if found else len(text)
    first = found[start].start if start < len(found) else length
    return first, found[end - 1].end if end > start else first


def applied(before: str, edits: Iterable[Edit]) -> str:
    """`before` with `edits`, which do not overlap."""
    parts, last = [], 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += [before[last : edit.start], edit.after]
        last = edit.end
    return "".join([*parts, before[last:]])


def placed_spans(spans: Iterable[Span]) -> Iterator[PlacedSpan]:
    """Each span with its place in the final text."""
    place = 0
    for span in spans:
        end = place + (len(span.text) if span.is_in_final else 0)
        yield PlacedSpan(place, end, span)
        place = end


def marks_between(placed: Iterable[PlacedSpan], start: int, end: int) -> tuple[Mark, ...]:
    """Who inserted the words at `start`–`end` of the final text, or deleted words there; each once, in order."""
    marks: list[Mark] = []
    for one in placed:
        span = one.span
        if span.deleted is not None and start <= one.start <= end:
            marks += [span.inserted, span.deleted] if span.inserted is not None else [span.deleted]
        elif span.inserted is not None and span.deleted is None and one.start < end and start < one.end:
            marks.append(span.inserted)
    return tuple(dict.fromkeys(marks))
