"""The starter's styles, as a table: what each is for, what it is based on, and how it differs from that.

Lengths are in points, as in the editorial guide (A5); Word wants twentieths and half points. They are those of the
print style sheet: lines have exact heights, letters are kerned, and between paragraphs both it and Word have the
larger of the two rooms.

The font is Calibri, which every Word has, and which is as wide as Carlito, the font of the PDF: lines break alike, and
LibreOffice takes the one for the other. Carlito is not embedded. Its four files would add 1.3 MB to a file of
some 60 kB that is mailed to twenty people, Word asks about them where policy blocks embedded fonts, and who has neither
font has the PDF.
"""

from __future__ import annotations

from briefs.render.reference.style_table import EXACT, Style, rule, rules
from briefs.word.elements import Element, parse

ACCENT = "1F3A5F"
"""The accent of the starter; where a style has exactly this colour, the brief's own accent takes its place."""
TINT = "EFF1F4"
"""The accent at 7 per cent: the ground of boxes, which follows the brief's accent too."""
FONT = "Calibri"
NOTE_INDENT = 283
"""5 mm in twips: where the text of notes begins."""
INDENT = 454
"""8 mm in twips: where the text of numbered paragraphs begins."""
BULLET_INDENT = 255
"""4.5 mm in twips: where the text of list items with bullets begins."""
_INK = "1A1A1A"
_QUIET = "404040"
_LINE = "8C8C8C"
"""Colours of the print style sheet: text, what is less than text, and rules."""

_SIDES = ("top", "left", "bottom", "right")


def _box(looks: dict[str, tuple[str, int]]) -> str:
    spaces = {"top": 7, "bottom": 7}
    sides = (rule(side, colour, size, space=spaces.get(side, 9)) for side, (colour, size) in looks.items())
    return f'{rules(*sides)}<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'


_ASK = _box(dict.fromkeys(_SIDES, (ACCENT, 8)))
_BOX = _box(dict.fromkeys(_SIDES, (TINT, 4)) | {"top": (ACCENT, 8)})
_PADDING = 180
"""9 pt: the room between the sides of a box, which stand at the measure, and its text."""
_HANGING = (INDENT + _PADDING, INDENT, _PADDING)
"""Indents of a box: Word joins its paragraphs into one box when their borders and their indents are the same."""

_FIRST_ROW = f"""<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="{ACCENT}"/></w:rPr><w:tblPr/><w:tcPr>
<w:tcBorders>{rule("bottom", _INK, space=0)}</w:tcBorders></w:tcPr></w:tblStylePr>"""
_BRIEF_TABLE = f"""<w:tblPr><w:tblBorders>{rule("top", _INK, space=0)}{rule("bottom", _LINE, space=0)}
{rule("insideH", _LINE, space=0)}</w:tblBorders>
<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>{_FIRST_ROW}"""

_ASK_TABLE = f"""<w:tblPr><w:tblBorders><w:top w:val="nil"/>{rule("left", ACCENT, 8, 0)}
{rule("bottom", ACCENT, 8, 0)}{rule("right", ACCENT, 8, 0)}{rule("insideH", _LINE, space=0)}</w:tblBorders>
<w:tblCellMar><w:left w:w="{_PADDING}" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>{_FIRST_ROW}"""
"""The lower part of a decision box in a draft: its columns for the answer."""

STYLES = (
    # masthead
    Style(
        "BriefMasthead",
        "Brief Masthead",
        is_own=True,
        priority=1,
        size=12,
        line=15.5,
        colour=_INK,
        keep="next",
        tab=True,
        borders=rules(rule("top", ACCENT, size=24, space=5)),
    ),
    Style(
        "BriefSeries",
        "Brief Series",
        "DefaultParagraphFont",
        kind="character",
        is_own=True,
        priority=1,
        bold=True,
        colour=ACCENT,
    ),
    Style(
        "BriefIdentity",
        "Brief Identity",
        is_own=True,
        priority=1,
        size=9,
        line=11.6,
        before=1,
        after=5,
        colour=_QUIET,
        keep="next",
    ),
    Style(
        "StatusLine",
        "Status Line",
        is_own=True,
        priority=1,
        size=9,
        line=11.6,
        colour=_QUIET,
        keep="next",
        tab=True,
        borders=rules(rule("top", "808080"), rule("bottom", "808080")),
    ),
    Style(
        "Title",
        "Title",
        following="Subtitle",
        priority=1,
        size=19,
        line=22,
        before=15,
        after=6,
        bold=True,
        colour=ACCENT,
        keep="both",
    ),
    Style("Subtitle", "Subtitle", following="BodyText", priority=1, size=9, line=11.75, after=1.5, colour=_QUIET),
    Style(
        "AsAtLine",
        "As-at Line",
        following="BodyText",
        is_own=True,
        priority=1,
        size=9,
        line=11.75,
        after=3,
        colour=_QUIET,
    ),
    # headings
    Style(
        "Heading1",
        "heading 1",
        following="BodyText",
        priority=2,
        size=13,
        line=15.6,
        before=12.5,
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
        line=13.2,
        before=9,
        after=3,
        colour=_INK,
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
        size=11,
        line=13.2,
        before=10,
        after=3,
    ),
    # text
    Style("BodyText", "Body Text", after=4.5),
    Style("Strong", "Strong", "DefaultParagraphFont", kind="character", bold=True),
    Style("Emphasis", "Emphasis", "DefaultParagraphFont", kind="character", text="<w:i/><w:iCs/>"),
    Style("ListBullet", "List Bullet", "BodyText", list_id=2, after=2.5),
    Style("ListNumber", "List Number", "BodyText", list_id=1, after=2.5),
    Style("Quote", "Quote", "BodyText", following="BriefAttribution", keep="lines", indent=(INDENT, 0, INDENT)),
    Style("BriefAttribution", "Brief Attribution", "Quote", "BodyText", is_own=True, size=9, line=12.3, colour=_QUIET),
    Style(
        "BriefAskHeading",
        "Brief Ask Heading",
        "Heading1",
        following="BriefAsk",
        is_own=True,
        before=11,
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
        line=13.2,
        before=9,
        after=3,
        colour=_INK,
        level=2,
    ),
    Style("BriefAsk", "Brief Ask", "BodyText", is_own=True, after=2.5, keep="lines", borders=_ASK, indent=_HANGING),
    Style(
        "BriefBoxHeading",
        "Brief Box Heading",
        "Heading1",
        following="BriefBox",
        is_own=True,
        before=11,
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
        line=13.2,
        before=9,
        after=3,
        colour=_INK,
        level=2,
    ),
    Style("BriefBox", "Brief Box", "BodyText", is_own=True, after=2.5, keep="lines", borders=_BOX, indent=_HANGING),
    # tables and figures
    Style("Caption", "caption", following="BodyText", priority=4, bold=True, before=4.5, after=2.5, keep="both"),
    Style(
        "SmallCaption", "Small Caption", "Caption", following="SmallPrint", is_own=True, priority=4, size=9, line=12.3
    ),
    Style("TableText", "Table Text", is_own=True, priority=4, size=10, line=13, before=2.6, after=2.6),
    Style("TableHeading", "Table Heading", "TableText", is_own=True, priority=4, bold=True),
    Style("TableSmall", "Table Small", "TableText", is_own=True, priority=4, size=9, line=11.5, before=1.4, after=1.4),
    Style("TableSmallHeading", "Table Small Heading", "TableSmall", is_own=True, priority=4, bold=True),
    Style("BriefTable", "Brief Table", "TableNormal", kind="table", is_own=True, priority=4, table=_BRIEF_TABLE),
    Style("BriefAskTable", "Brief Ask Table", "BriefTable", kind="table", is_own=True, priority=4, table=_ASK_TABLE),
    Style(
        "BriefFigure",
        "Brief Figure",
        following="BodyText",
        is_own=True,
        priority=4,
        after=8,
        line=12,
        is_line_exact=False,
        keep="lines",
    ),
    Style("BriefGap", "Brief Gap", is_own=True, priority=9, size=1, line=3),
    # small type
    Style("SourceTag", "Source Tag", is_own=True, priority=5, size=9, line=12.3, before=2, after=4.5, colour=_QUIET),
    Style(
        "SourceTagChar",
        "Source Tag Char",
        "DefaultParagraphFont",
        kind="character",
        is_own=True,
        priority=5,
        size=9,
        colour=_QUIET,
    ),
    Style("SmallPrint", "Small Print", is_own=True, priority=5, size=9, line=11.75, after=4.5),
    Style("SmallList", "Small List", "SmallPrint", is_own=True, priority=5, after=2.5),
    Style(
        "FootnoteText",
        "footnote text",
        priority=5,
        size=9,
        line=11.75,
        after=1.5,
        indent=(NOTE_INDENT, NOTE_INDENT, 0),
    ),
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
    Style("Header", "header", priority=6, size=9, line=11.75, tab=True, colour=_QUIET),
    Style("Footer", "footer", priority=6, size=9, line=11.75, tab=True, colour=_QUIET),
)

_DEFAULTS = f"""
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
  <w:kern w:val="2"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="304"{EXACT}/></w:pPr></w:pPrDefault></w:docDefaults>
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
