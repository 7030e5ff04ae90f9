"""The colours, type and size of pictures where no style sheet reaches them: in the PDF and in the Word file."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Content, Document, Figure
from briefs.render.layout import tint

_INK = "#1A1A1A"
_FAMILIES = "Carlito,Calibri,DejaVu Sans,sans-serif"
"""Calibri has the widths of Carlito, and Word has it."""


_LABELS = 9
"""Points of the labels of a picture as it is drawn."""


def coloured(document: Document, accent: str, size: int = 11) -> Document:
    """`document`, its pictures in solid colours: `currentColor` as `accent` (`#RRGGBB`), thinned where it is a tint.

    In HTML the style sheet does this; renderers of pictures outside HTML know neither it nor, some of them, opacity.
    In large print (running text of `size` points, more than 11) a picture is the one for narrow screens, enlarged so
    that its labels are as large as running text.
    """

    def content_of(content: Content) -> Content:
        if not isinstance(content, Figure):
            return content
        source, scale = (content.narrow, size / _LABELS) if content.narrow and size > 11 else (content.svg, 1.0)
        return replace(content, svg=coloured_svg(source, accent, scale))

    sections = (
        replace(section, content=tuple(content_of(content) for content in section.content))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def coloured_svg(svg: str, accent: str, scale: float = 1.0) -> str:
    """The picture `svg` with ink, type and `accent` written into it; its size in points enlarged by `scale`."""
    from lxml import etree

    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for name, value in (("fill", _INK), ("font-family", _FAMILIES)):
        root.set(name, root.get(name, value))
    for name in ("width", "height") if scale != 1.0 else ():
        root.set(name, f"{float(root.get(name, '').removesuffix('pt')) * scale:.2f}pt")
    for element in root.iter():
        for name in ("fill", "stroke"):
            if element.get(name) != "currentColor":
                continue
            share = element.attrib.pop(f"{name}-opacity", "")
            element.set(name, tint(accent, float(share)) if share else accent)
    return etree.tostring(root, encoding="unicode")
