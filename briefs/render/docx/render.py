"""A Document as a Word file: each module beside this one owns one part of the package; here they are put together."""

from __future__ import annotations

from collections.abc import Callable

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart
from docx.parts.document import DocumentPart

from briefs.model.document import Document, Figure, NoteCall
from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx.body import Body, Picture
from briefs.render.docx.controls import Ids
from briefs.render.docx.figures import Rasterize, no_rasterizer, picture
from briefs.render.docx.inlines import Story
from briefs.render.docx.notes import Notes
from briefs.render.docx.numbering import Numbering
from briefs.render.docx.page import take_over_headers
from briefs.render.docx.properties import core_properties, custom_properties, extended_properties
from briefs.render.docx.record import edition_record, item_properties
from briefs.render.docx.settings import settings
from briefs.render.docx.styles import colour, complete_styles, indent_boxes, rename_styles, set_language, tab_stops
from briefs.render.figures.drawing import DrawFigure, no_drawings
from briefs.render.reference.cleaning import clean
from briefs.render.reference.page_setup import page_setup, text_width
from briefs.render.reference.paper import enlarge, fit_paper, move_tabs
from briefs.render.reference.starter import ACCENT
from briefs.word.elements import Element, is_on, root, w
from briefs.word.package import Package, open_reference

_SVG = "image/svg+xml"


def render_docx(
    document: Document,
    reference: bytes,
    *,
    accent: str = ACCENT,
    pages: int = 1,
    sheet: Sheet = USUAL,
    draw: DrawFigure = no_drawings,
    rasterize: Rasterize = no_rasterizer,
) -> bytes:
    """The Word file of a brief; the same arguments give the same bytes.

    `reference` is a Word document whose styles, lists, page set-up, headers and footers are used, and nothing else
    of it. `accent` (six hexadecimal digits) takes the place of the starter's accent. `pages` is what the field for
    the number of pages shows until a program counts them. The look of the reference, which is one for A4 and 11 points,
    is adapted to `sheet`. `draw` draws figures, `rasterize` makes a PNG of a drawing for programs
    that do not read SVG.

    Raises BriefsError if the reference is not a Word document or a figure cannot be rasterized, KeyError for a
    call of a note that the document has not, ValueError for characters that XML cannot hold.
    """
    source = open_reference(reference)
    setup = page_setup(source)
    given = text_width(setup.section)
    fit_paper(setup.section, sheet.paper, sheet.size)
    width = text_width(setup.section)
    package = Package(root("document"))
    ids = Ids()
    notes = Notes(document.notes, ids)
    numbering = Numbering(_element(source, RT.NUMBERING, "numbering"))
    story = Story(_links(package.main), notes.call, ids)
    body = Body(story, numbering, width, _pictures(package, width, draw, rasterize, ids))
    elements = body.elements(document)

    styles = _element(source, RT.STYLES, "styles")
    move_tabs([styles, *(part.element for part in set(setup.furniture.values()))], given, width)
    style_ids = complete_styles(styles, width)
    set_language(styles, document.properties.language)
    old_settings = _element(source, RT.SETTINGS, "settings")
    has_even_pages = is_on(old_settings, "evenAndOddHeaders")
    stops = tab_stops(style_ids.get("Footer", "Footer"), styles)
    page_roots = take_over_headers(
        setup, package, document.furniture, pages, has_even_pages, stops, sheet.is_large_print
    )
    package.main.element.append(w("body", *elements, setup.section))
    text_roots = [package.main.element, *page_roots]

    package.add_part("/word/styles.xml", CT.WML_STYLES, RT.STYLES, styles)
    package.add_part("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, numbering.root)
    package.add_part(
        "/word/settings.xml",
        CT.WML_SETTINGS,
        RT.SETTINGS,
        settings(old_settings, document.properties.language, has_notes=bool(notes)),
    )
    if notes:
        text_roots.append(_add_footnotes(package, notes, ids))
    for relationship in (RT.THEME, RT.FONT_TABLE):
        part = _related(source, relationship)
        if part is not None:
            package.main.relate_to(part, relationship)
    indent_boxes(package.main.element, styles, style_ids, numbering.bulleted)
    for text_root in text_roots:
        rename_styles(text_root, style_ids)
    enlarge(styles, [numbering.root, *text_roots], sheet.size)
    colour([styles, numbering.root, *text_roots], accent)
    _add_properties(package, document)
    return package.packed()


def _element(source: DocumentPart, relationship: str, name: str) -> Element:
    """The root of a part of the reference document, cleaned, or an empty one."""
    part = _related(source, relationship)
    return clean(part.element) if isinstance(part, XmlPart) else root(name)


def _related(source: DocumentPart, relationship: str) -> Part | None:
    try:
        return source.part_related_by(relationship)
    except KeyError:
        return None


def _links(part: Part) -> Callable[[str], str]:
    """What gives a link out of `part` its relationship; the same address has one only."""
    return lambda address: part.relate_to(address, RT.HYPERLINK, is_external=True)


def _pictures(package: Package, width: int, draw: DrawFigure, rasterize: Rasterize, ids: Ids) -> Picture:
    """What puts a figure into the package, as SVG and as PNG, and gives the run that shows it."""

    def add(figure: Figure) -> Element:
        name = package.free_name("/word/media/figure%d.svg")
        (drawing,) = draw(figure)
        svg = package.add_part(name, _SVG, RT.IMAGE, drawing.svg.encode())
        png = package.add_part(f"{name[:-4]}.png", CT.PNG, RT.IMAGE, rasterize(drawing))
        svg_id, png_id = (package.main.relate_to(part, RT.IMAGE) for part in (svg, png))
        return picture(figure.alternative, drawing, svg_id, png_id, width, ids)

    return add


def _add_footnotes(package: Package, notes: Notes, ids: Ids) -> Element:
    content = root("footnotes")
    part = package.add_part("/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, content)
    content.extend(notes.footnotes(Story(_links(part), _no_call, ids)))
    return content


def _no_call(call: NoteCall) -> list[Element]:
    raise AssertionError(f"note {call.note!r} is called in a note: Word has no notes on notes")


def _add_properties(package: Package, document: Document) -> None:
    package.add_property_part(
        "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core_properties(document)
    )
    package.add_property_part(
        "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, extended_properties()
    )
    package.add_property_part(
        "/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES, custom_properties(document)
    )
    record = package.add_part("/customXml/item1.xml", CT.XML, RT.CUSTOM_XML, edition_record(document))
    package.add_subpart(
        record,
        "/customXml/itemProps1.xml",
        CT.OFC_CUSTOM_XML_PROPERTIES,
        RT.CUSTOM_XML_PROPS,
        item_properties(),
    )
