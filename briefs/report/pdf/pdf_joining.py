"""Joining paragraphs and items that the end of a column or of a page has split."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_line_setting import SetLine
from briefs.report.pdf.pdf_paragraphs import Block, Measures, is_bold, is_closed

_MOST_BETWEEN = 3
"""Blocks in another type, such as captions, that may stand between the halves."""


def join_split(blocks: Sequence[Block | None], lines: Sequence[SetLine], usual: Measures) -> list[Block | None]:
    """The blocks, in which each that ends with its column and goes on in the next is one, where it began.

    None stands for something that no text goes on over: a heading, a table.
    """
    joined: list[Block | None] = []
    for block in blocks:
        if block is not None and (before := _before(joined, block, lines)) is not None:
            before.lines += block.lines
            before.is_open = block.is_open
            continue
        joined.append(block)
    return joined


def _before(joined: Sequence[Block | None], block: Block, lines: Sequence[SetLine]) -> Block | None:
    """The block before that goes on with `block`."""
    first = lines[block.lines[0]]
    if block.marker or block.is_loose:
        return None
    for other in joined[: -_MOST_BETWEEN - 1 : -1]:
        if other is None:
            return None
        last = lines[other.lines[-1]]
        is_alike = abs(last.size - first.size) < 0.4 and not other.is_loose and is_bold(last) == is_bold(first)
        is_elsewhere = (last.line.page, last.line.column) != (first.line.page, first.line.column)
        if is_alike and is_elsewhere and first.line.page - last.line.page <= 1:
            return other if _goes_on(other, last, first) else None
        if is_alike:
            return None
    return None


def _goes_on(other: Block, last: SetLine, first: SetLine) -> bool:
    text = first.line.text.lstrip("“\"‘'([«")
    if not other.is_open or last.line.runs[-1].is_bold != first.line.runs[0].is_bold:
        return False
    if text[:1].islower():
        return not is_closed(last.line.text) or last.line.text.rstrip().endswith((";", ":"))
    return not is_closed(last.line.text) and _is_running(last) and _is_running(first)


def _is_running(line: SetLine) -> bool:
    """Whether a line is long enough to be of running text."""
    return line.line.x1 - line.line.x0 > 14 * line.size
