"""How Word sets a paragraph: its type, indents and lines, as its style and its own properties say.

Only for estimates (`page_estimate`). All lengths are in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from briefs.render.fonts.widths import TextMeasure
from briefs.render.reference.font_widths import NATURAL_LINE, cautious_width, line_of
from briefs.render.reference.look import Look
from briefs.word.elements import Element, is_on, local_name, qn, value_of
from briefs.word.measures import length, per_cent, twips
from briefs.word.style_properties import attributes, is_set
from briefs.word.styles import StyleSheet

_LEVEL = f"{qn('w:lvl')}/{qn('w:pPr')}/{qn('w:ind')}"
_AUTOSPACE = 14.0
"""The space that Word leaves above and below a paragraph with automatic space."""
_CAPITALS = 1.2
"""The width of text in capitals against the same in small letters."""


@dataclass(frozen=True, slots=True)
class Type:
    """How letters are set: `size` in points, their widths against those that are measured, and what is between them."""

    size: float
    is_bold: bool = False
    width: float = 1.0
    bold_width: float = 1.0
    spacing: float = 0.0
    line: float = NATURAL_LINE

    def width_of(self, text: str, letters: TextMeasure) -> float:
        """The width of a text, in points."""
        width = self.bold_width if self.is_bold else self.width
        return letters(text, self.is_bold) * self.size * width + self.spacing * len(text)


class Indents(NamedTuple):
    """How far text is from the sides; `first` is what the first line has more, or less, at the left."""

    left: float
    right: float
    first: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set. Rules above and below it are drawn around all that follow each other in one `frame`."""

    type: Type
    indents: Indents
    before: float
    after: float
    line: float
    rule: str
    keeps_next: bool
    keeps_lines: bool
    is_contextual: bool
    begins_page: bool
    borders: tuple[float, float]
    frame: str

    def line_height(self, tallest: float = 0.0) -> float:
        """The height of a line; `tallest` is that of a picture in it."""
        natural = max(self.type.size * self.type.line, tallest)
        match self.rule:
            case "exact":
                return self.line
            case "atLeast":
                return max(self.line, natural)
            case _:
                return max(self.type.size * self.type.line * self.line / 12, tallest)


class TypeSetting:
    """Knows how the paragraphs of a look are set; what it has found for a style it keeps."""

    def __init__(self, look: Look, lists: Element) -> None:
        self.sheet: StyleSheet = look.styles
        self._lists = lists
        self._theme = look.theme_fonts
        self._settings: dict[str, Setting] = {}
        self._types: dict[tuple[str, str], Type] = {}

    def setting(self, paragraph: Element) -> Setting:
        """How a paragraph is set, with its own properties."""
        first = next(iter(paragraph), None)  # `find` would look at all runs of a paragraph without properties
        properties = first if first is not None and first.tag == qn("w:pPr") else None
        style = value_of(None if properties is None else properties.find(qn("w:pStyle"))) or self.default
        if style not in self._settings:
            self._settings[style] = self._of_style(style)
        found = self._settings[style]
        if properties is None or len(properties) < 2:
            return found
        return self._with_own(found, properties)

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        return self.sheet.default("paragraph")

    def type_of(self, run: Element, paragraph: Element) -> Type:
        """How the letters of a run are set in a paragraph."""
        made = self.setting(paragraph).type
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return made
        style = value_of(properties.find(qn("w:rStyle")))
        chain = [each for s in self.sheet.ancestry(style) for each in s.iterfind(qn("w:rPr"))]
        for each in reversed([properties, *chain]):
            for name in ("b", "sz", "vertAlign"):
                found = each.find(qn(f"w:{name}"))
                if found is None:
                    continue
                if name == "b":
                    made = replace(made, is_bold=is_on(each, "b"))
                elif name == "sz":
                    made = replace(made, size=length(value_of(found) or "20") / 2)
                elif value_of(found) in ("superscript", "subscript"):
                    made = replace(made, size=made.size * 2 / 3)
        return made

    def _of_style(self, style: str) -> Setting:
        sheet = self.sheet
        spacing, indent = (attributes(sheet, style, "pPr", name) for name in ("spacing", "ind"))
        borders = sheet.own_or_inherited(style, "pPr", "pBdr")
        own_level = sheet.own_or_inherited(style, "pPr", "numPr")
        if own_level is not None and not indent:
            indent = self._level(own_level)
        return Setting(
            type=self._type(style),
            indents=_indents(indent),
            before=_space(spacing, "before"),
            after=_space(spacing, "after"),
            line=length(spacing.get("line", "240")) / 20,
            rule=spacing.get("lineRule", "auto"),
            keeps_next=is_set(sheet, style, "pPr", "keepNext"),
            keeps_lines=is_set(sheet, style, "pPr", "keepLines"),
            is_contextual=is_set(sheet, style, "pPr", "contextualSpacing"),
            begins_page=is_set(sheet, style, "pPr", "pageBreakBefore"),
            borders=(0.0, 0.0) if borders is None else _borders(borders),
            frame="" if borders is None else f"{etree.tostring(borders)!r} {sorted(indent.items())}",
        )

    def _type(self, style: str) -> Type:
        sheet, font = self.sheet, self.sheet.font(style, self._theme)
        scale = per_cent(value_of(sheet.own_or_inherited(style, "rPr", "w")) or "100") / 100
        capitals = _CAPITALS if is_set(sheet, style, "rPr", "caps") else 1.0
        return Type(
            size=sheet.size(style) / 2,
            is_bold=is_set(sheet, style, "rPr", "b"),
            width=cautious_width(font, is_bold=False) * scale * capitals,
            bold_width=cautious_width(font, is_bold=True) * scale * capitals,
            spacing=length(value_of(sheet.own_or_inherited(style, "rPr", "spacing")) or "0") / 20,
            line=line_of(font),
        )

    def _with_own(self, setting: Setting, properties: Element) -> Setting:
        made = setting
        for child in properties:
            match local_name(child):
                case "keepNext":
                    made = replace(made, keeps_next=is_on(properties, "keepNext"))
                case "keepLines":
                    made = replace(made, keeps_lines=is_on(properties, "keepLines"))
                case "pageBreakBefore":
                    made = replace(made, begins_page=is_on(properties, "pageBreakBefore"))
                case "numPr":
                    made = replace(made, indents=_indents(self._level(child)))
                case "spacing":
                    if value_of(child, "before"):
                        made = replace(made, before=twips(child, "before") / 20)
                    if value_of(child, "after"):
                        made = replace(made, after=twips(child, "after") / 20)
                    if value_of(child, "line"):
                        made = replace(made, line=twips(child, "line") / 20, rule=value_of(child, "lineRule") or "auto")
                case "ind":
                    said = {str(name).rpartition("}")[2]: str(value) for name, value in child.attrib.items()}
                    made = replace(made, indents=_indents(said))
        return made

    def _level(self, numbering: Element) -> dict[str, str]:
        """The indent of the first level of the list that a paragraph is in."""
        number = value_of(numbering.find(qn("w:numId")))
        lists = self._lists.iterfind(qn("w:num"))
        definition = next(
            (value_of(n.find(qn("w:abstractNumId"))) for n in lists if value_of(n, "numId") == number), ""
        )
        for known in self._lists.iterfind(qn("w:abstractNum")):
            if value_of(known, "abstractNumId") == definition:
                indent = known.find(_LEVEL)
                return {} if indent is None else {str(k).rpartition("}")[2]: str(v) for k, v in indent.attrib.items()}
        return {}


def _indents(said: Mapping[str, str]) -> Indents:
    lengths = {name: length(value) / 20 for name, value in said.items() if not name.endswith("Chars")}
    hanging = lengths.get("hanging", 0.0)
    return Indents(
        left=lengths.get("left", lengths.get("start", 0.0)),
        right=lengths.get("right", lengths.get("end", 0.0)),
        first=-hanging if hanging else lengths.get("firstLine", 0.0),
    )


def _space(spacing: Mapping[str, str], side: str) -> float:
    if spacing.get(f"{side}Autospacing") in ("1", "true", "on"):
        return _AUTOSPACE
    return length(spacing.get(side, "0")) / 20


def _borders(borders: Element) -> tuple[float, float]:
    """The heights that the rules above and below a paragraph take, with the room between them and its text."""
    above, below = (borders.find(qn(f"w:{side}")) for side in ("top", "bottom"))
    return _rule(above), _rule(below)


def _rule(side: Element | None) -> float:
    if side is None or value_of(side) in ("nil", "none"):
        return 0.0
    return twips(side, "space") + twips(side, "sz") / 8
