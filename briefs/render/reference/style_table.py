"""How a style of the starter is written, in the units of the editorial guide, and how Word has it.

(ISO/IEC 29500-1, 17.7)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.word.elements import Element, parse, w

TEXT_WIDTH = 8844
"""156 mm in twips: the measure of the starter, at which its right tabs stand."""

EXACT = ' w:lineRule="exact"'
_Kind = Literal["paragraph", "character", "table"]


@dataclass(frozen=True, slots=True)
class Style:
    """A style; what is None or empty is as in the style it is based on.

    `level` is a heading's, counted from 1; `indent` is left, hanging, right in twips; `tab` asks for a right tab at
    the measure; `borders`, `text` and `table` hold properties as markup. A line that is not exact is in twelfths.
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
        """The style as Word has it."""
        identity = {"type": self.kind, "styleId": self.id} | ({"customStyle": "1"} if self.is_own else {})
        content = "".join(
            [
                f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.based_on}"/>',
                f'<w:next w:val="{self.following}"/>' if self.following else "",
                f'<w:uiPriority w:val="{self.priority}"/><w:qFormat/>',
                f"<w:pPr>{self._paragraph()}</w:pPr>" if self.kind == "paragraph" else "",
                f"<w:rPr>{self._text()}</w:rPr>" if self.kind != "table" else "",
                self.table,
            ]
        )
        return w("style", *parse(content), **identity)

    def _paragraph(self) -> str:
        spacing = {"before": self.before, "after": self.after, "line": self.line}
        values = "".join(f' w:{name}="{round(v * 20)}"' for name, v in spacing.items() if v is not None)
        rule = "" if self.line is None else EXACT if self.is_line_exact else ' w:lineRule="auto"'
        left, hanging, right = self.indent or (0, 0, 0)
        return "".join(
            [
                "<w:keepNext/>" if self.keep in ("next", "both") else "",
                "<w:keepLines/>" if self.keep in ("lines", "both") else "",
                "" if self.list_id is None else f'<w:numPr><w:numId w:val="{self.list_id}"/></w:numPr>',
                self.borders,
                f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>' if self.tab else "",
                f"<w:spacing{values}{rule}/>" if values else "",
                f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>' if self.indent else "",
                "" if self.level is None else f'<w:outlineLvl w:val="{self.level - 1}"/>',
            ]
        )

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
    """A rule at one side; `size` in eighths of a point, `space` in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def rules(*rules: str) -> str:
    """The rules around a paragraph."""
    return f"<w:pBdr>{''.join(rules)}</w:pBdr>"
