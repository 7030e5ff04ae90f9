"""Selectors, counts and small measures of a style sheet for pages.

The engine of the PDF compares each selector with each element, makes some things as often as a number says, and repeats
others as often as there is room for them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefs.model.diagnostics import Fault
from briefs.model.limits import MOST_STYLE_RULES
from briefs.render.style.style_tokens import content_of, line_of, token_lists, walked

_MOST_PARTS = 120
"""The most tokens of one selector."""
_MOST_SIBLINGS = 2
"""The most `~` in one selector: each is compared with all that stands before an element."""
_MOST_HAS = 30
"""How often `:has()` may be used: it looks through all that is in an element."""
_MOST_OF: Mapping[str, int] = MappingProxyType(
    {"column-count": 12, "columns": 12, "tab-size": 100, "-moz-tab-size": 100, "pad": 100}
)
"""The highest numbers of what is made so many times, or looked for in so many steps."""
_MOST_REPEATED = 100
"""How often `repeat()` repeats tracks, at most."""


_MM: Mapping[str, float] = MappingProxyType(
    {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "px": 25.4 / 96, "em": 4, "rem": 4, "q": 0.25}
)
"""Millimetres in units of length; roughly, in those that follow the size of type."""
_FINEST = 0.1
"""The least measure in mm, as a number or in per cent, of what is repeated."""
_MOST_COLOURS = 60
_FARTHEST = 1_000
"""The most colours of a gradient, and the longest measure in it in mm."""
_LARGER = "make it larger, or leave it out"
_NARROWEST = 20
"""The least width of a column in mm: the engine tries how many there are room for, and each has the whole text."""


def selector_faults(tokens: list[Any]) -> Iterator[tuple[int, Fault]]:
    """The faults of what stands before the blocks of rules, with their lines. Code: `style-limit`."""
    selectors = has = 0
    for prelude in _preludes(tokens):
        parts = siblings = 0
        for token, _, within in walked(prelude):
            is_literal = token.type == "literal"
            if is_literal and token.value == ",":
                selectors += 1
                if not within:
                    parts = siblings = 0
            parts += token.type != "comment"
            siblings += is_literal and token.value == "~"
            if token.type == "function" and token.lower_name == "has":
                has += 1
                if has > _MOST_HAS or "has" in within:
                    message = f":has() is used within itself, or more than {_MOST_HAS} times"
                    yield token.source_line, Fault("style-limit", message, "select by classes instead")
                    return
            if parts > _MOST_PARTS or siblings > _MOST_SIBLINGS:
                message = f"a selector has more than {_MOST_PARTS} parts, or `~` more than {_MOST_SIBLINGS} times"
                yield token.source_line, Fault("style-limit", message, "select by a class instead")
                break
        selectors += 1
        if selectors > MOST_STYLE_RULES and prelude:
            message = f"a style sheet has more than {MOST_STYLE_RULES:,} rules or selectors"
            yield line_of(prelude), Fault("style-limit", message, "take out what no brief needs")
            return


def _preludes(tokens: list[Any]) -> Iterator[list[Any]]:
    """What stands before each block, from the end of what is before it."""
    for siblings in token_lists(tokens):
        prelude: list[Any] = []
        for token in siblings:
            if token.type == "{} block":
                yield prelude
            elif not (token.type == "literal" and token.value == ";"):
                prelude.append(token)
                continue
            prelude = []


def count_faults(tokens: list[Any]) -> Iterator[tuple[int, Fault]]:
    """The faults of numbers by which something is made as often as they say, with their lines. Code: `style-limit`."""
    for siblings in token_lists(tokens):
        name = ""
        for token in siblings:
            if token.type == "literal" and token.value == ";":
                name = ""
            elif token.type == "ident" and not name:
                name = token.lower_value
            elif token.type == "number" and token.value > _MOST_OF.get(name, math.inf):
                yield token.source_line, _too_often(name, token, _MOST_OF[name])
            elif name.startswith("border-image") and _is_fine(token):
                yield token.source_line, Fault("style-limit", f"`{name}` repeats what is too small", _LARGER)
            elif name in ("columns", "column-width") and _is_narrow(token):
                message = f"`{name}` has columns that may be narrower than {_NARROWEST} mm"
                yield token.source_line, Fault("style-limit", message, "write how many there are, or a width in mm")
    for token, _, within in walked(tokens):
        if any(name.startswith("repeating-") for name in within) and _is_fine(token):
            yield token.source_line, Fault("style-limit", f"{within[-1]}() repeats what is too small", _LARGER)
        if token.type == "function" and token.lower_name.endswith("gradient"):
            yield from _gradient_faults(token)
        if token.type == "function" and token.lower_name == "repeat":
            for one in content_of(token):
                if one.type == "number" and one.value > _MOST_REPEATED:
                    yield one.source_line, _too_often("repeat()", one, _MOST_REPEATED)


def _gradient_faults(gradient: Any) -> Iterator[tuple[int, Fault]]:
    """The faults of a gradient of very many colours, or one that is far larger than a page: each is drawn for each
    element, and a repeated one from its middle to the farthest corner."""
    inner = content_of(gradient)
    if sum(1 for one in inner if one.type == "literal" and one.value == ",") > _MOST_COLOURS:
        message = f"{gradient.name}() has more than {_MOST_COLOURS} colours"
        yield gradient.source_line, Fault("style-limit", message, "take out what nobody sees")
    if any(one.type == "dimension" and abs(one.value) * _MM.get(one.lower_unit, 0) > _FARTHEST for one in inner):
        message = f"{gradient.name}() has a measure of more than {_FARTHEST} mm"
        yield gradient.source_line, Fault("style-limit", message, "make it smaller: no page is so large")


def _is_narrow(token: Any) -> bool:
    """Whether a part of the value of `columns` is, or may be, a width that is too small."""
    if token.type == "dimension":
        return bool(token.value * _MM.get(token.lower_unit, 0) < _NARROWEST)
    return token.type in ("function", "percentage")


def _is_fine(token: Any) -> bool:
    """Whether a measure of what is repeated is so small that it is repeated without end."""
    if token.type == "dimension":
        return bool(0 < abs(token.value) * _MM.get(token.lower_unit, 1) < _FINEST)
    if token.type in ("number", "percentage"):
        return bool(0 < abs(token.value) < _FINEST)
    return False


def _too_often(name: str, token: Any, most: int) -> Fault:
    return Fault("style-limit", f"`{name}` has the number {token.representation[:20]}", f"write {most} at most")
