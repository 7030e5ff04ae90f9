"""Figures: SVG for Word 2016 and later, and a picture in pixels for everything else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Figure
from briefs.word.controls import Ids
from briefs.word.elements import NAMESPACES, Element, element, qn, w

Rasterize: TypeAlias = Callable[[str], bytes]
"""From the source of an SVG picture to a PNG of it."""

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_EMU_PER_TWIP = 635
_EMU = {"": 9525, "px": 9525, "pt": 12700, "mm": 36000, "cm": 360000, "in": 914400}
"""English metric units in the units of length of SVG (CSS Values 3, 6.2)."""
_LENGTH = re.compile(r"\s*(\d*\.?\d+)(px|pt|mm|cm|in|)\s*")


def no_rasterizer(svg: str) -> bytes:
    """Stands where no rasterizer was given."""
    raise BriefsError(
        "a figure needs a picture in pixels beside the SVG, and there is nothing to make it with",
        "leave the figure out, or build without Word files",
    )


def picture(content: Figure, svg_id: str, png_id: str, width: int, ids: Ids) -> Element:
    """A run with the picture, never wider than `width` (twips); the two ids are relationships of the part."""
    number = next(ids.drawings)
    across, down = _size(content.drawings[0].svg, width * _EMU_PER_TWIP)
    size = {"cx": str(across), "cy": str(down)}
    name = {"id": str(number), "name": f"Figure {number}", "descr": content.alternative}
    vector = etree.Element(f"{{{_SVG}}}svgBlip", {qn("r:embed"): svg_id}, {"asvg": _SVG})
    blip = element(
        "a:blip",
        {"r:embed": png_id},
        element("a:extLst", {}, element("a:ext", {"uri": _SVG_EXTENSION}, vector)),
    )
    graphic = element(
        "pic:pic",
        {},
        element("pic:nvPicPr", {}, element("pic:cNvPr", name), element("pic:cNvPicPr", {})),
        element("pic:blipFill", {}, blip, element("a:stretch", {}, element("a:fillRect", {}))),
        element(
            "pic:spPr",
            {},
            element("a:xfrm", {}, element("a:off", {"x": "0", "y": "0"}), element("a:ext", size)),
            element("a:prstGeom", {"prst": "rect"}, element("a:avLst", {})),
        ),
    )
    inline = element(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        element("wp:extent", size),
        element("wp:docPr", name),
        element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["pic"]}, graphic)),
    )
    return w("r", w("drawing", inline))


def _size(svg: str, limit: int) -> tuple[int, int]:
    """Width and height of a picture in EMU: as it says itself, or as its view box does, reduced to `limit`."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    found = [float(length[1]) * _EMU[length[2]] for length in lengths if length]
    if len(found) < 2:
        box = root.get("viewBox", "0 0 300 150").replace(",", " ").split()
        found = [float(side) * _EMU[""] for side in box[2:4]]
    scale = min(1.0, limit / found[0])
    return round(found[0] * scale), round(found[1] * scale)
