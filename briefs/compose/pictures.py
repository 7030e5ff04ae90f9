"""What block templates need to draw pictures: lines and columns of text that fit, and events in the order of time.

SVG has no line breaking (SVG 2, 11.7.2, is implemented by no renderer here), so a template breaks its labels itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeAlias

from jinja2.exceptions import FilterArgumentError

from briefs.compose.forms import SMALL_MARKUP, BlockView, FormText, PassageView
from briefs.compose.wrapping import broken, columns
from briefs.model.diagnostics import BriefsError
from briefs.model.text import curl

Measure: TypeAlias = Callable[[str, bool], float]
"""How wide a text is, in ems: the text, and whether it is bold. Two texts are together as wide as each by itself."""

_Wording: TypeAlias = str | BlockView | PassageView


def no_measure(text: str, bold: bool) -> float:
    """Stands where no measure was given."""
    raise BriefsError(
        "a picture needs the widths of letters, and there is nothing to measure them with",
        "leave the picture out, or bring back the fonts folder of the layout",
    )


def wrapped(value: _Wording, width: float, size: float, bold: bool, measure: Measure) -> list[str]:
    """`value` in lines no wider than `width` at type of `size`, both in points; what they print is known as its form.

    They are the fewest, with as few words alone on a line as can be; a no-break space keeps words together.
    """
    text = _text_of(value)
    if not (isinstance(width, int | float) and isinstance(size, int | float) and width > 0 and size > 0):
        raise FilterArgumentError(f"wrapped takes a width and a size in points, not {width!r} and {size!r}")
    lines = broken(_plain(text), width / size, lambda text: measure(text, bold))
    return [FormText(line, text.form) for line in lines] if isinstance(text, FormText) else lines


def balanced(
    values: Iterable[_Wording | Sequence[_Wording]],
    width: float,
    size: float,
    bold: bool,
    least: Sequence[float] = (),
    *,
    measure: Measure,
) -> list[float]:
    """Widths of columns, `width` points together, in which `values` take the fewest lines that they can side by side.

    A value may be several, one under the other in one column. No column looks much weightier than others, and none is
    narrower than its longest word or than its width in `least`, as far as there is room for that; what the columns do
    not need is shared out alike. Type is of `size` points, lines are broken as by `wrapped`.
    """
    given = list(values) if isinstance(values, Iterable) else []
    if not given or not (isinstance(width, int | float) and width >= len(given)):
        raise FilterArgumentError(f"balanced takes wordings and a width for all of them, not {values!r} and {width!r}")
    if not (isinstance(size, int | float) and size > 0) or not all(isinstance(floor, int | float) for floor in least):
        raise FilterArgumentError(f"balanced takes a size and least widths in points, not {size!r} and {least!r}")
    texts = [[_plain(_text_of(text)) for text in _several(value)] or [""] for value in given]
    floors = [floor / size for floor in least]
    return [size * width for width in columns(texts, width / size, floors, cache(lambda text: measure(text, bold)))]


def measured(text: str, size: float, bold: bool, measure: Measure) -> float:
    """How wide `text` is in one line of type of `size` points, in points."""
    if not isinstance(text, str) or not isinstance(size, int | float):
        raise FilterArgumentError(f"measured takes a text and a size in points, not {text!r} and {size!r}")
    return size * measure(curl(text), bold)


def _several(value: _Wording | Sequence[_Wording]) -> Sequence[_Wording]:
    return value if isinstance(value, Sequence) and not isinstance(value, _Wording) else [value]


def _text_of(value: _Wording) -> str:
    if not isinstance(value, _Wording):
        raise FilterArgumentError(f"a picture prints wording of a block, not {value!r}")
    if isinstance(value, str):
        return value
    return value.text if isinstance(value, BlockView) else value.short or value.verbatim


def _plain(text: str) -> str:
    """The characters of `text` as they are printed."""
    return curl(SMALL_MARKUP.sub(lambda match: match[1] or match[2], text))


def chronological(blocks: Iterable[BlockView]) -> list[BlockView]:
    """Dates in the order of their `sort`: a year alone after the days and months of that year, `undated` last."""
    dates = list(blocks) if isinstance(blocks, Iterable) else []
    if not dates or any(getattr(block, "sort", None) is None for block in dates):
        raise FilterArgumentError("chronological takes blocks of kind date")
    return sorted(dates, key=lambda block: str(block.sort) + "-99" * (2 - str(block.sort).count("-")))
