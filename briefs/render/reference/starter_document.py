"""The starter reference document: page, styles, lists, header and footer, and an example of each style.

A designer changes it in Word; the next build follows. Its text is not used, but for the header and footer.
"""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from briefs.model.document import Document, Furniture, Properties
from briefs.render.docx import headers
from briefs.render.docx.numbering import Numbering
from briefs.render.docx.properties import core_properties, extended_properties
from briefs.render.docx.settings import settings
from briefs.render.reference.page_setup import starter_section, text_width
from briefs.render.reference.starter import FONT, starter_styles
from briefs.word.elements import Element, element, paragraph, parse, qn, root, run, w
from briefs.word.package import Package

_TITLE = "Reference document: styles, lists, header and footer of briefs"
_FURNITURE = Furniture("", "Reference document", "", "", "", "", "", "", (), "", ("Running header",), "Footer")
_PROPERTIES = Properties(_TITLE, "Word styles", "briefs", (), "en-GB", "2026-01-01", "1", "draft", "reference")

_FONTS = f"""
<w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="MS Gothic"><w:panose1 w:val="020B0609070205080204"/><w:charset w:val="80"/><w:family w:val="modern"/>
<w:pitch w:val="fixed"/></w:font>"""
"""Carlito has the widths of Calibri: where one is not there, the other breaks lines alike."""

_PAGES = (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first"))


def new_reference() -> bytes:
    """The starter as a file; the same bytes every time."""
    section = starter_section()
    body = w("body", *_examples(text_width(section)), section)
    package = Package(root("document", body))
    parts: list[tuple[str, str, str, Element]] = [
        ("styles", CT.WML_STYLES, RT.STYLES, root("styles", *starter_styles())),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, _numbering()),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, settings(None, _PROPERTIES.language, has_notes=False)),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, root("fonts", *parse(_FONTS))),
    ]
    for name, content_type, relationship, content in parts:
        package.add_part(f"/word/{name}.xml", content_type, relationship, content)
    for place, (kind, page) in enumerate(_PAGES):
        _add_furniture(package, section, kind, page, place)
    document = Document("reference", _TITLE, _FURNITURE, _PROPERTIES, ())
    package.add_property_part(
        "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core_properties(document)
    )
    package.add_property_part(
        "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, extended_properties()
    )
    return package.packed()


def _add_furniture(package: Package, section: Element, kind: str, page: str, place: int) -> None:
    if kind == "header":
        words = headers.placeholder(headers.HEADER, _FURNITURE.running_line, place + 1)
        content = headers.header_paragraph(words) if page == "default" else paragraph("Normal")
        content_type, relationship, name = CT.WML_HEADER, RT.HEADER, "hdr"
    else:
        words = headers.placeholder(headers.FOOTER, _FURNITURE.footer, place + 1)
        content = headers.footer_paragraph(words, page=1 if page == "first" else 2)
        content_type, relationship, name = CT.WML_FOOTER, RT.FOOTER, "ftr"
    path = package.free_name(f"/word/{kind}%d.xml")
    part = package.add_part(path, content_type, relationship, root(name, content))
    id = package.main.relate_to(part, relationship)
    section.insert(place, element(f"w:{kind}Reference", {"w:type": page, "r:id": id}))


def _numbering() -> Element:
    """Both definitions, and the two lists that the list styles refer to: 1 and 2."""
    numbering = Numbering(root("numbering"))
    numbering.running(1)
    numbering.bullets()
    return numbering.root


def _examples(width: int) -> list[Element]:
    """One paragraph in each paragraph style, words in each character style, and a table."""
    paragraphs: list[Element] = []
    words: list[Element] = []
    for style in starter_styles():
        id, kind = style.get(qn("w:styleId"), ""), style.get(qn("w:type"))
        name = style.find(qn("w:name"))
        if name is None or style.get(qn("w:default")) or id in ("Header", "Footer", "BriefGap"):
            continue
        if kind == "paragraph":
            paragraphs.append(paragraph(id, run(name.get(qn("w:val"), ""))))
        elif kind == "character":
            words += [run(name.get(qn("w:val"), ""), w("rPr", w("rStyle", val=id))), run(" ")]
    return [*paragraphs, paragraph("BodyText", *words), _example_table(width), paragraph("BriefGap")]


def _example_table(width: int) -> Element:
    def row(style: str, first: str, *properties: Element) -> Element:
        cells = [
            w("tc", w("tcPr", w("tcW", w=width // 2, type="dxa")), paragraph(style, run(text)))
            for text in (first, "Brief Table")
        ]
        return w("tr", w("trPr", w("cantSplit"), *properties), *cells)

    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="BriefTable"),
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val="0420",
                firstRow=1,
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=0,
                noVBand=1,
            ),
        ),
        w("tblGrid", *(w("gridCol", w=width // 2) for _ in range(2))),
        row("TableHeading", "Table Heading", w("tblHeader")),
        row("TableText", "Table Text"),
    )
