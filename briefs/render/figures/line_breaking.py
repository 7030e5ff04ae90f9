"""Where lines of plain text end. No renderer used here implements the line breaking of SVG 2 (11.7.2).

Widths are in ems: of letters and lines alike.
"""

from __future__ import annotations

import unicodedata
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

    Lines end at spaces; a word too long for a line is broken after a hyphen or slash, or else between any two
    characters; marks stay with the letters that they stand on. A no-break space keeps words together.
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
    """`word` whole if it fits, else in pieces that fit or are single characters with their marks."""
    if measure(word) <= limit:
        return [word]
    parts: list[list[str]] = [[]]
    for cluster in clusters(word):
        parts[-1].append(cluster)
        if cluster[0] in "-–—/":
            parts.append([])
    return [piece for part in parts if part for piece in (["".join(part)] if measure("".join(part)) <= limit else part)]


def clusters(text: str) -> list[str]:
    """What readers take for the characters of `text`: each with the marks on it; emoji that are joined are one.

    These are the extended grapheme clusters of UAX #29, but for conjoining jamo, which no font here has.
    """
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(cluster: str, character: str) -> bool:
    """Whether `character` is a part of the `cluster` before it."""
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or character in "\u200c\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # shades of skin
        or "\U000e0020" <= character <= "\U000e007f"  # tags of flags
        or cluster[-1] == "\u200d"
        or (_is_half_flag(character) and _is_half_flag(cluster))
    )


def _is_half_flag(cluster: str) -> bool:
    return len(cluster) == 1 and "\U0001f1e6" <= cluster <= "\U0001f1ff"


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
