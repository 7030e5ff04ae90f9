"""Content controls (`w:sdt`) and bookmarks around what is printed.

A unit is known in Word by the tag and the title of its control and by a hidden bookmark, of which every program keeps
at least one (ISO/IEC 29500-1, 17.5.2 and 17.13.6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from briefs.model.document import Unit
from briefs.word.elements import Element, element, qn, run, value_of, w

UNCHECKED = "\u2610"
CHECKED = "\u2612"
ROOM_STYLE = "BriefNotes"
"""The style of a paragraph to write in, by which it is known where a program keeps no controls."""
_BOX_FONT = "MS Gothic"
_UNIT = re.compile(r"u\d+\b")
_BOOKMARK = re.compile(r"_(u\d+)(?:_Copy_\d+)?")
"""LibreOffice renames the copy of a bookmark, which it takes a footnote's to be that is called in a control."""
_ROOM = re.compile(r"notes\d+")
_TITLE_LENGTH = 64
"""The most characters that Word allows in the title of a control."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Numbers that must be unique in a Word document; the parts of a package share them."""

    controls: count[int] = field(default_factory=lambda: count(1))
    bookmarks: count[int] = field(default_factory=lambda: count(1))
    drawings: count[int] = field(default_factory=lambda: count(1))
    revisions: count[int] = field(default_factory=lambda: count(1))


def bookmark(name: str, content: list[Element], ids: Ids) -> list[Element]:
    """`content` within a bookmark; one whose name begins with `_` is hidden."""
    number = next(ids.bookmarks)
    return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def unit_bookmark_name(unit: Unit) -> str:
    """The name of the hidden bookmark of a unit."""
    return f"_{unit.tag}"


def unit_bookmark(unit: Unit | None, content: list[Element], ids: Ids) -> list[Element]:
    """`content` within the hidden bookmark of its unit, which is kept when LibreOffice saves the file."""
    return content if unit is None else bookmark(unit_bookmark_name(unit), content, ids)


def unit_control(unit: Unit | None, content: list[Element], ids: Ids) -> list[Element]:
    """`content` (paragraphs or one row) within the control of its unit.

    The control has the tag of the unit, and its title begins with it. A unit that prints the report's own words cannot
    be deleted. Its content is not locked, since Word refuses tracked changes inside a content lock. A control around
    paragraphs is marked as a building block, as Word does for content from its galleries: LibreOffice treats any other
    as a control within the paragraph, and so loses bold type and the words before a note.
    """
    if unit is None:
        return content
    is_row = content[0].tag == qn("w:tr")
    properties = w(
        "sdtPr",
        w("alias", val=_title(" ".join((unit.tag, *unit.blocks[:1])))),
        w("tag", val=unit.tag),
        w("id", val=next(ids.controls)),
        w("lock", val="sdtLocked") if unit.verbatim else None,
        None if is_row else w("docPartObj", w("docPartGallery", val="Quick Parts")),
    )
    return [w("sdt", properties, w("sdtContent", *content))]


def checkbox(label: str, ids: Ids) -> Element:
    """An empty box that can be ticked in Word ([MS-DOCX] 2.6.1.8); `label` is its title."""
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
        w("alias", val=_title(label)),
        w("tag", val=f"box{number}"),
        w("id", val=number),
        state,
    )
    box = run(UNCHECKED, w("rPr", w("rFonts", hint="eastAsia", **fonts)))
    return w("sdt", properties, w("sdtContent", box))


def text_area(label: str, lines: int, ids: Ids) -> Element:
    """A control for plain text of several lines, empty, `lines` lines high; `label` is its title.

    It holds a space, since Word would print a prompt in a control that holds nothing.
    """
    number = next(ids.controls)
    properties = w(
        "sdtPr",
        w("alias", val=_title(label)),
        w("tag", val=f"notes{number}"),
        w("id", val=number),
        w("lock", val="sdtLocked"),
        w("text", multiLine=1),
    )
    return w("sdt", properties, w("sdtContent", run("\u00a0" + "\n" * (lines - 1))))


def text_control(tag: str, words: str, number: int) -> Element:
    """A control for plain text that holds `words`; `tag` is its title too."""
    properties = w("sdtPr", w("alias", val=tag), w("tag", val=tag), w("id", val=number), w("text"))
    return w("sdt", properties, w("sdtContent", run(words)))


def _title(words: str) -> str:
    return words[:_TITLE_LENGTH]


def control_name(control: Element) -> str:
    """The tag of a control, or else its title, which LibreOffice keeps; empty if it has neither."""
    return next(iter(control_names(control)), "")


def control_names(control: Element) -> list[str]:
    """The tag of a control, and then its title, which LibreOffice keeps; what it does not have is left out."""
    found = (control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}") for name in ("tag", "alias"))
    return [value_of(one) for one in found if one is not None]


def unit_of_control(control: Element) -> str:
    """The tag of the unit that a control is around, from its own tag or else its title; empty if it is not a unit's."""
    return next((found[0] for name in control_names(control) if (found := _UNIT.match(name))), "")


def unit_of_bookmark(start: Element) -> str:
    """The tag of the unit whose hidden bookmark starts here; empty if it is another bookmark."""
    found = _BOOKMARK.fullmatch(value_of(start, "name"))
    return "" if found is None else found[1]


def is_box(properties: Element) -> bool:
    """Whether a control with these properties (`w:sdtPr`) is a box to tick."""
    return properties.find(qn("w14:checkbox")) is not None


def is_ticked(properties: Element) -> bool:
    """Whether the box with these properties is ticked, as they say."""
    checked = properties.find(f"{qn('w14:checkbox')}/{qn('w14:checked')}")
    return checked is not None and checked.get(qn("w14:val"), "1") in ("1", "true", "on")


def is_room(properties: Element) -> bool:
    """Whether a control with these properties is room to write in: LibreOffice keeps no tag, only the kind."""
    tag, text = properties.find(qn("w:tag")), properties.find(qn("w:text"))
    if tag is not None and (_ROOM.fullmatch(value_of(tag)) or _UNIT.match(value_of(tag))):
        return _ROOM.fullmatch(value_of(tag)) is not None
    return text is not None and value_of(text, "multiLine") in ("1", "true", "on")
