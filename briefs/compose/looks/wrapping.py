"""Lines and columns of plain text that fit: the arithmetic behind the filters for pictures.

Widths are in ems here: of letters, lines and columns alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

Measure: TypeAlias = Callable[[str], float]
"""How wide a text is. Two texts are together as wide as each by itself."""

_NARROWEST, _WIDEST = 0.75, 1.3
"""Of the mean of all columns: what is narrower or wider looks as if it weighed less or more than the others."""
_MOST_STEPS = 200
"""Of widths that are tried for a column."""


class _Way(NamedTuple):
    """A way to break the rest of a text, better if smaller: its lines, how bad those of one word, how uneven all."""

    lines: int
    alone: int
    uneven: float
    end: int
    """Where the first line ends."""


class _Column(NamedTuple):
    width: float
    lines: int
    alone: int


def broken(text: str, limit: float, measure: Measure) -> list[str]:
    """`text` in the fewest lines no wider than `limit`; of one word as seldom, and as alike, as they can be.

    Broken at spaces; a word too long for a line after its hyphens and strokes, or else between any two characters.
    """
    pieces = _parted(text, limit, measure)
    lines, start, ways = [], 0, _ways(pieces, limit, measure)
    while start < len(pieces):
        end = ways[start].end
        lines.append("".join(" " * begins + piece for piece, begins in pieces[start:end]).removeprefix(" "))
        start = end
    return lines


def _parted(text: str, limit: float, measure: Measure) -> list[tuple[str, bool]]:
    """What `text` may be broken into, at least one piece, each with whether it begins a word."""
    words = [word for word in text.split(" ") if word] or [""]
    return [(piece, not part) for word in words for part, piece in enumerate(_pieces(word, limit, measure))]


def _pieces(word: str, limit: float, measure: Measure) -> list[str]:
    """`word` whole if it fits, else in pieces that fit or are single characters."""
    if measure(word) <= limit:
        return [word]
    parts = re.findall(r"[^-–—/]*[-–—/]|[^-–—/]+", word)
    return [piece for part in parts for piece in ([part] if measure(part) <= limit else part)]


def _ways(pieces: Sequence[tuple[str, bool]], limit: float, measure: Measure) -> list[_Way]:
    """The best way to break `pieces`, from each of them to the end."""
    space, widths = measure(" "), [measure(piece) for piece, _ in pieces]
    ways = [_Way(0, 0, 0.0, 0)] * (len(pieces) + 1)

    def lines(start: int) -> Iterator[_Way]:
        used, words = 0.0, 0
        for index in range(start, len(pieces)):
            piece, begins = pieces[index]
            used += widths[index] + (space if begins and index > start else 0)
            words += len(piece.split()) if begins or index == start else 0
            if index > start and used > limit:
                return
            rest = ways[index + 1]
            alone = rest.alone + (_alone(start, index, len(pieces)) if words == 1 else 0)
            # Longer lines first where ways are alike
            yield _Way(1 + rest.lines, alone, round(rest.uneven + (limit - used) ** 2, 6), -(index + 1))

    for start in reversed(range(len(pieces))):
        best = min(lines(start))
        ways[start] = best._replace(end=-best.end)
    return ways


def _alone(first: int, last: int, pieces: int) -> int:
    """How bad a word alone on a line of these `pieces` is: less on the last line, and a text of one word is no harm."""
    return 2 if last + 1 < pieces else 1 if first else 0


def columns(texts: Sequence[Sequence[str]], width: float, least: Sequence[float], measure: Measure) -> list[float]:
    """Widths of columns of `texts`, `width` together, in which the longest text takes the fewest lines that it can.

    Columns are between 0.75 and 1.3 of their mean, but not narrower than their longest word or than their `least`, as
    far as there is room for that. Of such widths they are those with the fewest words alone on a line, above
    all on lines before the last; what is not needed is shared out alike.
    """
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
        ways = [_ways(_parted(text, width, measure), width, measure)[0] for text in texts[index]]
        return _Column(width, max(way.lines for way in ways), sum(way.alone for way in ways))

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

    With the fewest words alone first; none where some column has no width.
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
    """`widths`, and what they leave of `width` shared out alike among those below what they may have in `highs`."""
    shared = list(widths)
    while (spare := width - sum(shared)) > 1e-9:
        able = [index for index, high in enumerate(highs) if shared[index] < high - 1e-9]
        for index in able or range(len(shared)):
            share = spare / len(able or shared)
            shared[index] += min(share, highs[index] - shared[index]) if able else share
    return shared
