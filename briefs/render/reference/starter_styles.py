"""The starter's styles, as a table: what each is for, what it is based on, and how it differs from that.

Lengths are those of the print style sheet: lines have exact heights, letters are kerned, and between paragraphs both it
and Word have the larger of the two spaces. This table is the only source of the styles: the file that a designer gets
is made from it, and what a designer's file lacks is taken from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefs.render.reference.starter_boxes import ASK, ASK_TABLE, BOX, BOX_INDENT, ROOM, ROOM_PADDING, TABLE
from briefs.render.reference.starter_measures import (
    ACCENT,
    FONT,
    INDENT,
    INK,
    NOTE_INDENT,
    QUIET,
    ROOM_LINE,
    TEXT_LINE,
    TEXT_SIZE,
)
from briefs.render.reference.starter_style import EXACT, StarterStyle, rule, rules
from briefs.word.elements import Element, parse


def _box_styles(name: str, borders: str) -> tuple[StarterStyle, ...]:
    """The styles of one kind of box: its heading, the headings below that, and its text."""
    ident, shown = f"Brief{name}", f"Brief {name}"
    inside: Any = {"is_own": True, "borders": borders, "indent": BOX_INDENT}
    return (
        StarterStyle(f"{ident}Heading", f"{shown} Heading", "Heading1", following=ident, before=11, **inside),
        StarterStyle(
            f"{ident}Subheading",
            f"{shown} Subheading",
            f"{ident}Heading",
            following=ident,
            is_own=True,
            size=11,
            line=13.2,
            before=9,
            after=3,
            colour=INK,
            level=2,
        ),
        StarterStyle(ident, shown, "BodyText", after=2.5, keep="lines", **inside),
    )


STYLES = (
    # masthead
    StarterStyle(
        "BriefLogo",
        "Brief Logo",
        following="BriefMasthead",
        is_own=True,
        priority=1,
        size=1,  # a line is as high as the picture, and a little more for letters
        line=12,
        is_line_exact=False,
        after=5,
        keep="next",
    ),
    StarterStyle(
        "BriefMasthead",
        "Brief Masthead",
        is_own=True,
        priority=1,
        size=12,
        line=15.5,
        colour=INK,
        keep="next",
        tab=True,
        borders=rules(rule("top", ACCENT, size=24, space=5)),
    ),
    StarterStyle(
        "BriefSeries",
        "Brief Series",
        "DefaultParagraphFont",
        kind="character",
        is_own=True,
        priority=1,
        bold=True,
        colour=ACCENT,
    ),
    StarterStyle(
        "BriefIdentity",
        "Brief Identity",
        is_own=True,
        priority=1,
        size=9,
        line=11.6,
        before=1,
        after=5,
        colour=QUIET,
        keep="next",
    ),
    StarterStyle(
        "StatusLine",
        "Status Line",
        is_own=True,
        priority=1,
        size=9,
        line=11.6,
        colour=QUIET,
        keep="next",
        tab=True,
        borders=rules(rule("top", "808080"), rule("bottom", "808080")),
    ),
    StarterStyle(
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
    StarterStyle("Subtitle", "Subtitle", following="BodyText", priority=1, size=9, line=11.75, after=3, colour=QUIET),
    # headings
    StarterStyle(
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
    StarterStyle(
        "Heading2",
        "heading 2",
        "Heading1",
        following="BodyText",
        priority=2,
        size=11,
        line=13.2,
        before=9,
        after=3,
        colour=INK,
        level=2,
    ),
    StarterStyle("Heading3", "heading 3", "Heading2", following="BodyText", priority=2, bold=False, level=3),
    StarterStyle(
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
    StarterStyle("BodyText", "Body Text", after=4.5),
    StarterStyle("Strong", "Strong", "DefaultParagraphFont", kind="character", bold=True),
    StarterStyle("Emphasis", "Emphasis", "DefaultParagraphFont", kind="character", text="<w:i/><w:iCs/>"),
    StarterStyle("ListBullet", "List Bullet", "BodyText", list_id=2, after=2.5),
    StarterStyle("ListNumber", "List Number", "BodyText", list_id=1, after=2.5),
    StarterStyle("Quote", "Quote", "BodyText", following="BriefAttribution", keep="lines", indent=(INDENT, 0, INDENT)),
    StarterStyle(
        "BriefAttribution", "Brief Attribution", "Quote", "BodyText", is_own=True, size=9, line=12.3, colour=QUIET
    ),
    StarterStyle(
        "BriefNotes",
        "Brief Notes",
        "BodyText",
        is_own=True,
        line=ROOM_LINE,
        before=3,
        after=5,
        keep="lines",
        borders=ROOM,
        indent=(ROOM_PADDING, 0, ROOM_PADDING),
    ),
    *_box_styles("Ask", ASK),
    *_box_styles("Box", BOX),
    # tables and figures
    StarterStyle("Caption", "caption", following="BodyText", priority=4, bold=True, before=4.5, after=2.5, keep="both"),
    StarterStyle(
        "SmallCaption", "Small Caption", "Caption", following="SmallPrint", is_own=True, priority=4, size=9, line=12.3
    ),
    StarterStyle("TableText", "Table Text", is_own=True, priority=4, size=10, line=13, before=2.6, after=2.6),
    StarterStyle("TableHeading", "Table Heading", "TableText", is_own=True, priority=4, bold=True),
    StarterStyle(
        "TableSmall", "Table Small", "TableText", is_own=True, priority=4, size=9, line=11.5, before=1.4, after=1.4
    ),
    StarterStyle("TableSmallHeading", "Table Small Heading", "TableSmall", is_own=True, priority=4, bold=True),
    StarterStyle("BriefTable", "Brief Table", "TableNormal", kind="table", is_own=True, priority=4, table=TABLE),
    StarterStyle(
        "BriefAskTable", "Brief Ask Table", "BriefTable", kind="table", is_own=True, priority=4, table=ASK_TABLE
    ),
    StarterStyle(
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
    StarterStyle("BriefGap", "Brief Gap", is_own=True, priority=9, size=1, line=3),
    # small type
    StarterStyle(
        "SourceTag", "Source Tag", is_own=True, priority=5, size=9, line=12.3, before=2, after=4.5, colour=QUIET
    ),
    StarterStyle(
        "SourceTagChar",
        "Source Tag Char",
        "DefaultParagraphFont",
        kind="character",
        is_own=True,
        priority=5,
        size=9,
        colour=QUIET,
    ),
    StarterStyle("SmallPrint", "Small Print", is_own=True, priority=5, size=9, line=11.75, after=4.5),
    StarterStyle("SmallList", "Small List", "SmallPrint", is_own=True, priority=5, after=2.5),
    StarterStyle(
        "FootnoteText",
        "footnote text",
        priority=5,
        size=9,
        line=11.75,
        after=1.5,
        indent=(NOTE_INDENT, NOTE_INDENT, 0),
    ),
    StarterStyle(
        "FootnoteReference",
        "footnote reference",
        "DefaultParagraphFont",
        kind="character",
        priority=5,
        text='<w:vertAlign w:val="superscript"/>',
    ),
    StarterStyle(
        "Hyperlink",
        "Hyperlink",
        "DefaultParagraphFont",
        kind="character",
        priority=5,
        colour=ACCENT,
        text='<w:u w:val="single"/>',
    ),
    # header and footer
    StarterStyle("Header", "header", priority=6, size=9, line=11.75, tab=True, colour=QUIET),
    StarterStyle("Footer", "footer", priority=6, size=9, line=11.75, tab=True, colour=QUIET),
)

_BY_ID = {style.id: style for style in STYLES}

_SIZE = f'<w:sz w:val="{round(TEXT_SIZE * 2)}"/><w:szCs w:val="{round(TEXT_SIZE * 2)}"/>'
_DEFAULTS = f"""
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
  <w:kern w:val="2"/>{_SIZE}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="{round(TEXT_LINE * 20)}"{EXACT}/></w:pPr>
  </w:pPrDefault></w:docDefaults>
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


def default_styles() -> list[Element]:
    """Children of the starter's `w:styles` that come before its own: document defaults, and Word's default styles."""
    return list(parse(_DEFAULTS))


def starter_styles() -> list[Element]:
    """All children of the starter's `w:styles`."""
    return [*default_styles(), *(style.element() for style in STYLES)]


def own_ancestry(style: StarterStyle) -> Iterator[StarterStyle]:
    """A style of the starter and those that it is based on there, nearest first; Word's default styles are not among
    them."""
    found: StarterStyle | None = style
    while found is not None:
        yield found
        found = _BY_ID.get(found.based_on)
