"""How a plain text is set: blocks of lines without a blank one between, wrapped at some width or not."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import median

from briefs.report.contents_list import indent_of

_WIDEST = 130
"""Lines of a wrapped text are at most so long, but for a few."""
_FEW = 0.03


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines without a blank one between: their numbers (from 1), and how many blank lines are above and below."""

    numbers: tuple[int, ...]
    above: int
    below: int

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.numbers[0]


@dataclass(frozen=True, slots=True)
class TextLook:
    """`is_wrapped`: paragraphs go over lines of about `width` characters; otherwise each is one line. `indent`: how far
    most lines are indented."""

    is_wrapped: bool
    width: int
    indent: int


def look_of(lines: Sequence[str]) -> TextLook:
    """How the lines of a text are set."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return TextLook(False, 0, 0)
    widest = lengths[min(len(lengths) - 1, int(len(lengths) * (1 - _FEW)))]
    long = [line for line in lines if len(line.strip()) > 0.6 * widest]
    width = int(median(len(line.rstrip()) for line in long)) if long else widest
    indents = Counter(indent_of(line) for line in long)
    full = sum(len(line.rstrip()) > 0.7 * width and bool(after.strip()) for line, after in itertools.pairwise(lines))
    is_wrapped = widest <= _WIDEST and full > 0.2 * len(lengths)
    return TextLook(is_wrapped, width, indents.most_common(1)[0][0] if indents else 0)


def blocks_of(lines: Sequence[str], left_out: Collection[int]) -> list[TextBlock]:
    """The blocks of a text, without the lines `left_out`, which are as if they were blank."""
    blocks: list[TextBlock] = []
    numbers: list[int] = []
    blank = above = 0
    for number, line in enumerate(lines, 1):
        if line.strip() and number not in left_out:
            if not numbers:
                above = blank
            numbers.append(number)
            blank = 0
            continue
        if numbers:
            blocks.append(TextBlock(tuple(numbers), above, 0))
            numbers = []
        blank += number not in left_out
    if numbers:
        blocks.append(TextBlock(tuple(numbers), above, 0))
    belows = [*(block.above for block in blocks[1:]), blank]
    return [TextBlock(block.numbers, block.above, below) for block, below in zip(blocks, belows, strict=bool(blocks))]


def emphasis(line: str) -> str:
    """The marks of emphasis around a whole line; empty if there are none."""
    text = line.strip()
    for mark in ("***", "**", "*", "__", "_"):
        inner = text[len(mark) : -len(mark)]
        if len(text) > 2 * len(mark) and text.startswith(mark) and text.endswith(mark) and inner.strip() == inner:
            return "" if len(mark) == 1 and mark in inner else mark
    return ""
