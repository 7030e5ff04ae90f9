"""The style of an SVG file: sheets and attributes with what moves, or what only some programs draw, are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefs.render.logo.unusable import UnusableLogo

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_SELECTOR = re.compile(r"([^{}]*)\{")
_DECLARATION = re.compile(r"(?:^|[;{}])\s*([\w-]+)\s*:\s*([^;{}]*)")
_MOVES = re.compile(r"(-\w+-)?(animation|transition|offset|motion)\b", re.IGNORECASE)
_EFFECTS = re.compile(
    r"(-\w+-)?((backdrop-)?filter|(mix|background)-blend-mode|(box|text)-shadow|mask-(image|border))", re.IGNORECASE
)
_NO_EFFECT = re.compile(r"(none|normal|initial|unset)(\s*!important)?", re.IGNORECASE)


def check_style(attributes: Mapping[str, str], sheet: str) -> None:
    """Raise UnusableLogo if the attributes of an element, or the style `sheet` that it is, move or have effects.

    So do rules that hold only on some screens, or under a pointer.
    """
    sheet = _COMMENT.sub("", sheet)
    # As an attribute, `offset` is where a colour of a gradient stands, never a path of motion.
    set_here = [(name, value) for name, value in attributes.items() if name != "offset"]
    declared = [*set_here, *_declared(_COMMENT.sub("", attributes.get("style", ""))), *_declared(sheet)]
    if "@keyframes" in sheet.lower() or any(_MOVES.match(name) for name, _ in declared):
        hint = "save it as plain SVG in a graphics program, without animation"
        raise UnusableLogo("the logo has scripts or moves, which a brief never does", hint)
    if any(_EFFECTS.fullmatch(name) and not _NO_EFFECT.fullmatch(value.strip()) for name, value in declared):
        hint = "save it without effects such as shadows, or as PNG"
        raise UnusableLogo("the logo has effects that only some programs draw", hint)
    if "@" in sheet or any(":" in selector for selector in _SELECTOR.findall(sheet)):
        hint = "save it as plain SVG in a graphics program, with attributes in place of a style sheet"
        raise UnusableLogo("the logo has rules of style that only some programs follow", hint)


def _declared(css: str) -> Iterator[tuple[str, str]]:
    """The properties that `css` sets, with their values."""
    return ((found[1], found[2]) for found in _DECLARATION.finditer(css))
