"""What briefs take of parts that others wrote: an allowlist of elements, and attributes that lead nowhere.

What is not in it could run, load something, or bring along what nobody sees (ISO/IEC 29500-1, 17.16 to 17.19). All
elements are listed by part: properties in styles and lists, and what headers and footers print.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Literal, TypeAlias

from lxml import etree

from briefs.word.cleaning import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, TABLE_PROPERTIES
from briefs.word.elements import NAMESPACES, Element, local_name, qn

PartKind: TypeAlias = Literal["styles", "numbering", "section", "header", "theme", "fonts"]

_OFFICE = "http://schemas.microsoft.com/office"
_W, _R, _MC = (NAMESPACES[prefix] for prefix in ("w", "r", "mc"))
_VML, _VML_OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_A = NAMESPACES["a"]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BORDERS = _names("top left start bottom right end insideH insideV between bar tl2br tr2bl")
_PROPERTIES = (
    frozenset((*PARAGRAPH_PROPERTIES, *RUN_PROPERTIES, *TABLE_PROPERTIES))
    | _BORDERS
    | _names("pPr rPr tblPr trPr tcPr tab ilvl numId")
    | _names("tblCellMar tcMar tblStylePr cnfStyle gridBefore gridAfter wBefore wAfter cantSplit trHeight")
    | _names("tblHeader hidden tcW gridSpan hMerge vMerge tcBorders noWrap tcFitText vAlign hideMark")
    | _names("tblPrEx tblW divId headers")
)
_STYLES = _PROPERTIES | _names(
    "styles docDefaults rPrDefault pPrDefault latentStyles lsdException style name aliases basedOn next "
    "link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply"
)
_NUMBERING = _PROPERTIES | _names(
    "numbering abstractNum multiLevelType name styleLink numStyleLink nsid tmpl lvl start numFmt "
    "lvlRestart pStyle isLgl suff lvlText legacy lvlJc num abstractNumId lvlOverride startOverride "
    "numIdMacAtCleanup numPicBullet lvlPicBulletId pict"
)
_SECTION = _BORDERS | _names(
    "sectPr pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols col formProt vAlign noEndnote titlePg "
    "textDirection bidi rtlGutter docGrid footnotePr endnotePr pos numFmt numStart numRestart"
)
_HEADER = _PROPERTIES | _names(
    "hdr ftr p r t tab ptab br cr sym noBreakHyphen softHyphen pgNum fldChar instrText fldSimple drawing "
    "pict dayLong dayShort monthLong monthShort yearLong yearShort sdt sdtPr sdtContent sdtEndPr alias "
    "tag id lock temporary text richText picture date dateFormat lid storeMappedDataAs calendar "
    "dropDownList comboBox listItem group equation docPartObj docPartList docPartGallery docPartCategory "
    "docPartUnique dataBinding label tabIndex tbl tblGrid gridCol tr tc bookmarkStart bookmarkEnd "
    "lastRenderedPageBreak ruby rubyPr rubyAlign hps hpsRaise hpsBaseText rt rubyBase dir bdo txbxContent"
)
_FONTS = _names(
    "fonts font altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic"
)
_ELEMENTS: dict[PartKind, frozenset[str]] = {
    "styles": _STYLES,
    "numbering": _NUMBERING,
    "section": _SECTION,
    "header": _HEADER,
    "theme": frozenset(),
    "fonts": _FONTS,
}
_WORD = frozenset(
    (
        f"{_OFFICE}/word/2010/wordml",
        f"{_OFFICE}/word/2012/wordml",
        f"{_OFFICE}/word/2015/wordml/symex",
        f"{_OFFICE}/word/2016/wordml/cid",
        f"{_OFFICE}/word/2018/wordml",
        f"{_OFFICE}/word/2018/wordml/cex",
    )
)
"""Additions of later editions of Word to properties."""
_DRAWN = frozenset(
    (
        *(NAMESPACES[prefix] for prefix in ("wp", "a", "pic")),
        "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
        f"{_OFFICE}/word/2010/wordprocessingDrawing",
        f"{_OFFICE}/word/2010/wordprocessingShape",
        f"{_OFFICE}/word/2010/wordprocessingGroup",
        f"{_OFFICE}/word/2010/wordprocessingCanvas",
        f"{_OFFICE}/drawing/2010/main",
        f"{_OFFICE}/drawing/2014/main",
        f"{_OFFICE}/drawing/2016/SVG/main",
        f"{_OFFICE}/drawing/2017/decorative",
    )
)
"""Drawings, and additions to them."""
_THEMES = frozenset((_A, f"{_OFFICE}/thememl/2012/main"))
_IN_VML = _names(
    "shape shapetype rect oval line roundrect polyline curve arc group image imagedata fill stroke path "
    "formulas f handles h textbox textpath shadow background"
)
_IN_OFFICE = _names("lock extrusion callout skew idmap complex left top right bottom column fill")
_IN_FRAME = _names("wrap anchorlock bordertop borderleft borderright borderbottom")
_NEVER = _names(
    "hlinkClick hlinkHover hlinkMouseOver videoFile audioFile audioCd wavAudioFile quickTimeFile snd "
    "contentPart dataBinding webExtensionLinked webExtensionCreated webVideoPr"
)
"""What no addition may have, and no drawing: links, films, sounds, data of other files."""
_ATTRIBUTES = frozenset((_W, _MC, "http://www.w3.org/XML/1998/namespace", *_WORD, *_DRAWN, *_THEMES, _VML_OFFICE, ""))
"""The namespaces of attributes that may stay; those of relationships stay in headers and lists of fonts."""
_NO_ATTRIBUTES = _names(
    "href src target gfxdata althref relid button ole oleicon equationxml macro textlink embeddedHtml"
)
"""Attributes that lead out of the file, or hold what nobody sees: a picture of a drawing for other programs."""
_ADDRESS = re.compile(r"\w:/|//|\\\\|^\s*(?:javascript|vbscript|data|mailto|file):", re.IGNORECASE)
"""What addresses and paths have in them, and no name, number or measure."""
_VOCABULARY = re.compile(r"http://schemas\.(?:openxmlformats\.org|microsoft\.com)/[\w/.-]{1,100}")
"""The names by which drawings say what kind they are (20.1.2.2.17)."""
_WITH_TEXT = _names("t instrText posOffset align pctWidth pctHeight pctPosHOffset pctPosVOffset")
"""The elements of a header that hold text (17.3.3.31, 17.16.23, 20.4.2)."""
_TEXT: Any = etree._Element.text
"""The text of an element itself; python-docx calls the words of all runs of a paragraph so."""
_ALL_SIDES = ("tblBorders", "tcBorders", "tblCellMar", "tcMar")
_STOPS = 64
"""How many tab stops a paragraph may have in Word."""
_ONCE = dict.fromkeys(
    (*PARAGRAPH_PROPERTIES, *RUN_PROPERTIES, *TABLE_PROPERTIES, "pPr", "rPr", "tblPr", "tblCellMar"), 1
)
_NAMED = dict.fromkeys(("name", "aliases", "basedOn", "next", "link", "pPr", "rPr", "tblPr", "trPr", "tcPr"), 1)
_MOST: dict[str, dict[str, int]] = {
    **dict.fromkeys(("pPr", "rPr", "tblPr"), _ONCE),
    **dict.fromkeys(("style", "lvl"), _NAMED),
    **dict.fromkeys(("rPrDefault", "pPrDefault", "docDefaults"), _ONCE | {"rPrDefault": 1, "pPrDefault": 1}),
    **{name: {} for name in ("abstractNum", "tblStylePr", "tcPr", "trPr", "pBdr", *_ALL_SIDES)},
    "tabs": {"tab": _STOPS},
}
"""How many of an element there may be, by what they are in: those of which one counts, and stops, of which all do."""
_PROPERTIES_AT_MOST = 200
"""How many elements of all kinds there may be in these."""
_WORDS = {
    "altChunk": "the text of another file",
    "subDoc": "another document",
    "control": "a control that runs",
    "object": "an object of another program",
    "OLEObject": "an object of another program",
    "instrText": "the code of a field",
    "movie": "a film",
    "contentPart": "ink",
    "ffData": "a form",
    "chart": "a chart",
}


def keep_known(root: Element, kind: PartKind) -> list[str]:
    """Remove from a part that is cleaned what briefs do not take; returns what that was, in words, each once.

    Comments go without a word. What stands around words without adding any, such as smart tags, must be unwrapped
    before.
    """
    found: dict[str, None] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        _keep_attributes(element, kind)
        _keep_text(element, kind)
        surplus: list[Element] = []
        for child in element:
            if isinstance(child.tag, str) and _is_known(child, element, kind):
                waiting.append(child)
                continue
            if isinstance(child.tag, str):
                found[_said(child)] = None
            surplus.append(child)
        for child in surplus:
            element.remove(child)
    return list(found)


def drop_surplus(root: Element) -> list[str]:
    """Remove, from the properties in a part, elements of which there are more than may be; returns their names in
    words. The first count, as they do for whoever looks for one.

    This comes before cleaning: sorting thousands takes long.
    """
    found: dict[str, None] = {}
    for parent in root.iter(*(qn(f"w:{name}") for name in _MOST)):
        most = _MOST[local_name(parent)]
        there: Counter[object] = Counter()
        surplus: list[Element] = []
        for number, child in enumerate(parent):
            there[child.tag] += 1
            if number >= _PROPERTIES_AT_MOST or there[child.tag] > most.get(local_name(child), _PROPERTIES_AT_MOST):
                surplus.append(child)
        for child in surplus:
            found[f'more of an element than there may be ("{local_name(child)}")'] = None
            parent.remove(child)
    return list(found)


def _is_known(element: Element, parent: Element, kind: PartKind) -> bool:
    namespace, _, name = str(element.tag)[1:].partition("}")
    if namespace == _W:
        if name in ("drawing", "pict") and kind == "header":
            return parent.tag in (qn("w:r"), qn("mc:Choice"), qn("mc:Fallback"))
        return name in _ELEMENTS[kind]
    if name in _NEVER:
        return False
    if kind == "theme":
        return namespace in _THEMES
    if namespace in _WORD or namespace == _MC:
        return kind != "fonts"
    if kind not in ("header", "numbering"):
        return False
    if namespace == _VML:
        return name in _IN_VML
    if namespace == _VML_OFFICE:
        return name in _IN_OFFICE
    if namespace == "urn:schemas-microsoft-com:office:word":
        return name in _IN_FRAME
    return namespace in _DRAWN


def _keep_attributes(element: Element, kind: PartKind) -> None:
    for key in list(element.attrib):
        namespace, name = str(key)[1:].split("}") if str(key).startswith("{") else ("", str(key))
        is_reference = namespace == _R and kind in ("header", "fonts") and name in ("embed", "id", "pict")
        is_kept = is_reference or (namespace in _ATTRIBUTES and name not in _NO_ATTRIBUTES)
        is_title = (namespace, name) == (_VML_OFFICE, "title")  # the name of a file, and often where it was
        is_kept = is_kept and not _is_address(name, str(element.attrib[key]))
        if not is_kept or is_title or (not namespace and name.lower().startswith("on")):
            del element.attrib[key]


def _keep_text(element: Element, kind: PartKind) -> None:
    """Drop text where none may be; white space between elements stays, as it is."""
    may_be = kind == "header" and local_name(element) in _WITH_TEXT
    if not may_be and (_TEXT.__get__(element) or "").strip():
        _TEXT.__set__(element, None)
    if (element.tail or "").strip():
        element.tail = None


def _is_address(name: str, value: str) -> bool:
    """Whether the value of an attribute leads somewhere: names of vocabularies do not, nor does what is read aloud."""
    if name == "descr" or (name == "uri" and _VOCABULARY.fullmatch(value)):
        return False
    return bool(_ADDRESS.search(value))


def _said(element: Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    return _WORDS.get(name, f'an element that briefs do not have ("{name[:40]}")')
