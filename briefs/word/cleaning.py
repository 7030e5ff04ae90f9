"""Removing from parts of a document its editing history, and references to parts that are not taken."""

from __future__ import annotations

import re

from briefs.word.elements import Element, local_name, qn, remove, unwrap

_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom", "cellDel")
_MARKS = (
    "moveFromRangeStart",
    "moveFromRangeEnd",
    "moveToRangeStart",
    "moveToRangeEnd",
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "annotationRef",
    "proofErr",
    "permStart",
    "permEnd",
    "rsid",
    "placeholder",
    "showingPlcHdr",
)
"""Ends of moves, comments, marks of the spelling checker, permissions, numbers of saves, prompts of empty controls."""
CORE_PROPERTIES = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""The id that Word gives to the document's properties: the only store that controls of our documents are bound to."""

RUN_PROPERTIES = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath"),
)
"""The order of the properties of a run in the schema (ISO/IEC 29500-1, A.1, EG_RPrBase)."""
PARAGRAPH_PROPERTIES = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The order of the properties of a paragraph (CT_PPr)."""
_STYLE = (
    *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
    *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr"),
    *("tblPr", "trPr", "tcPr", "tblStylePr"),
)
"""The order of what a style holds (CT_Style)."""
TABLE_PROPERTIES = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc"),
    *("tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption"),
    "tblDescription",
)
_CELL_PROPERTIES = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark"),
)
_SIDES = ("top", "start", "left", "bottom", "end", "right", "insideH", "insideV", "between", "bar", "tl2br", "tr2bl")
_LEVEL = (
    *("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy", "lvlJc"),
    *("pPr", "rPr"),
)
_ORDERS = {
    "rPr": RUN_PROPERTIES,
    "pPr": PARAGRAPH_PROPERTIES,
    "style": _STYLE,
    "tblStylePr": ("pPr", "rPr", "tblPr", "trPr", "tcPr"),
    "tblPr": TABLE_PROPERTIES,
    "tcPr": _CELL_PROPERTIES,
    "lvl": _LEVEL,
    "abstractNum": ("nsid", "multiLevelType", "tmpl", "name", "styleLink", "numStyleLink", "lvl"),
    **dict.fromkeys(("tblBorders", "tcBorders", "tblCellMar", "tcMar"), _SIDES),
    "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
}
_CODES = {"nsid": 8, "tmpl": 8}
"""How many hexadecimal digits marks have by which Word recognizes a list."""


def clean(root: Element) -> Element:
    """Clean `root` in place and return it.

    Tracked changes are accepted. Marks of editing, and references to parts that our documents do not have, are removed.
    """
    accept_changes(root)
    _remove_editing_marks(root)
    _sort(root)
    return root


def accept_changes(root: Element) -> None:
    """Accept the tracked changes within `root`, with which their names, dates and former text disappear."""
    for element in list(root.iter()):
        name = local_name(element)
        if name.endswith("Change") or name in _DELETED:
            remove(element)
        elif name in _INSERTED:
            unwrap(element)  # an empty one only marks its paragraph or row as inserted


def _remove_editing_marks(root: Element) -> None:
    """Remove marks of editing, and controls' bindings to anything but the document's properties."""
    names = {qn(f"w:{name}") for name in _MARKS}
    for element in list(root.iter()):
        is_bound = element.tag == qn("w:dataBinding")
        is_elsewhere = is_bound and element.get(qn("w:storeItemID"), "").upper() != CORE_PROPERTIES
        if element.tag in names or is_elsewhere:
            remove(element)
            continue
        for name in list(element.attrib):
            if str(name).startswith(qn("w:rsid")):
                del element.attrib[name]


def _sort(root: Element) -> None:
    """Put properties into the order of the schema, which other programs do not always follow.

    Text between them, which is none of anything, goes, and so do marks of lists that are none.
    """
    for name, order in _ORDERS.items():
        places = {qn(f"w:{one}"): place for place, one in enumerate(order)}
        for properties in root.iter(qn(f"w:{name}")):
            children = list(properties)
            properties.text = None
            for child in children:
                child.tail = None
            ordered = sorted(children, key=lambda child: places.get(str(child.tag), len(places)))
            if ordered != children:
                properties[:] = ordered
    for name, digits in _CODES.items():
        for mark in list(root.iter(qn(f"w:{name}"))):
            if not re.fullmatch(rf"[0-9A-Fa-f]{{{digits}}}", mark.get(qn("w:val"), "")):
                remove(mark)
