"""The starter reference document: page, styles, lists, header and footer, and an example of each style.

It is used where a project has no reference document of its own. A designer who wants one writes it to a file and
changes it in Word. Only its header and footer have text that is kept.
"""

from __future__ import annotations

from functools import cache

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from briefs.files.kept_values import kept_value
from briefs.model.page_furniture import Properties
from briefs.model.phrases import Phrases, phrases_for
from briefs.render.reference.document_settings import document_settings
from briefs.render.reference.list_definitions import define_lists
from briefs.render.reference.page_setup import starter_section, text_width
from briefs.render.reference.placeholders import FOOTER, HEADER, footer_paragraph
from briefs.render.reference.starter_measures import FONT
from briefs.render.reference.starter_styles import STYLES, starter_styles
from briefs.word.controls import text_control
from briefs.word.elements import Element, characters, element, paragraph, parse, root, run, styled_run, w
from briefs.word.numbering import NumberingPart
from briefs.word.package import Package
from briefs.word.properties import core_properties, extended_properties

_TITLE = "Reference document: styles, lists, header and footer of briefs"
_CATEGORY = "Reference document"
_WORDS = {HEADER: "Running header", FOOTER: "Footer"}
_PROPERTIES = Properties(_TITLE, "Word styles", "briefs", (), "en-GB", "2026-01-01", "1", "draft", "reference")

_FONTS = f"""
<w:font w:name="{FONT}"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="MS Gothic"><w:panose1 w:val="020B0609070205080204"/><w:charset w:val="80"/><w:family w:val="modern"/>
<w:pitch w:val="fixed"/></w:font>"""
"""Carlito has the widths of Calibri: if one is missing, lines break the same with the other."""

_PAGES = (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first"))
_NOT_SHOWN = ("Header", "Footer", "BriefGap")
"""Styles of paragraphs that are not among the examples."""


@cache
def new_reference(language: str = "en-GB") -> bytes:
    """The starter as a file, with the page numbers of its footers in `language` (BCP 47); always the same bytes."""
    return kept_value(f"starter {language}", bytes, lambda: _written(language))


def _written(language: str) -> bytes:
    section = starter_section()
    body = w("body", *_examples(text_width(section)), section)
    package = Package(root("document", body))
    settings = document_settings(None, _PROPERTIES.language, has_notes=False)
    parts: list[tuple[str, str, str, Element]] = [
        ("styles", CT.WML_STYLES, RT.STYLES, root("styles", *starter_styles())),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, _numbering()),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, settings),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, root("fonts", *parse(_FONTS))),
    ]
    for name, content_type, relationship, content in parts:
        package.add_part(f"/word/{name}.xml", content_type, relationship, content)
    for place, (kind, page) in enumerate(_PAGES):
        _add_furniture(package, section, kind, page, place, phrases_for(language))
    core, extended = core_properties(_PROPERTIES, _CATEGORY), extended_properties("briefs")
    package.add_property_part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core)
    package.add_property_part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, extended)
    return package.packed()


def _add_furniture(package: Package, section: Element, kind: str, page: str, place: int, phrases: Phrases) -> None:
    if kind == "header":
        words = text_control(HEADER, _WORDS[HEADER], place + 1)
        content = paragraph("Header", words) if page == "default" else paragraph("Normal")
        content_type, relationship, name = CT.WML_HEADER, RT.HEADER, "hdr"
    else:
        words = text_control(FOOTER, _WORDS[FOOTER], place + 1)
        content = footer_paragraph("Footer", words, phrases, page=1 if page == "first" else 2)
        content_type, relationship, name = CT.WML_FOOTER, RT.FOOTER, "ftr"
    path = package.free_name(f"/word/{kind}%d.xml")
    part = package.add_part(path, content_type, relationship, root(name, content))
    id = package.main.relate_to(part, relationship)
    section.insert(place, element(f"w:{kind}Reference", {"w:type": page, "r:id": id}))


def _numbering() -> Element:
    """Both definitions, and the two lists that the list styles refer to: 1 and 2."""
    numbering = NumberingPart(root("numbering"))
    for definition in define_lists(numbering).values():
        numbering.add_list(definition)
    return numbering.root


def _examples(width: int) -> list[Element]:
    """One paragraph in each paragraph style, words in each character style, and a table."""
    shown = [style for style in STYLES if style.id not in _NOT_SHOWN]
    paragraphs = [paragraph(style.id, run(style.name)) for style in shown if style.kind == "paragraph"]
    words: list[Element] = []
    for style in shown:
        if style.kind == "character":
            words += [styled_run(style.id, *characters(style.name)), run(" ")]
    return [*paragraphs, paragraph("BodyText", *words), _example_table(width), paragraph("BriefGap")]


def _example_table(width: int) -> Element:
    def row(style: str, first: str, *properties: Element) -> Element:
        cells = [
            w("tc", w("tcPr", w("tcW", w=width // 2, type="dxa")), paragraph(style, run(text)))
            for text in (first, "Brief Table")
        ]
        return w("tr", w("trPr", w("cantSplit"), *properties), *cells)

    look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 0, "noVBand": 1}
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="BriefTable"),
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420", **look),
        ),
        w("tblGrid", *(w("gridCol", w=width // 2) for _ in range(2))),
        row("TableHeading", "Table Heading", w("tblHeader")),
        row("TableText", "Table Text"),
    )
