"""What is taken from a reference document, freed of its editing history and of references to what is not taken."""

from __future__ import annotations

from briefs.render.docx.markup import Element, qn

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
    "placeholder",
    "showingPlcHdr",
)
"""Ends of moves, comments, marks of the spelling checker, permissions, and what a control shows while it is empty."""
_CORE_PROPERTIES = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
"""The store that Word takes document properties for; a brief has those, and no other that a control is bound to."""


def accept_changes(root: Element) -> None:
    """Accept the tracked changes within `root`: what they hold of names, dates and former text goes."""
    for element in list(root.iter()):
        local = _local(element)
        if local.endswith("Change") or local in _DELETED:
            _remove(element)
        elif local in _INSERTED:
            _unwrap(element)


def drop_editing_marks(root: Element) -> None:
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
