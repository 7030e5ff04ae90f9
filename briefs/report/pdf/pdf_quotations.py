"""Quotations that are set apart: those in large type that repeat the text, and those indented on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_layout import Layout
from briefs.report.pdf.pdf_paragraphs import Block

_LARGE = 1.12
_FEWEST_WORDS = 4
_LONGEST_NAME = 120
_INDENT = 1.2
_OPENING = ("“", "„", "«", "‘", '"')


def pull_quotes(blocks: Sequence[Block], layout: Layout) -> set[int]:
    """The paragraphs, by `id`, that are in larger, bold or italic type, whose words the text has too."""
    large = [block for block in blocks if not block.marker and stands_out(block, layout)]
    if not large:
        return set()
    apart = set(map(id, large))
    text = " ".join(_letters(block, layout) for block in blocks if id(block) not in apart)
    return {
        id(block)
        for block in large
        if _letters(block, layout) in text
        and sum(len(layout.lines[index].line.text.split()) for index in block.lines) >= _FEWEST_WORDS
    }


def stands_out(block: Block, layout: Layout) -> bool:
    """Whether all of a paragraph is in larger type than the text, or bold, or in italics."""
    lines = [layout.lines[index] for index in block.lines]
    if all(line.size > _LARGE * layout.body_size for line in lines):
        return True
    runs = [run for line in lines for run in line.line.runs if any(one.isalnum() for one in run.text)]
    return bool(runs) and (all(run.is_bold for run in runs) or all(run.is_italic for run in runs))


def attribution_of(block: Block, after: Block | None, layout: Layout) -> str:
    """Who said what a paragraph quotes that stands out: the words after the dash on the one short line below it; empty
    if there is none."""
    if after is None or not after.marker or after.marker not in "–—―-" or len(after.lines) != 1 or block.marker:
        return ""
    line, last = layout.lines[after.lines[0]], layout.lines[block.lines[-1]]
    is_below = after.lines[0] == block.lines[-1] + 1 and line.line.page == last.line.page
    text = line.line.text.lstrip("–—―- ")
    return text if is_below and len(text) <= _LONGEST_NAME and stands_out(block, layout) else ""


def _letters(block: Block, layout: Layout) -> str:
    return "".join(one for index in block.lines for one in layout.lines[index].line.text.lower() if one.isalnum())


def is_block_quotation(block: Block, layout: Layout) -> bool:
    """Whether all lines of a paragraph are indented on both sides against others of the same part of its page."""
    if block.marker or len(block.lines) < 2 or block.is_loose:
        return False
    lines = [layout.lines[index] for index in block.lines]
    first = lines[0].line
    part = [
        one.line
        for one in layout.lines[max(0, block.lines[0] - 80) : block.lines[-1] + 80]
        if (one.line.page, one.line.column) == (first.page, first.column) and abs(one.size - layout.body_size) < 0.6
    ]
    here = [one.line for one in lines if (one.line.page, one.line.column) == (first.page, first.column)]
    if len(part) < len(here) + 2 or len(here) < 2:
        return False
    left, right = min(one.x0 for one in part), max(one.x1 for one in part)
    indent = _INDENT * lines[0].size
    edges = [one.x0 for one in here[1:]]
    is_straight = max(edges) - min(edges) < 3
    is_indented = min(one.x0 for one in here) > left + indent and max(one.x1 for one in here) < right - indent
    full = sum(1 for one in part if one.x0 < left + 2 and one.x1 > right - 0.1 * (right - left))
    is_set_off = all(run.is_italic for one in here for run in one.runs) or first.text.startswith(_OPENING)
    is_smaller = lines[0].size < layout.body_size - 0.4
    return is_straight and is_indented and full >= 2 and (is_set_off or is_smaller)
