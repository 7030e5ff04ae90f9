"""Which values attributes have in the SVG of a picture (SVG 1.1): those that every rendition draws alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

_LARGEST = 100_000
"""Of numbers; larger ones are no places on a page, and PDF readers need not know them."""
_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_ONE = re.compile(_NUMBER)
_NEXT = re.compile(rf"[\s,]*({_NUMBER})")
_COLOUR = re.compile(r"none|currentColor|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^A-DF-Za-df-z]*)")
_COORDINATES: Mapping[str, int] = MappingProxyType(
    {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
)
"""How many numbers each command of a path takes, or a multiple of them."""
_TRANSFORM = re.compile(r"\b([A-Za-z]+)\s*\(([^()]*)\)")
_TRANSFORMS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {"translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,), "matrix": (6,)}
)
"""How many numbers each takes."""


def read_number(text: str) -> float | None:
    """The number that `text` is; None where it is none, or none that can be drawn."""
    number = float(text) if _ONE.fullmatch(text) else None
    return number if number is not None and abs(number) <= _LARGEST else None


def is_value(attribute: str, value: str) -> bool:
    """Whether `value` can be drawn as that of `attribute`, which is one that a picture may have."""
    return _CHECKS[attribute](value)


def _numbers(text: str) -> list[float] | None:
    """The numbers that `text` lists, apart by spaces, commas or signs; None where something else is in it."""
    found, at = [], 0
    while match := _NEXT.match(text, at):
        number, at = read_number(match[1]), match.end()
        if number is None:
            return None
        found.append(number)
    return found if not text[at:].strip() else None


def _is_number(value: str) -> bool:
    return read_number(value) is not None


def _is_length(value: str) -> bool:
    return (number := read_number(value)) is not None and number >= 0


def _is_size(value: str) -> bool:
    return _is_length(value.removesuffix("pt"))


def _is_share(value: str) -> bool:
    return (number := read_number(value)) is not None and 0 <= number <= 1


def _is_colour(value: str) -> bool:
    return _COLOUR.fullmatch(value) is not None


def _is_box(value: str) -> bool:
    return len(box := _numbers(value) or ()) == 4 and "," not in value and min(box[2:]) > 0


def _is_points(value: str) -> bool:
    return (numbers := _numbers(value)) is not None and len(numbers) % 2 == 0


def _is_dashes(value: str) -> bool:
    return value == "none" or ((numbers := _numbers(value)) is not None and min(numbers, default=-1) >= 0)


def _is_path(value: str) -> bool:
    """Whether `value` is commands with their numbers, a move first; the flags of arcs are written apart."""
    commands = list(_COMMAND.finditer(value))
    whole = "".join(command[0] for command in commands) == value.lstrip()
    return (
        whole and value.lstrip()[:1] in ("M", "m") and all(_is_command(command[1], command[2]) for command in commands)
    )


def _is_command(letter: str, text: str) -> bool:
    numbers, each = _numbers(text), _COORDINATES[letter.upper()]
    if numbers is None:
        return False
    return not numbers if not each else len(numbers) > 0 and len(numbers) % each == 0


def _is_transform(value: str) -> bool:
    between = _TRANSFORM.sub("", value).replace(",", "").strip()
    taken = (len(_numbers(one[2]) or ()) in _TRANSFORMS.get(one[1], ()) for one in _TRANSFORM.finditer(value))
    return not between and all(taken)


def _is_one_of(*words: str) -> Callable[[str], bool]:
    return lambda value: value in words


def _each(names: Sequence[str], check: Callable[[str], bool]) -> dict[str, Callable[[str], bool]]:
    return dict.fromkeys(names, check)


_CHECKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        **_each(("x", "y", "x1", "y1", "x2", "y2", "cx", "cy"), _is_number),
        **_each(("r", "rx", "ry", "stroke-width", "font-size"), _is_length),
        **_each(("width", "height"), _is_size),
        **_each(("fill", "stroke"), _is_colour),
        "fill-opacity": _is_share,
        "viewBox": _is_box,
        "points": _is_points,
        "stroke-dasharray": _is_dashes,
        "d": _is_path,
        "transform": _is_transform,
        "text-anchor": _is_one_of("start", "middle", "end"),
        "font-weight": _is_one_of("normal", "bold", *(str(weight) for weight in range(100, 1000, 100))),
        "font-style": _is_one_of("normal", "italic", "oblique"),
        "stroke-linecap": _is_one_of("butt", "round", "square"),
        "stroke-linejoin": _is_one_of("miter", "round", "bevel"),
    }
)
DRAWING = frozenset(_CHECKS)
"""Attributes of shapes."""
