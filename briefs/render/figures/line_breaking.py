"""Where lines of plain text end. No renderer used here implements the line breaking of SVG 2 (11.7.2).

Widths are in ems: of letters and lines alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

Measure: TypeAlias = Callable[[str], float]
"""The width of a text. Two texts together are as wide as the sum of their widths."""


class Breaking(NamedTuple):
    """A way to break a text, better if smaller: number of lines, badness of lines of one word, unevenness of lines."""

    lines: int
    alone: int
    uneven: float
    end: int
    """Where the first line ends."""


def broken_lines(text: str, limit: float, measure: Measure) -> list[str]:
    """`text` in the fewest lines no wider than `limit`: as few as possible of one word, and as even as possible.

    Lines end at spaces. A word too long for a line is broken after a hyphen or slash, or else between any two
    characters. A no-break space keeps words together.
    """
    pieces = _pieces_of(text, limit, measure)
    lines, start, breakings = [], 0, _breakings(pieces, limit, measure)
    while start < len(pieces):
        end = breakings[start].end
        lines.append("".join(" " * begins + piece for piece, begins in pieces[start:end]).removeprefix(" "))
        start = end
    return lines


def best_breaking(text: str, limit: float, measure: Measure) -> Breaking:
    """The quality of the lines that `broken_lines` returns."""
    return _breakings(_pieces_of(text, limit, measure), limit, measure)[0]


def _pieces_of(text: str, limit: float, measure: Measure) -> list[tuple[str, bool]]:
    """The pieces that `text` may be broken into, at least one, each with whether it begins a word."""
    words = [word for word in text.split(" ") if word] or [""]
    return [(piece, not part) for word in words for part, piece in enumerate(_parts(word, limit, measure))]


def _parts(word: str, limit: float, measure: Measure) -> list[str]:
    """`word` whole if it fits, else in pieces that fit or are single characters."""
    if measure(word) <= limit:
        return [word]
    parts = re.findall(r"[^-–—/]*[-–—/]|[^-–—/]+", word)
    return [piece for part in parts for piece in ([part] if measure(part) <= limit else part)]


def _breakings(pieces: Sequence[tuple[str, bool]], limit: float, measure: Measure) -> list[Breaking]:
    """The best way to break `pieces`, from each of them to the end."""
    space, widths = measure(" "), [measure(piece) for piece, _ in pieces]
    best = [Breaking(0, 0, 0.0, 0)] * (len(pieces) + 1)

    def first_lines(start: int) -> Iterator[Breaking]:
        used, words = 0.0, 0
        for index in range(start, len(pieces)):
            piece, begins = pieces[index]
            used += widths[index] + (space if begins and index > start else 0)
            words += len(piece.split()) if begins or index == start else 0
            if index > start and used > limit:
                return
            rest = best[index + 1]
            alone = rest.alone + (_alone(start, index, len(pieces)) if words == 1 else 0)
            # of equally good ways, the one with longer lines first
            yield Breaking(1 + rest.lines, alone, round(rest.uneven + (limit - used) ** 2, 6), -(index + 1))

    for start in reversed(range(len(pieces))):
        found = min(first_lines(start))
        best[start] = found._replace(end=-found.end)
    return best


def _alone(first: int, last: int, pieces: int) -> int:
    """The badness of a line with a single word: less on the last line, and none if it is the whole text."""
    return 2 if last + 1 < pieces else 1 if first else 0
