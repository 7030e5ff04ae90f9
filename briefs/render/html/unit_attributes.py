"""Attributes of every element that prints a unit in HTML: its id, its blocks and its running number."""

from __future__ import annotations

from html import escape

from briefs.model.document import Unit
from briefs.model.inline import Inline, text_area


def traced(unit: Unit | None) -> str:
    """The attributes that say which unit an element prints, and from which blocks it was made; none without a unit."""
    if unit is None:
        return ""
    blocks = f' data-blocks="{escape(" ".join(unit.printed))}"' if unit.printed else ""
    return f' id="{escape(unit.tag)}"{blocks}'


def class_attribute(*names: str) -> str:
    """The class attribute with those `names` that are not empty; empty if all are."""
    present = " ".join(name for name in names if name)
    return f' class="{escape(present)}"' if present else ""


def numbered(number: int | None) -> str:
    """The class of an element that prints the running number `number`; empty for None."""
    return "" if number is None else "numbered"


def noted(children: tuple[Inline, ...]) -> str:
    """The class of an element with room to write in below its words, which is not divided; empty for any other."""
    return "" if text_area(children) is None else "noted"


def number_html(number: int | None) -> str:
    """A running number. The space is part of it, so that it stays apart from the first word in copied text."""
    return "" if number is None else f'<span class="number">{number} </span>'
