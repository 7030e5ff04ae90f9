"""What is taken from a reference document, freed of its editing history and of references to what is not taken."""

from __future__ import annotations

from briefs.word.elements import Element, qn

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
"""Ends of moves, comments, marks of the spelling checker, permissions, numbers of saves, words of an empty control."""
_CORE_PROPERTIES = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""The store that Word takes document properties for; a brief has those, and no other that a control is bound to."""

_OF_RUNS = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath"),
)
"""The order of the properties of a run in the schema (ISO/IEC 29500-1, A.1, EG_RPrBase)."""


def clean(root: Element) -> Element:
    """`root`, changed: tracked changes accepted; marks of editing, and references to what is not taken, removed."""
    _accept_changes(root)
    _drop_editing_marks(root)
    _sort_run_properties(root)
    return root


def _accept_changes(root: Element) -> None:
    """Accept the tracked changes within `root`: what they hold of names, dates and former text goes."""
    for element in list(root.iter()):
        local = _local(element)
        if local.endswith("Change") or local in _DELETED:
            _remove(element)
        elif local in _INSERTED:
            _unwrap(element)


def _drop_editing_marks(root: Element) -> None:
    """Remove marks of editing, and references to parts of the reference document that a brief does not have."""
    names = {qn(f"w:{name}") for name in _MARKS}
    for element in list(root.iter()):
        is_bound = element.tag == qn("w:dataBinding")
        is_elsewhere = is_bound and element.get(qn("w:storeItemID"), "").upper() != _CORE_PROPERTIES
        if element.tag in names or is_elsewhere:
            _remove(element)
            continue
        for name in list(element.attrib):
            if str(name).startswith(qn("w:rsid")):
                del element.attrib[name]


def _sort_run_properties(root: Element) -> None:
    """Put the properties of runs into the schema's order, in which LibreOffice does not write them everywhere."""
    places = {qn(f"w:{name}"): place for place, name in enumerate(_OF_RUNS)}
    for properties in root.iter(qn("w:rPr")):
        children = list(properties)
        ordered = sorted(children, key=lambda child: places.get(str(child.tag), len(places)))
        if ordered != children:
            properties[:] = ordered


def _local(element: Element) -> str:
    """The name of an element of the main namespace; empty for any other, and for comments."""
    prefix = qn("w:p")[:-1]
    return str(element.tag).removeprefix(prefix) if str(element.tag).startswith(prefix) else ""


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Put the children of `element` in its place; an empty one marks the paragraph or row it stands in as new."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
