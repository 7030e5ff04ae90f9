"""The order in which the parts of a page are read: columns, and what stands above, below and beside them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from briefs.report.pdf.pdf_chunks import Chunk, is_right_to_left
from briefs.report.pdf.pdf_gaps import Band, Gap, Side, bands_of, gaps_of, sides_of

_LEAST_ROWS, _SURE_ROWS = 4, 7
"""How many lines a column has at least; and at least if the gap beside it is narrow."""
_LEAST_LETTERS = 11
"""How many letters lines in columns have on average; in tables and lists they have fewer."""
_LEAST_NOTE = 4.5
"""How many letters lines of a note in the margin have on average; markers of items have fewer."""
_LEAST_FILL = 0.66
"""How much of the width of a column its lines fill, in the median."""
_LINE_LEAD = 1.55
"""How far lines of one text are apart, at most, in times the size of the type."""
_DEEPEST = 12


def reading_order(chunks: Sequence[Chunk], rules: Sequence[tuple[float, float, float]] = ()) -> list[list[Chunk]]:
    """The chunks of a page in the parts in which they are read, one after the other; none is left out.

    `rules` are level lines on the page: left and right end, and height. Where some cross a gap between texts, these
    are cells of a table, and no columns.
    """
    return _ordered(list(chunks), rules, 0)


def _ordered(chunks: list[Chunk], rules: Sequence[tuple[float, float, float]], depth: int) -> list[list[Chunk]]:
    if len(chunks) < 2 * _LEAST_ROWS or depth > _DEEPEST:
        return [chunks] if chunks else []
    bands = bands_of(chunks)
    gap = _best_gap(bands, rules)
    if gap is None:
        return [chunks]
    above = [chunk for band in bands[: gap.first] for chunk in band.chunks]
    beside = [chunk for band in bands[gap.first : gap.last + 1] for chunk in band.chunks]
    below = [chunk for band in bands[gap.last + 1 :] for chunk in band.chunks]
    middle = (gap.x0 + gap.x1) / 2
    left = [chunk for chunk in beside if (chunk.x0 + chunk.x1) / 2 < middle]
    right = [chunk for chunk in beside if (chunk.x0 + chunk.x1) / 2 >= middle]
    sides = [right, left] if is_right_to_left("".join(chunk.text for chunk in beside)) else [left, right]
    parts = [above, *sides, below]
    return [found for part in parts for found in _ordered(part, rules, depth + 1)]


def _best_gap(bands: list[Band], rules: Sequence[tuple[float, float, float]]) -> Gap | None:
    """The highest gap between two columns."""
    size = median(chunk.size for band in bands for chunk in band.chunks)
    narrowest = max(0.8 * size, 5.0)
    tables: list[Gap] = []
    for gap in gaps_of(bands, narrowest):  # the highest first
        sides = sides_of(bands, gap)
        if not sides[0] or not sides[1] or any(_is_within(gap, table) for table in tables):
            continue
        if max(sides[0][0][0], sides[1][0][0]) >= min(sides[0][-1][0], sides[1][-1][0]):
            continue  # one below the other
        if _is_table(sides):
            tables.append(gap)
        elif _is_between_columns(bands, gap, sides, size, rules):
            return gap
    return None


def _is_within(gap: Gap, table: Gap) -> bool:
    """Whether a gap is a part of one that is in a table."""
    return table.first <= gap.first and gap.last <= table.last and gap.x0 < table.x1 and table.x0 < gap.x1


def _is_between_columns(
    bands: list[Band], gap: Gap, sides: tuple[Side, Side], size: float, rules: Sequence[tuple[float, float, float]]
) -> bool:
    """Whether a gap has columns on both sides."""
    if gap.x1 - gap.x0 > size and (_is_beside(sides) or _is_text_by_figure(sides)):
        return True
    least = _LEAST_ROWS if gap.x1 - gap.x0 > 1.5 * size else _SURE_ROWS
    if not all(_is_column(side, least, is_left) for side, is_left in zip(sides, (True, False), strict=True)):
        return False
    beside = [chunk for side in sides for _, row in side for chunk in row]
    if sum("Table" in chunk.style.around.tags for chunk in beside) > len(beside) / 2:
        return False
    top, bottom = bands[gap.first].top, bands[gap.last].bottom
    return sum(1 for a, b, y in rules if bottom < y < top and a < gap.x0 - size and b > gap.x1 + size) < 2


def _is_column(side: Side, least: int, is_left: bool) -> bool:
    """Whether the lines on one side of a gap, those on its left side or not, are running text in a column."""
    if len(side) < least:
        return False
    side = [(index, _nearest(row, is_left)) for index, row in side]
    letters = sum(len(chunk.text) for _, row in side for chunk in row) / len(side)
    widths = [max(chunk.x1 for chunk in row) - min(chunk.x0 for chunk in row) for _, row in side]
    widest = sorted(widths)[int(0.9 * (len(widths) - 1))]
    inked = [sum(chunk.x1 - chunk.x0 for chunk in row) for _, row in side]
    return letters >= _LEAST_LETTERS and median(widths) >= _LEAST_FILL * widest and sum(inked) >= 0.7 * sum(widths)


def _nearest(row: list[Chunk], is_left: bool) -> list[Chunk]:
    """The chunks of a row up to the next white space, from the right on if they are on the left side of a gap."""
    chunks = sorted(row, key=lambda one: one.x0)
    parts: list[list[Chunk]] = []
    for chunk in chunks:
        if parts and chunk.x0 - parts[-1][-1].x1 < 0.75 * chunk.size:
            parts[-1].append(chunk)
        else:
            parts.append([chunk])
    return parts[-1 if is_left else 0]


def _is_beside(sides: tuple[Side, Side]) -> bool:
    """Whether one side is a few words in one place beside a column of running text: a note in the margin."""
    few, many = sorted(sides, key=len)
    if not _is_column(many, _SURE_ROWS, many is sides[0]) or len(few) > len(many) / 2:
        return False
    edges = [min(chunk.x0 for chunk in row) for _, row in many]
    if sum(1 for edge in edges if abs(edge - min(edges)) < 2) < 0.7 * len(edges):
        return False
    letters = sum(len(chunk.text) for _, row in few for chunk in row) / len(few)
    return letters >= _LEAST_NOTE and few[-1][0] - few[0][0] <= 2 * len(few) + 1 and not _steps(few)


def _is_text_by_figure(sides: tuple[Side, Side]) -> bool:
    """Whether one side is a column of running text and the other words that are not level with its lines, such as
    those in a figure. Words in cells, and markers of items, are level with the text beside them."""
    for many, few in (sides, sides[::-1]):
        if not _is_column(many, _SURE_ROWS, many is sides[0]):
            continue
        edges = [min(chunk.x0 for chunk in row) for _, row in many]
        if sum(1 for edge in edges if abs(edge - min(edges)) < 2) < 0.7 * len(edges):
            continue
        lines = {index: row[0] for index, row in many}
        letters = sum(len(chunk.text) for _, row in few for chunk in row) / len(few)
        is_text = letters >= _LEAST_NOTE
        beside = [
            abs(row[0].y - lines[index].y) > 0.8 or (is_text and abs(row[0].size / lines[index].size - 1) > 0.1)
            for index, row in few
            if index in lines
        ]
        if sum(beside) >= 0.6 * len(beside) and (is_text or (letters > 1.5 and len(few) < len(many) / 2)):
            return True
    return False


def _is_table(sides: tuple[Side, Side]) -> bool:
    """Whether the texts on both sides of a gap pair off, each beside one on the other side, as cells of rows do."""
    if any(_is_names(one, other) for one, other in (sides, sides[::-1])):
        return True
    left, right = (_texts(side) for side in sides)
    if min(len(left), len(right)) < 3 or max(len(left), len(right)) > 1.5 * min(len(left), len(right)):
        return False
    paired = [
        (one, beside[0]) for one in left if len(beside := [other for other in right if _is_level(one, other)]) == 1
    ]
    aligned = sum(1 for one, other in paired if abs(one[0] - other[0]) < 2 or abs(sum(one) - sum(other)) < 4)
    return aligned >= 0.75 * len(left)


def _is_names(side: Side, other: Side) -> bool:
    """Whether one side has short texts far from each other that each begin level with a line of the other side, as the
    first cells of rows do."""
    texts = _texts(side)
    if len(texts) < 4 or len(side) > 2.5 * len(texts):
        return False
    heights = [chunk.y + 0.7 * chunk.size for _, row in other for chunk in row]
    level = sum(1 for top, _ in texts if any(abs(top - height) < 1.5 for height in heights))
    return level >= 0.8 * len(texts)


def _is_level(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] > other[1] and other[0] > one[1]


def _texts(side: Side) -> list[tuple[float, float]]:
    """The texts of one side that white space divides, as the heights of their tops and bottoms."""
    texts: list[tuple[float, float]] = []
    last = 0.0
    for _, row in side:
        y, size = max(chunk.y for chunk in row), max(chunk.size for chunk in row)
        if texts and last - y <= _LINE_LEAD * size:
            texts[-1] = (texts[-1][0], y - 0.2 * size)
        else:
            texts.append((y + 0.7 * size, y - 0.2 * size))
        last = y
    return texts


def _steps(side: Side) -> bool:
    """Whether more white is anywhere between the lines of one side than between lines of a paragraph."""
    return len(_texts(side)) > 1
