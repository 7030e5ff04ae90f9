"""Tables in aligned columns, as wide as the terminal at most."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from briefs.cli.line_wrapping import wrapped
from briefs.cli.styles import cut, styled, width

GAP = "  "
NARROWEST = 12
"""Columns of text get no narrower than this."""


def terminal_width(stream: TextIO) -> int | None:
    """The columns of the terminal that `stream` is, at least enough for an indent and some letters;
    None if it is none, and lines can have any length."""
    return max(shutil.get_terminal_size().columns, NARROWEST) if stream.isatty() else None


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Collection[int] = (),
    most: int | None = None,
    broken: Collection[int] = (),
    cut_off: Collection[int] = (),
) -> list[str]:
    """The lines of a table; columns with an index in `right` are aligned to the right.

    If it is wider than `most`, columns are made narrower: cells in those that are `cut_off` end with an ellipsis, those
    in `broken` ones are broken into several lines, within words only if nothing else helps.
    """
    return [line for lines in table_rows(head, rows, right, most, broken, cut_off) for line in lines]


def table_rows(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Collection[int] = (),
    most: int | None = None,
    broken: Collection[int] = (),
    cut_off: Collection[int] = (),
) -> list[list[str]]:
    """The same as `table`, the lines of each row apart: first those of the head."""
    widths = [max(width(row[column]) for row in (head, *rows)) for column in range(len(head))]
    if most is not None:
        words = {column: _longest_word(row[column] for row in (head, *rows)) for column in broken}
        widths = _narrowed(widths, most, dict.fromkeys(cut_off, NARROWEST) | words)
        widths = _narrowed(widths, most, dict.fromkeys(broken, NARROWEST))
    first, *others = [list(_lines(row, widths, right, cut_off)) for row in (head, *rows)]
    return [[styled(line, "head") for line in first], *others]


def _narrowed(widths: Sequence[int], most: int, least: Mapping[int, int]) -> list[int]:
    """`widths` that together take `most`, as far as making columns narrower helps: the widest first, and none below the
    width that is its `least`."""
    found = list(widths)
    over = sum(found) + len(GAP) * (len(found) - 1) - most
    while over > 0:
        columns = [column for column, narrowest in least.items() if found[column] > narrowest]
        if not columns:
            break
        found[max(columns, key=lambda column: found[column])] -= 1
        over -= 1
    return found


def _longest_word(texts: Iterable[str]) -> int:
    return max(NARROWEST, *(width(word) for text in texts for word in text.split()))


def _lines(
    row: Sequence[str], widths: Sequence[int], right: Collection[int], cut_off: Collection[int]
) -> Iterator[str]:
    """The lines of one row: as many as its longest cell takes in its column."""
    cells = []
    for column, (cell, wide) in enumerate(zip(row, widths, strict=True)):
        fits = width(cell) <= wide or column in cut_off
        cells.append([cut(cell, wide)] if fits else wrapped(cell, wide))
    for index in range(max(map(len, cells))):
        parts = [lines[index] if index < len(lines) else "" for lines in cells]
        padded = zip(parts, widths, range(len(parts)), strict=True)
        yield GAP.join(_padded(part, wide, column in right) for part, wide, column in padded).rstrip()


def _padded(text: str, wide: int, is_right: bool) -> str:
    space = " " * (wide - width(text))
    return space + text if is_right else text + space
