"""The styles of a report in Word: what a paragraph or a run has by its style, with all that the style inherits.

Built-in styles are known by their names, which are in English whatever the language of Word, and otherwise by the words
in `style_stems.yaml`. (ISO/IEC 29500-1, 17.7)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import yaml

from briefs.report.word.word_blocks import Look
from briefs.word.elements import Element, is_on, qn, value_of
from briefs.word.list_levels import left_of
from briefs.word.measures import half_points
from briefs.word.styles import StyleSheet, style_name

_MOST_ANCESTORS = 20
"""Styles that are looked at for one. In real files, hardly ten are based on each other."""
_NO_LETTERS = re.compile(r"[\s_\-]+")
_NOT_ASCII = re.compile(r"[^a-z0-9]+")
_NUMBERED = re.compile(r"(.+?)([1-9])")
LEVELS = 9
"""Outline levels of headings are 1 to 9; in files they are counted from 0, and 9 is body text (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph has by its style. `role` is what a built-in style is for ("title", "quote", …), or empty;
    `numbered_by` the style that sets the number of the list."""

    id: str
    name: str
    role: str
    level: int | None
    look: Look
    left: int | None
    is_centred: bool
    list_number: str
    list_level: int | None
    numbered_by: str


class WordStyles:
    """The styles in the root of a style sheet; None if the file has none."""

    def __init__(self, root: Element | None) -> None:
        self._sheet = None if root is None else StyleSheet(root)
        defaults = None if self._sheet is None else self._sheet.defaults("rPr")
        self._plain = Look() if defaults is None else changed(Look(), defaults)
        self._default = "" if self._sheet is None else self._sheet.default("paragraph")
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, list[Element]] = {}
        self._tables: dict[str, tuple[bool, bool]] = {}

    @property
    def plain(self) -> Look:
        """The look of text without any style."""
        return self._plain

    def paragraph(self, id: str) -> ParagraphStyle:
        """The paragraph style with this id; the default one if it is empty."""
        id = id or self._default
        if id not in self._paragraphs:
            self._paragraphs[id] = self._read_paragraph(id)
        return self._paragraphs[id]

    def in_character_style(self, look: Look, id: str) -> Look:
        """A look with what a character style adds to it."""
        if id not in self._characters:
            found = (style.find(qn("w:rPr")) for style in self._ancestry(id))
            self._characters[id] = [properties for properties in found if properties is not None][::-1]
        for properties in self._characters[id]:
            look = changed(look, properties)
        return look

    def table(self, id: str) -> tuple[bool, bool]:
        """Whether a table style draws borders, and whether it sets the first row apart."""
        if id not in self._tables:
            ancestry = self._ancestry(id)
            borders = (style.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}") for style in ancestry)
            parts = (part for style in ancestry for part in style.iterfind(qn("w:tblStylePr")))
            self._tables[id] = (
                any(one is not None and has_border(one) for one in borders),
                any(value_of(part, "type") == "firstRow" and len(part) for part in parts),
            )
        return self._tables[id]

    def _ancestry(self, id: str) -> list[Element]:
        """A style and those that it is based on, the nearest first."""
        return [] if self._sheet is None else list(islice(self._sheet.ancestry(id), _MOST_ANCESTORS))

    def _read_paragraph(self, id: str) -> ParagraphStyle:
        ancestry = self._ancestry(id)
        name = style_name(ancestry[0]) if ancestry else id
        look = self._plain
        for style in reversed(ancestry):
            properties = style.find(qn("w:rPr"))
            look = look if properties is None else changed(look, properties)
        left, is_centred, numbers = None, None, None
        for style in ancestry:
            own = style.find(qn("w:pPr"))
            if own is None:
                continue
            left = left_of(own.find(qn("w:ind"))) if left is None else left
            side = value_of(own.find(qn("w:jc")))
            is_centred = side == "center" if is_centred is None and side else is_centred
            if numbers is None and (of_list := own.find(qn("w:numPr"))) is not None:
                numbers = (of_list, value_of(style, "styleId"))
        level = next((found for style in ancestry if (found := _level(style)) is not None), None)
        level = level if ancestry else heading_level(id)
        role = "" if heading_level(name) else _role(ancestry) or role_of(id)
        return ParagraphStyle(
            id,
            name,
            role,
            level if level is not None and level <= LEVELS and role not in ("title", "subtitle", "contents") else None,
            look,
            left,
            bool(is_centred),
            "" if numbers is None else value_of(numbers[0].find(qn("w:numId"))),
            None if numbers is None else whole(value_of(numbers[0].find(qn("w:ilvl")))),
            "" if numbers is None else numbers[1],
        )


def _role(ancestry: list[Element]) -> str:
    """What the nearest built-in style among these is for."""
    return next((role for style in ancestry if (role := role_of(style_name(style)))), "")


def _level(style: Element) -> int | None:
    """The outline level that a style itself has, from 1; `LEVELS` + 1 is body text, None says nothing."""
    said = whole(value_of(style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")))
    return heading_level(style_name(style)) if said is None else said + 1


def heading_level(name: str) -> int | None:
    """The level of a built-in style for headings with this name or id; None for any other style."""
    found = _NUMBERED.fullmatch(_NO_LETTERS.sub("", name.casefold()))
    return int(found[2]) if found and _is_called(found[1], "heading") else None


def role_of(name: str) -> str:
    """What a built-in style with this name or id is for: "title", "subtitle", "quote", "caption", "contents"; else
    empty."""
    bare = _NO_LETTERS.sub("", name.casefold())
    if found := _NUMBERED.fullmatch(bare):
        return "contents" if _is_called(found[1], "contents") else ""
    return next((role for role in ("title", "subtitle", "quote", "caption", "contents") if _is_called(bare, role)), "")


def _is_called(bare: str, role: str) -> bool:
    whole_names, ascii_names = _stems()[role]
    return bare in whole_names or bare in ascii_names


@cache
def _stems() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """The names by role: whole, and as ids of Word have them, with letters of ASCII alone."""
    text = files("briefs.report.word").joinpath("style_stems.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return {
        role: (
            frozenset(map(str.casefold, names)),
            frozenset(bare for name in names if len(bare := _NOT_ASCII.sub("", name.casefold())) > 3),
        )
        for role, names in found.items()
    }


# Looks


def changed(look: Look, properties: Element) -> Look:
    """A look with what run properties (`w:rPr`) set."""
    changes: dict[str, Any] = {}
    for child in properties:
        reader = _READERS.get(str(child.tag))
        if reader is not None:
            changes.update(reader(child))
    return replace(look, **changes) if changes else look


def _switch(name: str) -> Callable[[Element], dict[str, Any]]:
    return lambda child: {name: value_of(child) not in ("0", "false", "off")}


def _size(child: Element) -> dict[str, Any]:
    try:
        return {"size": half_points(child)}
    except ValueError:
        return {}


def _languages(child: Element) -> dict[str, Any]:
    names = {"latin": "val", "east_asian": "eastAsia", "complex": "bidi"}
    return {name: said for name, attribute in names.items() if (said := value_of(child, attribute))}


_READERS: Mapping[str, Callable[[Element], dict[str, Any]]] = {
    qn("w:b"): _switch("is_bold"),
    qn("w:i"): _switch("is_italic"),
    qn("w:caps"): _switch("is_capital"),
    qn("w:vanish"): _switch("is_hidden"),
    qn("w:u"): lambda child: {"is_underlined": value_of(child) not in ("", "none")},
    qn("w:vertAlign"): lambda child: {"is_raised": value_of(child) == "superscript"},
    qn("w:sz"): _size,
    qn("w:lang"): _languages,
}


def has_border(borders: Element) -> bool:
    """Whether any of these borders is drawn."""
    return any(value_of(border) not in ("", "nil", "none") for border in borders)


def whole(value: str) -> int | None:
    """A whole number that an attribute gives; None if it is none."""
    digits = value.removeprefix("-")
    return int(value) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None


def is_first_row_shown(properties: Element | None) -> bool:
    """Whether the properties of a table ask for the look that its style gives to the first row (17.4.55)."""
    look = None if properties is None else properties.find(qn("w:tblLook"))
    if look is None:
        return False
    if said := value_of(look, "firstRow"):
        return said not in ("0", "false", "off")
    try:
        return bool(int(value_of(look) or "0", 16) & 0x20)
    except ValueError:
        return False


def is_switched_on(parent: Element | None, name: str) -> bool:
    """Whether `parent` is there and has the switch `w:name`, turned on."""
    return parent is not None and is_on(parent, name)
