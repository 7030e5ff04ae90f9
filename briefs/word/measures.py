"""Lengths and sizes in attributes (ISO/IEC 29500-1, 22.9.2.14): numbers, or numbers with a unit."""

from __future__ import annotations

from briefs.word.elements import Element, qn

_TWIPS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def twips(element: Element, name: str) -> int:
    """The length in the attribute `w:name`, in twips; 0 if it is missing.

    Some programs write a fraction, and some a length with its unit.
    """
    value = element.get(qn(f"w:{name}"), "0")
    unit = value[-2:]
    return round(float(value[:-2]) * _TWIPS[unit]) if unit in _TWIPS else round(float(value))


def half_points(element: Element) -> int:
    """The size of type that `w:sz` or `w:szCs` gives, in half points; 0 if it gives none."""
    number = twips(element, "val")
    return number if element.get(qn("w:val"), "0")[-1:].isdecimal() else number // 10


def multiply(element: Element, name: str, factor: float) -> None:
    """Multiply the length in the attribute `w:name`, if there is one; the result is in twips."""
    if element.get(qn(f"w:{name}")) is not None:
        element.set(qn(f"w:{name}"), str(round(twips(element, name) * factor)))
