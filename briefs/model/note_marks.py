"""Superscript digits: marks of a report's notes ("agreed.¹²"), or else powers ("km²", "10⁻³"), which are words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FOOTNOTE_DIGITS = 6
"""The most digits that a footnote's number can have."""
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_RUN = re.compile(rf"[{SUPERSCRIPTS}]+")
_SIGNS = ("⁺", "⁻")
_BETWEEN = re.compile(r"[,;⁻–-]?\s?")
"""What may stand between the marks of several notes in one place; it goes where they go."""
_NEAR = 6
"""How many characters around a superscript show whether it is a power."""
_BASE = re.compile(r"[×·*xX]\s?10\Z")
_MEASURE = re.compile(
    r"(?<![^\W\d_])(?:[kchdµ]?m|dam|yd|ft|[xyzrRnχσ](?=[²³]\s*[=<>≈≤≥+−-])|(?<=\d )(?:mi|in)|(?<=/)s)(?=[²³])"
)
"""A unit, or the name of a variable in a formula, in front of a power."""


class NoteMark(NamedTuple):
    """A mark in a text, from `start` to `end`, and the notes that it calls."""

    start: int
    end: int
    numbers: tuple[int, ...]


def number_of(mark: str) -> int:
    """The number that superscript digits make."""
    return int(mark.translate(_DIGITS))


def note_marks(text: str, notes: Container[int]) -> Iterator[NoteMark]:
    """The marks in `text` of those `notes` that its report has, in order.

    A power is none, even if there is a note of that number. Digits that run together are one number, or else, if only
    notes with a single digit fit, one note each.
    """
    for run in _RUN.finditer(text):
        start = run.start()
        if text.startswith(_SIGNS, start - 1 if start else 0):
            continue
        if _is_power(text, start, run[0]):
            start += 1  # a mark may follow: "12 km²¹"
            if start == run.end() or _BASE.search(text, max(0, run.start() - _NEAR), run.start()):
                continue
        mark = text[start : run.end()]
        if len(mark) <= FOOTNOTE_DIGITS and (number := number_of(mark)) in notes:
            yield NoteMark(start, run.end(), (number,))
        elif all(number_of(digit) in notes for digit in mark):
            yield NoteMark(start, run.end(), tuple(map(number_of, mark)))


def footnote_numbers(text: str, notes: Container[int]) -> tuple[int, ...]:
    """The numbers of the `notes` that `text` calls, in order."""
    return tuple(number for mark in note_marks(text, notes) for number in mark.numbers)


def without_note_marks(text: str, notes: Container[int]) -> str:
    """`text` without the marks of `notes`, without white space before them, and without commas between them."""
    if text.isascii() or not notes:
        return text
    kept: list[str] = []
    last = 0
    for mark in note_marks(text, notes):
        between = text[last : mark.start]
        if not last or not _BETWEEN.fullmatch(between):
            kept.append(between.rstrip())
        last = mark.end
    return "".join((*kept, text[last:]))


def _is_power(text: str, start: int, digits: str) -> bool:
    """Whether the superscript `digits` at `start` belong to the unit or the number before them."""
    if _BASE.search(text, max(0, start - _NEAR), start):
        return True
    near = _MEASURE.finditer(text, max(0, start - _NEAR), start + _NEAR)
    return digits[0] in "²³" and any(found.end() == start for found in near)
