"""The markers that a browser prints in front of the items of a list (HTML, 4.4.5; CSS Counter Styles, 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefs.report.html.element_facts import name_of, value
from briefs.word.number_formats import formatted

BULLET = "•"
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_BULLETS = frozenset({"disc", "circle", "square"})
_LETTERS = frozenset({"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"})
_FORMATS = {
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
"""Names of styles in CSS, and what WordprocessingML calls the same numbers."""


@dataclass(slots=True)
class ListMarkers:
    """Counts the items of a list."""

    is_ordered: bool
    style: str
    number: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: etree._Element) -> ListMarkers:
        """The markers of the list that is `element`."""
        if name_of(element) != "ol":
            return cls(False, "none" if name_of(element) == "dl" else "disc")
        is_reversed = element.get("reversed") is not None
        items = sum(name_of(child) == "li" for child in element) if is_reversed else 1
        start = _number(value(element, "start"))
        number = (items if is_reversed else 1) if start is None else start
        return cls(True, _style(element) or "decimal", number, -1 if is_reversed else 1)

    def next(self, item: etree._Element) -> str:
        """The marker of the next item."""
        if not self.is_ordered:
            return "" if self.style == "none" else BULLET
        given = _number(value(item, "value"))
        number = self.number if given is None else given
        self.number = number + self.step
        return _printed(number, _style(item) or self.style)


def _style(element: etree._Element) -> str:
    found = _STYLE.search(value(element, "style"))
    named = found[1].lower() if found else ""
    return named or _TYPES.get(value(element, "type"), "")


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else None


def _printed(number: int, style: str) -> str:
    """The number with its full stop."""
    if style == "none":
        return ""
    if style in _BULLETS:
        return BULLET
    if number <= 0:
        return f"{number}."
    if style in _LETTERS:
        return f"{_letters(number)}." if style.startswith("lower") else f"{_letters(number).upper()}."
    return f"{formatted(number, _FORMATS.get(style, 'decimal'))}."


def _letters(number: int) -> str:
    """1 as a, 26 as z, 27 as aa, 28 as ab; Word goes on in another way."""
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("a") + rest) + made
    return made
