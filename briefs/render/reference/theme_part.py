"""The theme of a reference document, reduced to fonts, colours and effects: no pictures, no links, no additions."""

from __future__ import annotations

from docx.opc.part import Part
from lxml import etree

from briefs.word.elements import NAMESPACES, parse
from briefs.word.known_elements import keep_known

_A = NAMESPACES["a"]
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
"""What stands in for a picture that fills shapes: their own colour (ISO/IEC 29500-1, 20.1.4.1.7)."""


def known_theme(theme: Part) -> tuple[Part, list[str]]:
    """A theme as briefs take it, and what is left out, in words; the same part if nothing is.

    Raises `etree.XMLSyntaxError` for one that is damaged.
    """
    root = etree.fromstring(theme.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    given = etree.tostring(root)
    found: list[str] = []
    for picture in list(root.iter(f"{{{_A}}}blipFill")):
        parent = picture.getparent()
        if parent is not None:
            parent.replace(picture, parse(_PLAIN)[0])
            found = ["pictures"]
    found += keep_known(root, "theme")
    if etree.tostring(root) == given and not theme.rels:
        return theme, found
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(theme.partname, theme.content_type, content, theme.package), found
