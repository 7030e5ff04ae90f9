"""The starter's styles, as a table: what each is for, what it is based on, and how it differs from that.

Lengths are in points, as in the editorial guide (A5); Word wants twentieths and half points. Lines have exact
heights, so that Word and the PDF break pages alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.render.docx.markup import Element, parse, w

ACCENT = "1F3A5F"
"""The accent of the starter; where a style has exactly this colour, the brief's own accent takes its place."""
TINT = "EFF1F4"
"""The accent at 7 per cent: the ground of boxes, which follows the brief's accent too."""
FONT = "Calibri"
TEXT_WIDTH = 8844
"""156 mm in twips: the measure of the starter, at which its right tabs stand."""
INDENT = 454
"""8 mm in twips: where the text of numbered paragraphs begins."""
_GREY = "8A94A0"

_EXACT = ' w:lineRule="exact"'
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
        rule = "" if self.line is None else _EXACT if self.is_line_exact else ' w:lineRule="auto"'
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


def _rule(side: str, colour: str = ACCENT, size: int = 4, space: int = 3) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _rules(*rules: str) -> str:
    return f"<w:pBdr>{''.join(rules)}</w:pBdr>"


def _box(colour: str, size: int, fill: str) -> str:
    sides = (_rule(side, colour, size, space=6) for side in ("top", "left", "bottom", "right"))
    return f'{_rules(*sides)}<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


_ASK = _box(ACCENT, 8, TINT)
_BOX = _box(TINT, 4, TINT)
_HANGING = (INDENT, INDENT, 0)
"""Indents of a box: Word joins its paragraphs into one box when their borders and their indents are the same."""

_BRIEF_TABLE = f"""<w:tblPr>
<w:tblBorders>{_rule("top", space=0)}{_rule("bottom", space=0)}{_rule("insideH", _GREY, space=0)}</w:tblBorders>
<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>
<w:tcBorders>{_rule("bottom", space=0)}</w:tcBorders></w:tcPr></w:tblStylePr>"""

STYLES = (
    # masthead
    Style("BriefMasthead", "Brief Masthead", is_own=True, priority=1, bold=True, colour=ACCENT, keep="next", tab=True),
    Style("BriefIdentity", "Brief Identity", is_own=True, priority=1, size=9, line=12, after=4, keep="next"),
    Style(
        "StatusLine",
        "Status Line",
        is_own=True,
        priority=1,
        size=9,
        line=12,
        bold=True,
        keep="next",
        tab=True,
        borders=_rules(_rule("top"), _rule("bottom")),
    ),
    Style(
        "Title",
        "Title",
        following="Subtitle",
        priority=1,
        size=19,
        line=23,
        before=14,
        after=4,
        bold=True,
        colour=ACCENT,
        keep="both",
    ),
    Style("Subtitle", "Subtitle", following="BodyText", priority=1, size=10, line=13, after=2),
    Style("AsAtLine", "As-at Line", following="BodyText", is_own=True, priority=1, size=9, line=11.5, after=6),
    # headings
    Style(
        "Heading1",
        "heading 1",
        following="BodyText",
        priority=2,
        size=13,
        line=17,
        before=11,
        after=4,
        bold=True,
        colour=ACCENT,
        keep="both",
        level=1,
    ),
    Style(
        "Heading2",
        "heading 2",
        "Heading1",
        following="BodyText",
        priority=2,
        size=11,
        line=15.2,
        before=7,
        after=2.5,
        colour="000000",
        level=2,
    ),
    Style("Heading3", "heading 3", "Heading2", following="BodyText", priority=2, bold=False, level=3),
    Style(
        "BriefEndHeading",
        "Brief End Heading",
        "Heading1",
        following="SmallPrint",
        is_own=True,
        priority=2,
        size=10,
        line=13,
        before=9,
        after=2,
    ),
    # text
    Style("BodyText", "Body Text", after=4.5),
    Style("Strong", "Strong", "DefaultParagraphFont", kind="character", bold=True),
    Style("Emphasis", "Emphasis", "DefaultParagraphFont", kind="character", text="<w:i/><w:iCs/>"),
    Style("ListBullet", "List Bullet", "BodyText", list_id=2),
    Style("ListNumber", "List Number", "BodyText", list_id=1),
    Style(
        "Quote",
        "Quote",
        "BodyText",
        following="BriefAttribution",
        keep="lines",
        indent=(INDENT, 0, INDENT),
    ),
    Style("BriefAttribution", "Brief Attribution", "Quote", "BodyText", is_own=True, size=9, line=12),
    Style(
        "BriefAskHeading",
        "Brief Ask Heading",
        "Heading1",
        following="BriefAsk",
        is_own=True,
        before=15,
        borders=_ASK,
        indent=_HANGING,
    ),
    Style(
        "BriefAskSubheading",
        "Brief Ask Subheading",
        "BriefAskHeading",
        following="BriefAsk",
        is_own=True,
        size=11,
        line=15.2,
        before=7,
        after=2.5,
        colour="000000",
        level=2,
    ),
    Style("BriefAsk", "Brief Ask", "BodyText", is_own=True, keep="lines", borders=_ASK, indent=_HANGING),
    Style(
        "BriefBoxHeading",
        "Brief Box Heading",
        "Heading1",
        following="BriefBox",
        is_own=True,
        before=15,
        borders=_BOX,
        indent=_HANGING,
    ),
    Style(
        "BriefBoxSubheading",
        "Brief Box Subheading",
        "BriefBoxHeading",
        following="BriefBox",
        is_own=True,
        size=11,
        line=15.2,
        before=7,
        after=2.5,
        colour="000000",
        level=2,
    ),
    Style("BriefBox", "Brief Box", "BodyText", is_own=True, keep="lines", borders=_BOX, indent=_HANGING),
    # tables and figures
    Style("Caption", "caption", following="BodyText", priority=4, bold=True, before=3, after=3, keep="both"),
    Style("TableText", "Table Text", is_own=True, priority=4, size=10, line=13, before=1.5, after=1.5),
    Style("TableHeading", "Table Heading", "TableText", is_own=True, priority=4, bold=True),
    Style(
        "TableSmall", "Table Small", "TableText", is_own=True, priority=4, size=8.5, line=11.5, before=0.5, after=0.5
    ),
    Style("TableSmallHeading", "Table Small Heading", "TableSmall", is_own=True, priority=4, bold=True),
    Style("BriefTable", "Brief Table", "TableNormal", kind="table", is_own=True, priority=4, table=_BRIEF_TABLE),
    Style(
        "BriefFigure",
        "Brief Figure",
        following="Caption",
        is_own=True,
        priority=4,
        before=3,
        after=3,
        line=12,
        is_line_exact=False,
        keep="next",
    ),
    Style("BriefGap", "Brief Gap", is_own=True, priority=9, size=1, line=3),
    # small type
    Style("SourceTag", "Source Tag", is_own=True, priority=5, size=9, line=12, before=2, after=4.5, colour="404040"),
    Style(
        "SourceTagChar",
        "Source Tag Char",
        "DefaultParagraphFont",
        kind="character",
        is_own=True,
        priority=5,
        size=9,
        colour="404040",
    ),
    Style("SmallPrint", "Small Print", is_own=True, priority=5, size=8.5, line=11.5, after=2),
    Style("FootnoteText", "footnote text", priority=5, size=8.5, line=11.5, after=1),
    Style(
        "FootnoteReference",
        "footnote reference",
        "DefaultParagraphFont",
        kind="character",
        priority=5,
        text='<w:vertAlign w:val="superscript"/>',
    ),
    Style(
        "Hyperlink",
        "Hyperlink",
        "DefaultParagraphFont",
        kind="character",
        priority=5,
        colour=ACCENT,
        text='<w:u w:val="single"/>',
    ),
    # header and footer
    Style("Header", "header", priority=6, size=8.5, line=11.5, tab=True, borders=_rules(_rule("bottom"))),
    Style("Footer", "footer", priority=6, size=8.5, line=11.5, tab=True),
)

_DEFAULTS = f"""
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
  <w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="304"{_EXACT}/></w:pPr></w:pPrDefault></w:docDefaults>
<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"
  w:defQFormat="0" w:count="376"/>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
  <w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
  <w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
  <w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
  <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
  <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
  <w:semiHidden/><w:unhideWhenUsed/></w:style>
"""


def starter_styles() -> list[Element]:
    """The children of the starter's `w:styles`."""
    return [*parse(_DEFAULTS), *(style.element() for style in STYLES)]
