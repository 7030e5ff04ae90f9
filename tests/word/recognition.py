"""Units and what readers fill in, recognized in a file that comes back from Word or LibreOffice."""

from __future__ import annotations

import re

from briefs.word.controls import control_name
from briefs.word.elements import Element, qn, value_of

_ENTRY_TAG = re.compile(r"(?:box|notes)\d+")
_ENTRY_KINDS = ("w:text", "w14:checkbox")
_UNIT_TAG = re.compile(r"u\d+")


def unit_tag(mark: Element) -> str:
    """The tag of the unit that a control or the start of a bookmark stands for; empty if it is not a unit's."""
    if mark.tag == qn("w:bookmarkStart"):
        name = value_of(mark, "name")
        return name[1:] if name.startswith("_") and _UNIT_TAG.fullmatch(name[1:]) else ""
    first = control_name(mark).partition(" ")[0]
    return first if _UNIT_TAG.fullmatch(first) else ""


def is_entry(control: Element) -> bool:
    """Whether a control is one that readers tick or fill in: what it holds is theirs, not wording of the brief.

    LibreOffice keeps no tags, so without one it is a control for text or a box to tick.
    """
    properties = control.find(qn("w:sdtPr"))
    tag = None if properties is None else properties.find(qn("w:tag"))
    if properties is None or tag is not None:
        return _ENTRY_TAG.fullmatch(value_of(tag)) is not None
    return any(properties.find(qn(kind)) is not None for kind in _ENTRY_KINDS)
