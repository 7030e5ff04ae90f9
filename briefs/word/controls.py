"""Content controls (`w:sdt`) and bookmarks around what is printed.

A unit is known in Word by the tag and the title of its control and by a hidden bookmark, of which every program keeps
at least one (ISO/IEC 29500-1, 17.5.2 and 17.13.6).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from briefs.model.document import Unit
from briefs.word.elements import Element, element, qn, run, value_of, w

UNCHECKED = "\u2610"
CHECKED = "\u2612"
_BOX_FONT = "MS Gothic"
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
    for name in ("tag", "alias"):
        found = control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}")
        if found is not None:
            return value_of(found)
    return ""
