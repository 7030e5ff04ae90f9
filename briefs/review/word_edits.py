"""What one text makes of another, word by word: the edits of a reviewer, with who made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefs.model.mark import Mark
from briefs.review.span_places import PlacedSpan
from briefs.review.word_tokens import Token, opcodes, tokens


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start`–`end` of a text became `after`, which begins at `place` in the new text.

    `marks` are the authors and dates of the tracked changes that made it, and `revisions` these changes. It
    `is_tracked` if they account for all of it, and `is_counted` if it is only a number that a program counted anew.
    """

    start: int
    end: int
    after: str
    place: int
    marks: tuple[Mark, ...] = ()
    revisions: tuple[int, ...] = ()
    is_tracked: bool = False
    is_counted: bool = False


def same_words(first: str, second: str) -> bool:
    """Whether two texts differ at most in what programs rewrite: spaces, and the looks of quotation marks."""
    return words_of(first) == words_of(second)


def words_of(text: str) -> tuple[str, ...]:
    """What people read of a text: equal for two texts with the `same_words`."""
    return tuple(token.key for token in _inner(tokens(text)) if token.key)


def word_edits(before: str, after: str, placed: Iterable[PlacedSpan] = ()) -> tuple[Edit, ...]:
    """The edits that turn `before` into `after`, in order; two with only a space between them are one.

    `placed` are the spans of the paragraph, with their places in both texts: they say who made each edit.
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
    spans = tuple(placed)
    edits = []
    for start, end, first, last in joined:
        if not any(token.key for token in (*old[start:end], *new[first:last])):
            continue  # nothing that anybody sees
        gone, come = _characters(old, start, end, before), _characters(new, first, last, after)
        own = [one for one in spans if one.is_of(gone, come)]
        marks = dict.fromkeys(mark for one in own for mark in one.marks)
        revisions = sorted({number for one in own for number in one.span.revisions})
        edits.append(Edit(*gone, after[come[0] : come[1]], come[0], tuple(marks), tuple(revisions), bool(marks)))
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
