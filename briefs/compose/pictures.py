"""What block templates need to draw pictures: lines and columns of text that fit, and events in the order of time.

SVG has no line breaking (SVG 2, 11.7.2, is implemented by no renderer here), so a template breaks its labels itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeAlias

from jinja2.exceptions import FilterArgumentError

from briefs.compose.forms import SMALL_MARKUP, BlockView, FormText, PassageView
from briefs.model.diagnostics import BriefsError
from briefs.model.text import curl

Measure: TypeAlias = Callable[[str, bool], float]
"""How wide a text is, in ems: the text, and whether it is bold. Two texts are together as wide as each by itself."""


def no_measure(text: str, bold: bool) -> float:
    """Stands where no measure was given."""
    raise BriefsError(
        "a picture needs the widths of letters, and there is nothing to measure them with",
        "leave the picture out, or bring back the fonts folder of the layout",
    )


def wrapped(value: str | BlockView | PassageView, width: float, size: float, bold: bool, measure: Measure) -> list[str]:
    """`value` in lines no wider than `width` at type of `size`, both in points; what they print is known as its form.

    Broken at spaces; a word too long for a line after its hyphens and strokes, or else between any two characters.
    """
    if not isinstance(value, str | BlockView | PassageView):
        raise FilterArgumentError(f"wrapped takes wording of a block, not {value!r}")
    text = value if isinstance(value, str) else _text_of(value)
    if not (isinstance(width, int | float) and isinstance(size, int | float) and width > 0 and size > 0):
        raise FilterArgumentError(f"wrapped takes a width and a size in points, not {width!r} and {size!r}")
    limit = width / size
    plain = curl(SMALL_MARKUP.sub(lambda match: match[1] or match[2], text))
    lines, used = [""], 0.0
    for word in plain.split(" "):
        for index, piece in enumerate(_pieces(word, limit, measure, bold)):
            space = " " if lines[-1] and not index else ""
            added = measure(space + piece, bold)
            if lines[-1] and used + added > limit:
                lines.append(piece)
                used = measure(piece, bold)
            else:
                lines[-1] += space + piece
                used += added
    return [FormText(line, text.form) for line in lines] if isinstance(text, FormText) else lines


def balanced(
    values: Iterable[str | BlockView | PassageView],
    width: float,
    size: float,
    bold: bool,
    least: Sequence[float] = (),
    *,
    measure: Measure,
) -> list[float]:
    """Widths of columns, `width` points together, in which `values` take the fewest lines that they can side by side.

    No column is narrower than its longest word or than its width in `least`, as far as there is room for that; what the
    columns do not need is shared out alike. Type is of `size` points, lines are broken as by `wrapped`.
    """
    texts, measure = list(values) if isinstance(values, Iterable) else [], cache(measure)
    if not texts or not (isinstance(width, int | float) and width >= len(texts)):
        raise FilterArgumentError(f"balanced takes wordings and a width for all of them, not {values!r} and {width!r}")
    if not isinstance(size, int | float) or not all(isinstance(floor, int | float) for floor in least):
        raise FilterArgumentError(f"balanced takes a size and least widths in points, not {size!r} and {least!r}")
    floors = [
        max(*(size * measure(word, bold) for word in str(text).split(" ")), *least[index : index + 1], 1.0)
        for index, text in enumerate(texts)
    ]
    if sum(floors) > width:
        return [width / len(texts)] * len(texts)
    steps = range(1, int(width) + 1)

    def narrowest(index: int, most: int) -> float:
        text = texts[index]
        step = bisect_left(steps, True, key=lambda step: len(wrapped(text, step, size, bold, measure)) <= most)
        return max(floors[index], 1 + step)

    def columns(most: int) -> list[float]:
        return [narrowest(index, most) for index in range(len(texts))]

    enough = max(len(wrapped(text, floor, size, bold, measure)) for text, floor in zip(texts, floors, strict=True))
    fewest = 1 + bisect_left(range(1, enough), True, key=lambda most: sum(columns(most)) <= width)
    found = columns(fewest)
    spare = (width - sum(found)) / len(found)
    return [column + spare for column in found]


def measured(text: str, size: float, bold: bool, measure: Measure) -> float:
    """How wide `text` is in one line of type of `size` points, in points."""
    if not isinstance(text, str) or not isinstance(size, int | float):
        raise FilterArgumentError(f"measured takes a text and a size in points, not {text!r} and {size!r}")
    return size * measure(curl(text), bold)


def _text_of(value: BlockView | PassageView) -> FormText:
    return value.text if isinstance(value, BlockView) else value.short or value.verbatim


def _pieces(word: str, limit: float, measure: Measure, bold: bool) -> list[str]:
    """`word` whole if it fits, else in pieces that fit or are single characters."""
    if measure(word, bold) <= limit:
        return [word]
    parts = re.findall(r"[^-–—/]*[-–—/]|[^-–—/]+", word)
    return [piece for part in parts for piece in ([part] if measure(part, bold) <= limit else part)]


def chronological(blocks: Iterable[BlockView]) -> list[BlockView]:
    """Dates in the order of their `sort`: a year alone after the days and months of that year, `undated` last."""
    dates = list(blocks) if isinstance(blocks, Iterable) else []
    if not dates or any(getattr(block, "sort", None) is None for block in dates):
        raise FilterArgumentError("chronological takes blocks of kind date")
    return sorted(dates, key=lambda block: str(block.sort) + "-99" * (2 - str(block.sort).count("-")))
