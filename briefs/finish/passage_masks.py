"""What a draft does not show of the passages that its paragraphs rest on: who spoke, and words of excluded blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefs.model.library import Library

MASK = "[…]"
"""What stands in place of words that are not shown."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text of which parts are masked; `at` gives the offset in it for each offset in the text as it was."""

    text: str
    at: tuple[int, ...]


def masked(text: str, spans: Iterable[Span]) -> Masked:
    """`text` with a mask in place of each of `spans`; those that overlap or touch, but for a space, share one."""
    pieces: list[str] = []
    offsets: list[int] = []
    length = last = 0
    for start, end in joined(text, spans):
        offsets += range(length, length + start - last)
        pieces += (text[last:start], MASK)
        length += start - last
        offsets += [length] + [length + len(MASK)] * (end - start - 1)
        length += len(MASK)
        last = end
    offsets += range(length, length + len(text) - last + 1)
    return Masked("".join((*pieces, text[last:])), tuple(offsets))


def joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, without empty ones; those between which `text` has only white space are made one."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def excluded_spans(library: Library, audience: str) -> Mapping[str, tuple[Span, ...]]:
    """Words of the report that only blocks have which are never for `audience`, by the addresses of the passages."""
    never: dict[str, list[Span]] = {}
    others: dict[str, list[Span]] = {}
    for drawn in library.blocks.values():
        found = never if drawn.block.audiences.get(audience) == "never" else others
        for extract in drawn.all_extracts():
            found.setdefault(extract.address, []).append((extract.start, extract.end))
    return {address: tuple(_without(spans, others.get(address, ()))) for address, spans in never.items()}


def _without(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """What of `spans` lies in none of `others`."""
    left = list(spans)
    for start, end in others:
        left = [
            part
            for first, last in left
            for part in ((first, min(last, start)), (max(first, end), last))
            if part[0] < part[1]
        ]
    return left
