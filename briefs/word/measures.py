"""Lengths and sizes in attributes (ISO/IEC 29500-1, 22.9.2.14): numbers, or numbers with a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefs.word.elements import Element, local_name, qn

_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_LENGTH = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?(mm|cm|in|pt|pc|pi)?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_SHARE = re.compile(r"[0-9]{1,9}%?")

_NUMBERS: Mapping[str, tuple[re.Pattern[str], tuple[str, ...]]] = MappingProxyType(
    {
        "sz": (_LENGTH, ("val",)),
        "szCs": (_LENGTH, ("val",)),
        "tab": (_LENGTH, ("pos",)),
        "spacing": (_LENGTH, ("before", "after", "line", "val")),
        "ind": (_LENGTH, ("left", "start", "right", "end", "hanging", "firstLine")),
        "pgSz": (_LENGTH, ("w", "h")),
        "pgMar": (_LENGTH, ("top", "bottom", "left", "right", "header", "footer", "gutter")),
        "cols": (_LENGTH, ("num", "space")),
        "gridCol": (_LENGTH, ("w",)),
        "gridSpan": (_WHOLE, ("val",)),
        "tblInd": (_LENGTH, ("w",)),
        "trHeight": (_LENGTH, ("val",)),
        "w": (_SHARE, ("val",)),
        **dict.fromkeys(("top", "left", "start", "bottom", "right", "end"), (_LENGTH, ("w", "space", "sz"))),
        "abstractNum": (_WHOLE, ("abstractNumId",)),
        "num": (_WHOLE, ("numId",)),
    }
)
"""How the numbers are written that this program reads, by their elements and attributes."""
_FARTHEST = 31_680
"""The longest length that Word allows, in twips: 22 inches."""
_LARGEST_TYPE = 3_276
"""The largest type that Word allows, in half points."""
_WIDEST = 600
"""The widest that letters may be stretched, in per cent (17.3.2.43)."""
_PAGES = ("pgSz", "pgMar", "cols")
"""What says the size of pages: it is mended, or said to leave no room."""


def twips(element: Element, name: str) -> int:
    """The length in the attribute `w:name`, in twips; 0 if it is missing.

    Some programs write a fraction, and some a length with its unit. Raises ValueError if it is not a number.
    """
    return length(element.get(qn(f"w:{name}"), "0"))


def length(value: str) -> int:
    """The length that an attribute gives, in twips. Raises ValueError if it is not a number."""
    if not _LENGTH.fullmatch(value):
        raise ValueError(f"not a length: {value!r}")
    unit = value[-2:]
    return round(float(value[:-2]) * _TWIPS[unit]) if unit in _TWIPS else round(float(value))


def per_cent(value: str) -> int:
    """The share that an attribute gives, with or without its sign. Raises ValueError if it is not a number."""
    if not _SHARE.fullmatch(value):
        raise ValueError(f"not a share: {value!r}")
    return int(value.removesuffix("%"))


def half_points(element: Element) -> int:
    """The size of type that `w:sz` or `w:szCs` gives, in half points; 0 if it gives none.

    Raises ValueError if it is not a number.
    """
    number = twips(element, "val")
    return number if element.get(qn("w:val"), "0")[-1:].isdecimal() else number // 10


def multiply(element: Element, name: str, factor: float) -> None:
    """Multiply the length in the attribute `w:name`, if there is one; the result is in twips.

    Raises ValueError if it is not a number.
    """
    if element.get(qn(f"w:{name}")) is not None:
        element.set(qn(f"w:{name}"), str(round(twips(element, name) * factor)))


def whole_number(element: Element, name: str) -> int:
    """The whole number in the attribute `w:name`; 0 if it is missing. Raises ValueError if it is not a whole number."""
    value = element.get(qn(f"w:{name}"), "0")
    if not _WHOLE.fullmatch(value):
        raise ValueError(f"not a whole number: {value!r}")
    return int(value)


def damaged_number(root: Element) -> tuple[Element, str] | None:
    """The first number within `root` that the functions above cannot read, or that is larger than Word allows: its
    element and the name of the attribute.

    None if all can be read.
    """
    for element in root.iter():
        own = local_name(element)
        form, names = _NUMBERS.get(own, (_LENGTH, ()))
        for name in names:
            value = element.get(qn(f"w:{name}"))
            if value is not None and not (form.fullmatch(value) and _is_allowed(own, form, value)):
                return element, name
    return None


def _is_allowed(name: str, form: re.Pattern[str], value: str) -> bool:
    """Whether a number in the element with this `name` is no larger than in Word."""
    if form is _WHOLE or name in _PAGES:
        return True
    if form is _SHARE:
        return per_cent(value) <= _WIDEST
    if name in ("sz", "szCs"):
        return 0 <= length(value) <= _LARGEST_TYPE
    return abs(length(value)) <= _FARTHEST
