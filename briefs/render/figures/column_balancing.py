"""Widths of columns of text side by side, chosen so that they take few lines and look alike. Widths are in ems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefs.render.figures.line_breaking import Measure, best_breaking

_NARROWEST, _WIDEST = 0.75, 1.3
"""Shares of the mean width: a column outside these would look less or more important than the others."""
_MOST_STEPS = 200
"""The most widths that are tried for a column."""


class _Column(NamedTuple):
    width: float
    lines: int
    alone: int


def balanced_columns(
    texts: Sequence[Sequence[str]], width: float, measure: Measure, least: Sequence[float] = ()
) -> list[float]:
    """Widths of columns of `texts`, `width` together, in which the longest text takes the fewest lines that it can.

    Columns are between 0.75 and 1.3 of their mean, but not narrower than their longest word or their `least`, as far as
    there is room. Among such widths, those with the fewest single words on a line are chosen, above all on lines before
    the last. Room that is left over is shared equally.
    """
    measure = cache(measure)
    mean = width / len(texts)
    floors = [
        max(*(measure(word) for text in column for word in text.split(" ")), *least[index : index + 1], 0.01)
        for index, column in enumerate(texts)
    ]
    if sum(floors) > width:
        return [mean] * len(texts)
    lows = [max(floor, _NARROWEST * mean) for floor in floors]
    if sum(lows) > width:
        lows = floors
    highs = [max(floor, _WIDEST * mean) for floor in floors]

    def column(index: int, width: float) -> _Column:
        breakings = [best_breaking(text, width, measure) for text in texts[index]]
        return _Column(width, max(one.lines for one in breakings), sum(one.alone for one in breakings))

    tried = [
        [column(index, width) for width in sorted({*_steps(low, high), max(low, mean)})]
        for index, (low, high) in enumerate(zip(lows, highs, strict=True))
    ]
    for most in range(1, 1 + max(widths[0].lines for widths in tried)):
        found = _fewest_alone([[width for width in widths if width.lines <= most] for widths in tried], width)
        if found:
            break
    shared = [_shared(widths, highs, width) for widths in found]
    return min(shared, key=lambda widths: sum(column(*of).alone for of in enumerate(widths)))


def _steps(low: float, high: float) -> Iterator[float]:
    """From `low` to `high`, a ninth of an em apart: a point, in labels of nine; more where they would be too many."""
    count = min(int((high - low) * 9), _MOST_STEPS)
    an_em = 9 if count < _MOST_STEPS else count / (high - low)
    for step in range(count + 1):
        yield low + step / an_em
    yield high


def _fewest_alone(tried: Sequence[Sequence[_Column]], width: float) -> list[tuple[float, ...]]:
    """Widths of columns within `width`, one of those `tried` for each: the narrowest for each number of words alone.

    Those with the fewest words alone come first; none if some column has no possible width.
    """
    found: dict[int, tuple[float, ...]] = {0: ()}
    for widths in tried:
        more: dict[int, tuple[float, ...]] = {}
        for alone, before in found.items():
            for column in widths:
                made = (*before, column.width)
                if sum(made) <= sum(more.get(alone + column.alone, (width + 1e-9,))):
                    more[alone + column.alone] = made
        found = more
    return [found[alone] for alone in sorted(found)]


def _shared(widths: Sequence[float], highs: Sequence[float], width: float) -> list[float]:
    """`widths`, with the rest of `width` shared equally among the columns that are below their maximum in `highs`."""
    shared = list(widths)
    while (spare := width - sum(shared)) > 1e-9:
        able = [index for index, high in enumerate(highs) if shared[index] < high - 1e-9]
        for index in able or range(len(shared)):
            share = spare / len(able or shared)
            shared[index] += min(share, highs[index] - shared[index]) if able else share
    return shared
