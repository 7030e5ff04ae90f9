"""Numbered lines in bold type that are items of a list of text, and no headings."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.heading_numbers import HeadingNumber, heading_number
from briefs.report.pdf.pdf_heading_blocks import HeadingBlock
from briefs.report.pdf.pdf_line_styles import BodyStyle
from briefs.report.pdf.pdf_lines import PdfLine

_FARTHEST = 60
"""The item before or after begins within so many lines."""
_NEAR = 4.0
"""Within so many points, the numbers of items begin at the same place."""
_LARGER = 1.06


def items_in_bold(blocks: Sequence[HeadingBlock], lines: Sequence[PdfLine], body: BodyStyle) -> set[int]:
    """The blocks, by `id`, that go on with the numbers of an item of running text, with no other block between them.

    Only blocks in the size of the text are looked at that neither tags nor bookmarks nor the list of contents name.
    """
    others = {index for block in blocks for index in block.lines}  # lines that no item may be on
    found: set[int] = set()
    for step in (-1, 1):
        for block in blocks if step < 0 else reversed(blocks):
            number = block.number
            if block.levels or number is None or len(number.path) != 1 or block.style.size > _LARGER * body.size:
                continue
            start = block.lines[0] if step < 0 else block.lines[-1]
            end = max(-1, start - _FARTHEST) if step < 0 else min(len(lines), start + _FARTHEST)
            for index in range(start + step, end, step):
                if index in others:
                    break
                if _is_item(lines[index], lines[block.lines[0]], number, step):
                    found.add(id(block))
                    others.difference_update(block.lines)
                    break
    return found


def _is_item(line: PdfLine, like: PdfLine, number: HeadingNumber, step: int) -> bool:
    """Whether a line begins the item with the number beside `number`, at the same place as the line `like`."""
    if abs(line.x0 - like.x0) > _NEAR:
        return False
    other = heading_number(line.text)
    return other is not None and other.form == number.form and other.path == (number.path[0] + step,)
