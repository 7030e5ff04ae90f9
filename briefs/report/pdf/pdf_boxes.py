"""Boxes on a page: text in a frame, or on a ground of its own, beside other text."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_ruled_tables import RuledTable

_FEWEST = 2
_MOST_OF_PAGE = 0.6
"""A box with more of the chunks of a page is the ground of the page itself."""
_MOST_BOXES = 200


def boxed_texts(chunks: Sequence[Chunk], boxes: Sequence[tuple[float, float, float, float]]) -> list[RuledTable]:
    """The boxes with text that have other text beside them, each as a table of one cell. Of boxes in each other, the
    outermost counts."""
    if len(boxes) > _MOST_BOXES:
        return []
    found: list[RuledTable] = []
    taken: set[int] = set()
    for x0, y0, x1, y1 in sorted(set(boxes), key=lambda box: -(box[2] - box[0]) * (box[3] - box[1])):
        inside = [
            chunk
            for chunk in chunks
            if x0 - 1 <= chunk.x0 and chunk.x1 <= x1 + 1 and y0 < chunk.y and chunk.top < y1 + 4
        ]
        if len(inside) < _FEWEST or len(inside) > _MOST_OF_PAGE * len(chunks) or taken.intersection(map(id, inside)):
            continue
        within = set(map(id, inside))
        beside = [chunk for chunk in chunks if id(chunk) not in within and y0 < (chunk.bottom + chunk.top) / 2 < y1]
        crossing = any(chunk.x0 < x1 - 2 and chunk.x1 > x0 + 2 for chunk in beside)
        if not beside or crossing:
            continue
        taken |= within
        found.append(RuledTable(x0, x1, y0, y1, [[inside]]))
    return found
