"""What block templates need to draw pictures: lines and columns of text that fit, and events in the order of time.

SVG has no line breaking (SVG 2, 11.7.2, is implemented by no renderer here), so a template breaks its labels itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice
from typing import TypeAlias

from jinja2.exceptions import FilterArgumentError

from briefs.compose.looks.emphasis import without_marks
from briefs.compose.looks.printed_block import PrintedBlock, PrintedForm, PrintedPassage
from briefs.compose.looks.wrapping import broken, columns
from briefs.model.diagnostics import BriefsError
from briefs.model.typesetting import curl

Measure: TypeAlias = Callable[[str, bool], float]
"""How wide a text is, in ems: the text, and whether it is bold. Two texts are together as wide as each by itself."""

_WIDEST, _LEAST_TYPE, _LARGEST_TYPE = 10_000, 0.1, 1_000
"""Of columns and of type, in points: far beyond any page, and near enough for arithmetic that ends."""
_MOST_COLUMNS = 100

_Wording: TypeAlias = str | PrintedBlock | PrintedPassage


def no_measure(text: str, bold: bool) -> float:
    """Stands where no measure was given."""
    raise BriefsError(
        "a picture needs the widths of letters, and there is nothing to measure them with",
        "leave the picture out, or bring back the fonts folder of the layout",
    )


def wrapped(measure: Measure, value: _Wording, /, width: float, size: float, bold: bool) -> list[str]:
    """`value` in lines no wider than `width` at type of `size`, both in points; what they print is known as its form.

    They are the fewest, with as few words alone on a line as can be; a no-break space keeps words together.
    """
    text = _text_of(value)
    _check_width("wrapped", width)
    _check_type("wrapped", size, bold)
    lines = broken(without_marks(text), width / size, lambda text: measure(text, bold))
    return [PrintedForm(line, text.form) for line in lines] if isinstance(text, PrintedForm) else lines


def balanced(
    measure: Measure,
    values: Iterable[_Wording | Sequence[_Wording]],
    /,
    width: float,
    size: float,
    bold: bool,
    least: Sequence[float] = (),
) -> list[float]:
    """Widths of columns, `width` points together, in which `values` take the fewest lines that they can side by side.

    A value may be several, one under the other in one column. No column looks much weightier than others, and none is
    narrower than its longest word or than its width in `least`, as far as there is room for that; what the columns do
    not need is shared out alike. Type is of `size` points, lines are broken as by `wrapped`.
    """
    _check_width("balanced", width)
    _check_type("balanced", size, bold)
    given = list(islice(values, _MOST_COLUMNS + 1)) if isinstance(values, Iterable) else []
    if not 1 <= len(given) <= min(_MOST_COLUMNS, width):
        message = f"balanced takes 1 to {_MOST_COLUMNS} wordings and a point of width for each, not {_shown(values)}"
        raise FilterArgumentError(f"{message} and {_shown(width)}")
    if not isinstance(least, Sequence) or not all(_is_between(0, floor, _WIDEST) for floor in least):
        raise FilterArgumentError(f"balanced takes least widths of 0 to {_WIDEST} points, not {_shown(least)}")
    texts = [[without_marks(_text_of(text)) for text in _several(value)] or [""] for value in given]
    floors = [floor / size for floor in least]
    return [size * width for width in columns(texts, width / size, floors, cache(lambda text: measure(text, bold)))]


def measured(measure: Measure, text: str, /, size: float, bold: bool) -> float:
    """How wide `text` is in one line of type of `size` points, in points."""
    if not isinstance(text, str):
        raise FilterArgumentError(f"measured takes a text, not {_shown(text)}")
    _check_type("measured", size, bold)
    return size * measure(curl(text), bold)


def _check_width(name: str, width: object) -> None:
    if not _is_between(1, width, _WIDEST):
        raise FilterArgumentError(f"{name} takes a width of 1 to {_WIDEST} points, not {_shown(width)}")


def _check_type(name: str, size: object, bold: object) -> None:
    if not _is_between(_LEAST_TYPE, size, _LARGEST_TYPE):
        message = f"{name} takes a size of type of {_LEAST_TYPE} to {_LARGEST_TYPE} points, not {_shown(size)}"
        raise FilterArgumentError(message)
    if not isinstance(bold, bool):
        raise FilterArgumentError(f"{name} takes true for bold type or false, not {_shown(bold)}")


def _is_between(least: float, value: object, most: float) -> bool:
    """Whether `value` is such a number; what is not finite is not."""
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def _shown(value: object) -> str:
    """The beginning of what a template gave, as Python writes it."""
    try:
        return repr(value)[:40]
    except ValueError:  # of numbers with thousands of digits
        return "a number of thousands of digits"


def _several(value: _Wording | Sequence[_Wording]) -> Sequence[_Wording]:
    return value if isinstance(value, Sequence) and not isinstance(value, _Wording) else [value]


def _text_of(value: _Wording) -> str:
    if not isinstance(value, _Wording):
        raise FilterArgumentError(f"a picture prints wording of a block, not {_shown(value)}")
    if isinstance(value, str):
        return value
    return value.text if isinstance(value, PrintedBlock) else value.short or value.verbatim


def chronological(blocks: Iterable[PrintedBlock]) -> list[PrintedBlock]:
    """Dates in the order of their `sort`: a year alone after the days and months of that year, `undated` last."""
    dates = list(blocks) if isinstance(blocks, Iterable) else []
    if not dates or any(getattr(block, "sort", None) is None for block in dates):
        raise FilterArgumentError("chronological takes blocks of kind date")
    return sorted(dates, key=lambda block: str(block.sort) + "-99" * (2 - str(block.sort).count("-")))
