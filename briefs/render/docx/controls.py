"""Content controls (`w:sdt`), hidden bookmarks, and the numbers that Word wants to be unique in a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from briefs.model.document import Unit
from briefs.word.elements import Element, element, qn, run, w

UNCHECKED = "\u2610"
CHECKED = "\u2612"
_BOX_FONT = "MS Gothic"
_TITLE_LENGTH = 64
"""What Word takes as the title of a control."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Running ids of one rendering; parts of a package share them."""

    controls: count[int] = field(default_factory=lambda: count(1))
    bookmarks: count[int] = field(default_factory=lambda: count(1))
    drawings: count[int] = field(default_factory=lambda: count(1))


def bookmark(name: str, content: list[Element], ids: Ids) -> list[Element]:
    """`content` within a bookmark; one whose name begins with `_` is hidden."""
    number = next(ids.bookmarks)
    return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def unit_bookmark(unit: Unit | None, content: list[Element], ids: Ids) -> list[Element]:
    """`content` within the hidden bookmark of its unit: what a save in LibreOffice keeps."""
    return content if unit is None else bookmark(f"_{unit.tag}", content, ids)


def unit_control(unit: Unit | None, content: list[Element], ids: Ids) -> list[Element]:
    """`content` (paragraphs or one row) within the control of its unit.

    The tag is the unit's, and the title starts with it. A unit that prints the report's own words cannot be
    deleted; its content is not locked, as Word refuses tracked changes inside a content lock. One round
    paragraphs is marked as a building block, as Word marks what is inserted from its galleries: LibreOffice takes
    any other for a control within the paragraph, and so loses bold type and the words before a note.
    """
    if unit is None:
        return content
    is_row = content[0].tag == qn("w:tr")
    title = " ".join((unit.tag, *unit.blocks[:1]))[:_TITLE_LENGTH]
    properties = w(
        "sdtPr",
        w("alias", val=title),
        w("tag", val=unit.tag),
        w("id", val=next(ids.controls)),
        w("lock", val="sdtLocked") if unit.verbatim else None,
        None if is_row else w("docPartObj", w("docPartGallery", val="Quick Parts")),
    )
    return [w("sdt", properties, w("sdtContent", *content))]


def checkbox(label: str, ids: Ids) -> Element:
    """A box that can be ticked in Word ([MS-DOCX] 2.6.1.8), empty; `label` is its title."""
    number = next(ids.controls)
    fonts = dict.fromkeys(("ascii", "eastAsia", "hAnsi"), _BOX_FONT)
    state = element(
        "w14:checkbox",
        {},
        element("w14:checked", {"w14:val": "0"}),
        element("w14:checkedState", {"w14:val": f"{ord(CHECKED):04X}", "w14:font": _BOX_FONT}),
        element("w14:uncheckedState", {"w14:val": f"{ord(UNCHECKED):04X}", "w14:font": _BOX_FONT}),
    )
    properties = w(
        "sdtPr",
        w("rPr", w("rFonts", **fonts)),
        w("alias", val=label[:_TITLE_LENGTH]),
        w("tag", val=f"box{number}"),
        w("id", val=number),
        state,
    )
    box = run(UNCHECKED, w("rPr", w("rFonts", hint="eastAsia", **fonts)))
    return w("sdt", properties, w("sdtContent", box))
