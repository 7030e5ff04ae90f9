"""The style sheet of a document: its styles, how they are found, and what they inherit from each other.

(ISO/IEC 29500-1, 17.7)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefs.word.elements import Element, qn, value_of, w
from briefs.word.measures import half_points, twips

_DEFAULT_SIZE = 20
"""The default size of text, in half points (ISO/IEC 29500-1, 17.3.2.38)."""


class StyleSheet:
    """The styles of the part `root` (`w:styles`). What is changed in their elements is seen at once."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id = {style_id(style): style for style in self}

    def __iter__(self) -> Iterator[Element]:
        """The styles, in the order of the part."""
        return self.root.iterfind(qn("w:style"))

    def __contains__(self, id: str) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Element:
        """The style with this id; KeyError if there is none."""
        return self._by_id[id]

    def add(self, styles: Iterable[Element]) -> None:
        """Add styles at the end."""
        for style in styles:
            self.root.append(style)
            self._by_id[style_id(style)] = style

    def replace(self, content: Iterable[Element]) -> None:
        """Put `content` in place of all that the part holds."""
        self.root[:] = list(content)
        self._by_id = {style_id(style): style for style in self}

    # Finding styles

    def with_id(self, kind: str, id: str) -> str:
        """`id` if a style of this kind has it; otherwise empty."""
        return id if id in self and style_kind(self[id]) == kind else ""

    def with_name(self, kind: str, names: Iterable[str]) -> str:
        """The id of the first style of this kind that has one of `names` (in small letters), or else empty."""
        for name in names:
            for style in self:
                if style_kind(style) == kind and name in style_names(style):
                    return style_id(style)
        return ""

    def default(self, kind: str) -> str:
        """The id of the default style of this kind, for text or tables that name none."""
        return next((style_id(style) for style in reversed(list(self)) if _is_default_of(style, kind)), "")

    def with_level(self, level: str) -> str:
        """The id of Word's own style for headings of an outline level (`w:outlineLvl`, from 0)."""
        own = (style for style in self if not style.get(qn("w:customStyle")))
        return next((style_id(style) for style in own if outline_level(style) == level), "")

    # What styles set, and what they inherit

    def ancestry(self, id: str) -> Iterator[Element]:
        """The style with this id and those that it is based on, nearest first; each once, even in a circle."""
        seen: set[str] = set()
        while id in self._by_id and id not in seen:
            seen.add(id)
            yield self._by_id[id]
            id = value_of(self._by_id[id].find(qn("w:basedOn")))

    def properties(self, id: str, kind: str) -> Iterator[Element]:
        """The `w:rPr` or `w:pPr` (`kind`) that count for a style: its own, those of its ancestry, those of all text."""
        for style in self.ancestry(id):
            yield from style.iterfind(qn(f"w:{kind}"))
        defaults = self.defaults(kind)
        if defaults is not None:
            yield defaults

    def defaults(self, kind: str) -> Element | None:
        """The `w:rPr` or `w:pPr` (`kind`) of all text, whatever its style."""
        return self.root.find(f"{qn('w:docDefaults')}/{qn(f'w:{kind}Default')}/{qn(f'w:{kind}')}")

    def own_or_inherited(self, id: str, kind: str, name: str) -> Element | None:
        """The property `w:name` of a style, in `w:rPr` or `w:pPr` (`kind`): its own, or the nearest in its ancestry."""
        found = (properties.find(qn(f"w:{name}")) for properties in self.properties(id, kind))
        return next((each for each in found if each is not None), None)

    def size(self, id: str) -> int:
        """The size of type in half points. Raises ValueError if it is not a number."""
        found = self.own_or_inherited(id, "rPr", "sz")
        return _DEFAULT_SIZE if found is None else half_points(found)

    def font(self, id: str, theme: Mapping[str, str]) -> str:
        """The font in which a style sets Latin text; empty if nothing names one. `theme` has those of the theme."""
        fonts = (each for properties in self.properties(id, "rPr") for each in properties.iterfind(qn("w:rFonts")))
        return next((name for each in fonts if (name := _latin_font(each, theme))), "")

    def own_font(self, id: str, theme: Mapping[str, str]) -> str:
        """The font that a style itself names for Latin text, or one that it is based on; defaults do not count."""
        runs = (each for style in self.ancestry(id) for each in style.iterfind(f"{qn('w:rPr')}/{qn('w:rFonts')}"))
        return next((name for each in runs if (name := _latin_font(each, theme))), "")

    def tab_stops(self, id: str) -> list[int]:
        """The tab stops of a style, in twips: its own, or else those of the nearest style that has any.

        Raises ValueError if one is not a number.
        """
        for properties in self.properties(id, "pPr"):
            if stops := [twips(tab, "pos") for tab in properties.iterfind(f"{qn('w:tabs')}/{qn('w:tab')}")]:
                return stops
        return []

    def set_language(self, language: str) -> None:
        """Make `language` (BCP 47) that of all text that does not name one itself, whatever the styles say."""
        for said in self.root.iterfind(f"{qn('w:style')}/{qn('w:rPr')}/{qn('w:lang')}"):
            said.attrib.pop(qn("w:val"), "")
        properties = self._default_run_properties()
        found = properties.find(qn("w:lang"))
        if found is None:
            found = w("lang")
            properties.append(found)
        found.set(qn("w:val"), language)

    def _default_run_properties(self) -> Element:
        """The properties of all text, which are made if they are not there."""
        found = self.defaults("rPr")
        if found is not None:
            return found
        defaults = self.root.find(qn("w:docDefaults"))
        if defaults is None:
            defaults = w("docDefaults")
            self.root.insert(0, defaults)
        made = w("rPr")
        defaults.insert(0, w("rPrDefault", made))
        return made


def style_id(style: Element) -> str:
    """The id by which elements refer to a style."""
    return value_of(style, "styleId")


def style_kind(style: Element) -> str:
    """`paragraph`, `character`, `table` or `numbering`."""
    return value_of(style, "type")


def style_name(style: Element) -> str:
    """The name that Word shows, or else the id."""
    return value_of(style.find(qn("w:name"))) or style_id(style)


def style_names(style: Element) -> list[str]:
    """The names of a style, its aliases among them, in small letters."""
    values = [value_of(found) for name in ("name", "aliases") for found in style.iterfind(qn(f"w:{name}"))]
    return [name.strip().lower() for value in values for name in value.split(",")]


def outline_level(style: Element) -> str:
    """The outline level that a style itself gives to its paragraphs; empty if it gives none."""
    return value_of(style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}"))


def _is_default_of(style: Element, kind: str) -> bool:
    return style_kind(style) == kind and style.get(qn("w:default"), "0") in ("1", "true", "on")


def _latin_font(fonts: Element, theme: Mapping[str, str]) -> str:
    for side in ("ascii", "hAnsi"):
        themed = value_of(fonts, f"{side}Theme")[:5]
        if themed in theme:
            return theme[themed]
    return value_of(fonts, "ascii") or value_of(fonts, "hAnsi")
