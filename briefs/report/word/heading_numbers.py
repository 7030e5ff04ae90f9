"""Levels of headings by how they look and are numbered, where a file does not say them: "I.", then "A.", then "1."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_NUMBERED = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|\(?([A-Za-z]|[ivxlcIVXLC]{2,7})[.)])\s+\S")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
Look: TypeAlias = tuple[int, bool, bool, bool]
"""How a heading looks, the most conspicuous first when sorted: its size (negative, in half points), whether it is not
in capitals, not bold, not centred."""


def is_numbered(text: str) -> bool:
    """Whether a text begins with a number, a letter or a Roman number as headings have them."""
    return _NUMBERED.match(text) is not None


def nested_levels(headings: Iterable[tuple[Look, str]]) -> list[int]:
    """The level of each heading from 1, by its look and its text, in reading order.

    What looks the same is of the same level, unless it is numbered in another way than what is around it.
    """
    series = _Series()
    around: list[tuple[Look, str]] = []
    levels = []
    for look, text in headings:
        sort = series.sort_of(text)
        while around and around[-1][0] > look:
            around.pop()
        same = [index for index, (other, _) in enumerate(around) if other == look]
        known = next((index for index in same if around[index][1] == sort), None)
        if known is None and (not same or (sort and around[same[0]][1])):
            around.append((look, sort))
        else:
            del around[(same[0] if known is None else known) + 1 :]
        levels.append(len(around))
    return levels


class _Series:
    """Tells letters from Roman numbers by what has come before: "C." after "B." is a letter."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def sort_of(self, text: str) -> str:
        """The sort of number that a text begins with; empty for none."""
        found = _NUMBERED.match(text)
        if found is None:
            return ""
        if found[1]:
            return "1" + ".1" * found[1].count(".")
        letters = found[2]
        case = "A" if letters.isupper() else "a"
        roman, letter = f"roman {case}", f"letter {case}"
        values = {roman: roman_value(letters), letter: ord(letters.lower()) - 96 if len(letters) == 1 else 0}
        follows = [sort for sort, value in values.items() if value and value == self._last.get(sort, 0) + 1]
        is_roman = len(letters) > 1 or (letters in "iI" and letter not in follows)
        sort = follows[0] if len(follows) == 1 else roman if is_roman else letter
        self._last[sort] = values[sort]
        return sort


def roman_value(letters: str) -> int:
    """The value of a Roman number; 0 if it is none."""
    values = [_VALUES.get(letter, 0) for letter in letters.lower()]
    if 0 in values:
        return 0
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
