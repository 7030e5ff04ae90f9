"""Figures: SVG for Word 2016 and later, and a PNG picture for everything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.phrases import Phrases
from briefs.render.figures.figure_drawing import Drawing
from briefs.word.controls import Ids
from briefs.word.elements import NAMESPACES, Element, element, qn, w

Rasterize: TypeAlias = Callable[[Drawing], bytes]
"""Makes a PNG of a drawing."""

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_EMU_PER_TWIP = 635
_EMU_PER_POINT = 12700
"""English metric units (ECMA-376, 20.1.2.1)."""


def no_rasterizer(drawing: Drawing) -> bytes:
    """The default if no rasterizer is given: it raises BriefsError."""
    raise BriefsError(
        "a figure needs a picture in pixels beside the SVG, and there is nothing to make it with",
        "leave the figure out, or build without Word files",
    )


def picture(
    alternative: str, drawing: Drawing, svg_id: str, png_id: str, width: int, ids: Ids, phrases: Phrases
) -> Element:
    """A run with a drawing, never wider than `width` (twips); the two ids are relationships of the part."""
    number = next(ids.drawings)
    name = {"id": str(number), "name": phrases.figure.format(number=number), "descr": alternative}
    return inline_picture(name, drawing.width, drawing.height, svg_id, png_id, width)


def inline_picture(
    name: dict[str, str], picture_width: float, picture_height: float, svg_id: str, png_id: str, width: int
) -> Element:
    """A run with a picture of a size in points, never wider than `width` (twips).

    `name` are the attributes that name it; the two ids are relationships of the part, the first empty without an SVG.
    """
    scale = min(1.0, width * _EMU_PER_TWIP / (picture_width * _EMU_PER_POINT)) * _EMU_PER_POINT
    size = {"cx": str(round(picture_width * scale)), "cy": str(round(picture_height * scale))}
    blip = element("a:blip", {"r:embed": png_id})
    if svg_id:
        vector = etree.Element(f"{{{_SVG}}}svgBlip", {qn("r:embed"): svg_id}, {"asvg": _SVG})
        blip.append(element("a:extLst", {}, element("a:ext", {"uri": _SVG_EXTENSION}, vector)))
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
