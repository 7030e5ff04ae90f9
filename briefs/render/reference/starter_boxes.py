"""Boxes and tables of the starter: their borders and backgrounds, as markup."""

from __future__ import annotations

from briefs.render.reference.starter_measures import ACCENT, INDENT, INK, LINE, PADDING, TINT
from briefs.render.reference.starter_style import rule, rules

_SIDES = ("top", "left", "bottom", "right")


def _box(looks: dict[str, tuple[str, int]]) -> str:
    spaces = {"top": 7, "bottom": 7}
    sides = (rule(side, colour, size, space=spaces.get(side, 9)) for side, (colour, size) in looks.items())
    return f'{rules(*sides)}<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'


ASK = _box(dict.fromkeys(_SIDES, (ACCENT, 8)))
"""A decision box: a rule all around it."""
BOX = _box(dict.fromkeys(_SIDES, (TINT, 4)) | {"top": (ACCENT, 8)})
"""A plain box: a rule above it."""
BOX_INDENT = (INDENT + PADDING, INDENT, PADDING)
"""Indents of a box: Word joins its paragraphs into one box when their borders and their indents are the same."""

ROOM_PADDING = 80
"""4 pt in twips: the room between the frame around notes, whose sides stand at the measure, and their text."""
ROOM = rules(*(rule(side, LINE, space=4 if side in ("left", "right") else 0) for side in _SIDES))
"""Room for notes: a frame."""

_FIRST_ROW = f"""<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="{ACCENT}"/></w:rPr><w:tblPr/><w:tcPr>
<w:tcBorders>{rule("top", INK, space=0)}{rule("bottom", INK, space=0)}</w:tcBorders></w:tcPr></w:tblStylePr>"""
TABLE = f"""<w:tblPr><w:tblBorders>{rule("top", INK, space=0)}{rule("bottom", LINE, space=0)}
{rule("insideH", LINE, space=0)}</w:tblBorders>
<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>{_FIRST_ROW}"""
"""A table: rules above, below and between its rows."""

ASK_TABLE = f"""<w:tblPr><w:tblBorders><w:top w:val="nil"/>{rule("left", ACCENT, 8, 0)}
{rule("bottom", ACCENT, 8, 0)}{rule("right", ACCENT, 8, 0)}{rule("insideH", LINE, space=0)}</w:tblBorders>
<w:tblCellMar><w:left w:w="{PADDING}" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>{_FIRST_ROW}"""
"""The lower part of a decision box in a draft: a table with columns for the answer."""
