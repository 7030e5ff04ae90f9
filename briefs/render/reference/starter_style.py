"""A style of the starter: as written in the units of the editorial guide, and as Word needs it.

(ISO/IEC 29500-1, 17.7)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from briefs.render.reference.starter_measures import TEXT_WIDTH
from briefs.word.elements import Element, parse, w

EXACT = ' w:lineRule="exact"'
OWN_IDS: Mapping[str, str] = MappingProxyType({})
_Kind = Literal["paragraph", "character", "table"]


@dataclass(frozen=True, slots=True)
class StarterStyle:
    """A style; what is None or empty is as in the style it is based on.

    `size`, `line`, `before` and `after` are in points (a line that is not exact, in twelfths of one line); `indent` is
    left, hanging and right in twips; `level` is a heading's, counted from 1; `tab` asks for a right tab at the measure;
    `borders`, `text` and `table` hold properties as markup.
    """

    id: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    kind: _Kind = "paragraph"
    is_own: bool = False
    priority: int = 3
    size: float | None = None
    line: float | None = None
    is_line_exact: bool = True
    before: float | None = None
    after: float | None = None
    bold: bool | None = None
    colour: str = ""
    keep: Literal["", "lines", "next", "both"] = ""
    level: int | None = None
    list_id: int | None = None
    borders: str = ""
    indent: tuple[int, int, int] | None = None
    tab: bool = False
    text: str = ""
    table: str = ""

    def element(self) -> Element:
        """The style as the starter has it."""
        return self._element(OWN_IDS, TEXT_WIDTH, is_guest=False)

    def guest(self, ids: Mapping[str, str], width: int) -> Element:
        """The style for another document, which calls the starter's styles by `ids` and has a measure of `width` twips.

        It has none of the starter's lists. If it does not set the space around a paragraph, there is none, as in the
        starter, where text has none by default.
        """
        return self._element(ids, width, is_guest=True)

    def _element(self, ids: Mapping[str, str], width: int, is_guest: bool) -> Element:
        identity = {"type": self.kind, "styleId": ids.get(self.id, self.id)}
        following = ids.get(self.following, self.following)
        content = "".join(
            [
                f'<w:name w:val="{self.name}"/><w:basedOn w:val="{ids.get(self.based_on, self.based_on)}"/>',
                f'<w:next w:val="{following}"/>' if following else "",
                f'<w:uiPriority w:val="{self.priority}"/><w:qFormat/>',
                f"<w:pPr>{self._paragraph(width, is_guest)}</w:pPr>" if self.kind == "paragraph" else "",
                f"<w:rPr>{self._text()}</w:rPr>" if self.kind != "table" else "",
                self.table,
            ]
        )
        return w("style", *parse(content), **identity | ({"customStyle": "1"} if self.is_own else {}))

    def _paragraph(self, width: int, is_guest: bool) -> str:
        left, hanging, right = self.indent or (0, 0, 0)
        return "".join(
            [
                "<w:keepNext/>" if self.keep in ("next", "both") else "",
                "<w:keepLines/>" if self.keep in ("lines", "both") else "",
                "" if self.list_id is None or is_guest else f'<w:numPr><w:numId w:val="{self.list_id}"/></w:numPr>',
                self.borders,
                f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>' if self.tab else "",
                self._spacing(has_all=is_guest and self.based_on == "Normal"),
                f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>' if self.indent else "",
                "" if self.level is None else f'<w:outlineLvl w:val="{self.level - 1}"/>',
            ]
        )

    def _spacing(self, has_all: bool) -> str:
        """Lines and the space between paragraphs; with `has_all`, zero space is written out."""
        spacing = {"before": self.before, "after": self.after, "line": self.line}
        said = {name: length for name, length in spacing.items() if length is not None}
        if said and has_all:
            said = {"before": 0, "after": 0} | said
        values = "".join(f' w:{name}="{round(length * 20)}"' for name, length in said.items())
        rule = "" if self.line is None else EXACT if self.is_line_exact else ' w:lineRule="auto"'
        return f"<w:spacing{values}{rule}/>" if values else ""

    def _text(self) -> str:
        value = "" if self.bold else ' w:val="0"'
        size = None if self.size is None else round(self.size * 2)
        return "".join(
            [
                "" if self.bold is None else f"<w:b{value}/><w:bCs{value}/>",
                f'<w:color w:val="{self.colour}"/>' if self.colour else "",
                "" if size is None else f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
                self.text,
            ]
        )


def rule(side: str, colour: str, size: int = 4, space: int = 3) -> str:
    """A rule at one side, as markup; `size` is in eighths of a point, `space` in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def rules(*rules: str) -> str:
    """The rules around a paragraph, as markup."""
    return f"<w:pBdr>{''.join(rules)}</w:pBdr>"
