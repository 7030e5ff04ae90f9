"""Where pictures and shapes in headers and footers stand on the page, as far as a file says so: DrawingML and VML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefs.word.elements import Element, qn
from briefs.word.measures import twips

_EMU = 635
"""EMU in a twip."""
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4, "pc": 240.0, "px": 15.0, "": 1 / _EMU}
"""Twips in a unit of VML; lengths without a unit are EMU in Word."""
_LENGTH = re.compile(r"\s*([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)\s*(pt|in|cm|mm|pc|px)?\s*")
_INLINE_SHARE = 0.2
"""A picture in the line that is higher than this part of the text takes its room away."""
_WORDS = 280
"""The height, in twips, of the line of a header or footer that has the brief's words."""
_HALF = 0.5
"""The part of this line that art may lie over: words may stand beside a logo, but not on a band of colour."""
_WRAPS = {"wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom", "wrap"}
_OVERLAP = 0.01
"""The part of the text's area that art may lie over: a logo may reach a little below the margin."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, in twips from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def overlap(self, other: Area) -> float:
        """The area that two rectangles share."""
        width = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        height = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


class HeaderPage:
    """The page of a section (`w:sectPr`) that has a size and margins, and the place of `kind`, header or footer.

    A header without a running line, as that of the first page, is not `worded`.
    """

    def __init__(self, section: Element, kind: str, worded: bool = True) -> None:
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        assert size is not None
        assert margins is not None
        self.width, self.height = twips(size, "w"), twips(size, "h")
        self.left, self.right = twips(margins, "left"), twips(margins, "right")
        self.top, self.bottom = abs(twips(margins, "top")), abs(twips(margins, "bottom"))
        self.line = twips(margins, "header") if kind == "header" else self.height - self.bottom
        self.text = Area(self.left, self.top, self.width - self.left - self.right, self.height - self.top - self.bottom)

        above = self.height - twips(margins, "footer") - _WORDS if kind == "footer" else self.line
        self.words = Area(self.left, above, self.text.width, _WORDS) if worded else None

    def covers_text(self, art: Element) -> bool:
        """Whether a picture or shape lies over the text, or takes so much room that there is little for the text."""
        sides = _alternatives(art)
        return any(self._covers(each) for each in sides)

    def _covers(self, drawing: Element) -> bool:
        wraps = any(str(each.tag).rpartition("}")[2] in _WRAPS for each in drawing.iter())
        for inline in drawing.iter(qn("wp:inline")):
            return _extent(inline)[1] > self.text.height * _INLINE_SHARE
        area = next((self._anchored(anchor) for anchor in drawing.iter(qn("wp:anchor"))), None)
        if area is None:
            area = next((area for shape in drawing.iter() if (area := self._vml(shape)) is not None), None)
        if area is None:
            return False
        if self.words is not None and not wraps and area.overlap(self.words) > _HALF * self.text.width * _WORDS:
            return True
        return area.overlap(self.text) > _OVERLAP * self.text.width * self.text.height

    def _anchored(self, anchor: Element) -> Area:
        width, height = _extent(anchor)
        starts = []
        for axis, length in (("H", width), ("V", height)):
            position = anchor.find(qn(f"wp:position{axis}"))
            relative = "page" if position is None else position.get("relativeFrom", "page")
            offset = None if position is None else position.find(qn("wp:posOffset"))
            align = None if position is None else position.find(qn("wp:align"))
            start, room = self._frame(axis, relative)
            if offset is not None:
                starts.append(start + _number(offset.text) / _EMU)
            else:
                starts.append(start + _aligned("" if align is None else align.text or "", room - length))
        return Area(starts[0], starts[1], width, height)

    def _frame(self, axis: str, relative: str) -> tuple[float, float]:
        """Where that begins to which a position relates, and how long it is."""
        if axis == "H":
            return {
                "page": (0, self.width),
                "leftMargin": (0, self.left),
                "insideMargin": (0, self.left),
                "rightMargin": (self.width - self.right, self.right),
                "outsideMargin": (self.width - self.right, self.right),
            }.get(relative, (self.left, self.text.width))
        return {
            "page": (0, self.height),
            "margin": (self.top, self.text.height),
            "topMargin": (0, self.top),
            "bottomMargin": (self.height - self.bottom, self.bottom),
        }.get(relative, (self.line, 0))

    def _vml(self, shape: Element) -> Area | None:
        style = shape.get("style", "")
        if "urn:schemas-microsoft-com:vml" not in str(shape.tag) or "absolute" not in style:
            return None
        said = {key.strip(): value.strip() for key, _, value in (part.partition(":") for part in style.split(";"))}
        width, height = (_vml_length(said.get(name, "0")) for name in ("width", "height"))
        starts = []
        for axis, name, side, length in (("H", "horizontal", "left", width), ("V", "vertical", "top", height)):
            relative = said.get(f"mso-position-{name}-relative", "text")
            start, room = self._frame(axis, {"text": "column" if axis == "H" else "paragraph"}.get(relative, relative))
            align = said.get(f"mso-position-{name}", "absolute")
            offset = _vml_length(said.get(f"margin-{side}", said.get(side, "0")))
            starts.append(start + (offset if align == "absolute" else _aligned(align, room - length)))
        return Area(starts[0], starts[1], width, height)


def _alternatives(art: Element) -> list[Element]:
    """The forms of a picture: that for new programs, or else the only one."""
    choices = art.findall(qn("mc:Choice"))
    return choices or [art]


def _extent(placed: Element) -> tuple[float, float]:
    extent = placed.find(qn("wp:extent"))
    if extent is None:
        return 0, 0
    return _number(extent.get("cx")) / _EMU, _number(extent.get("cy")) / _EMU


def _number(text: str | None) -> float:
    found = _LENGTH.match(text or "")
    return float(found[1]) if found else 0


def _vml_length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0


def _aligned(align: str, room: float) -> float:
    return {"center": room / 2, "right": room, "bottom": room, "outside": room}.get(align.strip(), 0)
