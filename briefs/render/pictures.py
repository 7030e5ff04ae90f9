"""The colours and type of pictures where no style sheet reaches them: in the PDF and in the Word file."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Content, Document, Figure
from briefs.render.layout import tint

_INK = "#1A1A1A"
_FAMILIES = "Carlito,Calibri,DejaVu Sans,sans-serif"
"""Calibri has the widths of Carlito, and Word has it."""


def coloured(document: Document, accent: str) -> Document:
    """`document`, its pictures in solid colours: `currentColor` as `accent` (`#RRGGBB`), thinned where it is a tint.

    In HTML the style sheet does this; renderers of pictures outside HTML know neither it nor, some of them, opacity.
    """

    def content_of(content: Content) -> Content:
        return replace(content, svg=coloured_svg(content.svg, accent)) if isinstance(content, Figure) else content

    sections = (
        replace(section, content=tuple(content_of(content) for content in section.content))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def coloured_svg(svg: str, accent: str) -> str:
    """The picture `svg` with ink, type and `accent` written into it."""
    from lxml import etree

    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for name, value in (("fill", _INK), ("font-family", _FAMILIES)):
        root.set(name, root.get(name, value))
    for element in root.iter():
        for name in ("fill", "stroke"):
            if element.get(name) != "currentColor":
                continue
            share = element.attrib.pop(f"{name}-opacity", "")
            element.set(name, tint(accent, float(share)) if share else accent)
    return etree.tostring(root, encoding="unicode")
