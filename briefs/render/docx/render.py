"""A Document as a Word file: the modules beside this one each write a part of the package; this one joins them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from briefs.model.addressing import copy_line, copy_lines
from briefs.model.document import Document, Figure
from briefs.model.document_text import alternative_text
from briefs.model.edition import DEFAULT_ACCENT
from briefs.model.inline import NoteCall
from briefs.model.page_furniture import Logo
from briefs.model.phrases import Phrases, phrases_for
from briefs.model.redline_readings import accepted
from briefs.model.sheet import POINTS_PER_MM, USUAL, Sheet
from briefs.render.docx.body import Body, Picture
from briefs.render.docx.copy_line import copy_runs
from briefs.render.docx.copy_room import CopyRoom, copy_room
from briefs.render.docx.figures import Rasterize, inline_picture, no_rasterizer, picture
from briefs.render.docx.font_table import add_fonts
from briefs.render.docx.footnotes import Footnotes
from briefs.render.docx.headers import add_headers
from briefs.render.docx.inlines import Story
from briefs.render.docx.number_fields import number_fields
from briefs.render.docx.page_budget import WordPages, Written, within
from briefs.render.docx.property_values import custom_values
from briefs.render.docx.record_part import (
    PROVENANCE,
    PROVENANCE_ID,
    edition_record,
    item_properties,
    provenance_element,
)
from briefs.render.docx.running_lists import RunningLists
from briefs.render.figures.figure_drawing import DrawFigure, no_drawings
from briefs.render.fonts.table_columns import estimated
from briefs.render.fonts.widths import TextMeasure
from briefs.render.logo.logo_picture import LogoPicture
from briefs.render.page_geometry import footer_copy_line
from briefs.render.reference.document_settings import document_settings
from briefs.render.reference.font_widths import width_against
from briefs.render.reference.kept_look import look_of
from briefs.render.reference.look import Look
from briefs.render.reference.starter_document import new_reference
from briefs.word.controls import Ids
from briefs.word.elements import Element, root, text_of, w
from briefs.word.numbering import NumberingPart
from briefs.word.package import Package
from briefs.word.properties import core_properties, custom_properties, extended_properties

_SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class WordLogo:
    """The picture of a logo, and a PNG of it for programs that do not read SVG."""

    picture: LogoPicture
    pixels: bytes


@dataclass(frozen=True, slots=True)
class WordFile:
    """The bytes of a Word file, and how many pages Word will have for it, if that was estimated.

    `copy_room` is the room of the line that says which copy it is, if it is one.
    """

    content: bytes
    pages: WordPages | None
    copy_room: CopyRoom | None = None


def render_docx(
    document: Document,
    reference: bytes,
    *,
    accent: str = DEFAULT_ACCENT,
    pages: int = 1,
    sheet: Sheet = USUAL,
    draw: DrawFigure = no_drawings,
    rasterize: Rasterize = no_rasterizer,
    logo: WordLogo | None = None,
    letters: TextMeasure = estimated,
    embedded: Path | None = None,
    letterhead: bool = True,
) -> bytes:
    """The Word file of a brief, whatever number of pages it has; see `word_file` for the arguments."""
    made = word_file(
        document,
        reference,
        accent=accent,
        pages=pages,
        sheet=sheet,
        draw=draw,
        rasterize=rasterize,
        logo=logo,
        letters=letters,
        embedded=embedded,
        letterhead=letterhead,
    )
    return made.content


def word_file(
    document: Document,
    reference: bytes,
    *,
    accent: str = DEFAULT_ACCENT,
    pages: int = 1,
    most: int | None = None,
    sheet: Sheet = USUAL,
    draw: DrawFigure = no_drawings,
    rasterize: Rasterize = no_rasterizer,
    logo: WordLogo | None = None,
    letters: TextMeasure = estimated,
    embedded: Path | None = None,
    letterhead: bool = True,
) -> WordFile:
    """The Word file of a brief; the same arguments give the same bytes.

    `reference` is a Word document of which only the styles, lists, page set-up, headers and footers are used. Its look,
    which is for A4 and 11 points, is adapted to `sheet`; `accent` (`#RRGGBB`) replaces the starter's accent. `pages` is
    what the field for the number of pages shows until a program counts them. If the look of the reference would take
    more than `most` pages, it is made compact. `draw` draws figures; `rasterize` makes a
    PNG of a drawing for programs that do not read SVG. `logo` is the picture of the masthead's logo. `letters` gives
    the widths of words, for which columns of tables get room. `embedded` is the folder of the fonts that the file is to
    carry, if any. `letterhead` is whether headers and footers keep words of the reference, such as an address, which no
    other format has.

    Raises BriefsError if the reference or a font cannot be read or a figure cannot be rasterized, KeyError if a call
    names a note that the document does not have, and ValueError for characters that XML cannot hold.
    """
    language = document.properties.language
    look = look_of(reference, sheet, accent, language, letterhead)
    package = Package(root("document"))
    ids = Ids()
    notes = Footnotes(document.notes, look, ids)
    numbering = NumberingPart(deepcopy(look.numbering))
    said = accepted(document)
    story = Story(look, _links(package.main), notes.call, ids, _in_tables(look, letters), number_fields(said))
    body = Body(
        story,
        RunningLists(numbering, look.lists),
        _pictures(package, look.width, draw, rasterize, ids, phrases_for(document.properties.language)),
        _logo(package, look.width, document.furniture.logo, logo, ids),
    )
    elements = body.elements(document)
    line, parts = copy_line(document), copy_lines(document)
    below = footer_copy_line(parts, sheet, letters) if parts else ""
    section, headers = add_headers(package, look, document, pages, below)
    package.main.element.append(w("body", *elements, section))
    stories = [package.main.element, numbering.root, *headers]
    if notes:
        stories.append(_add_footnotes(package, notes, look, ids))
    estimate = None
    if most is not None and reference != new_reference(language):
        written = Written(elements, numbering.root, stories[-1] if notes else None, section, headers)
        look, estimate = within(most, look, written, letters)
    copy = [text_of(run[-1]) for each in (line, below) for run in copy_runs(each)]
    embeds_fonts = add_fonts(package, look, stories, embedded, copy if document.furniture.is_personal else None)
    settings = document_settings(look.settings, document.properties.language, bool(notes), embeds_fonts)
    _add_looks(package, look, numbering, settings)
    _add_properties(package, said, is_redline=said != document)
    room = copy_room((package.main.element, *headers), line, look, letters) if line else None
    return WordFile(package.packed(), estimate, room)


def _in_tables(look: Look, letters: TextMeasure) -> TextMeasure:
    """The widths of words in the font of tables, if that is wider than the one that `letters` measures."""
    font = look.font("TableText")
    wider = width_against(font)
    return letters if wider <= 1 else lambda text, bold: letters(text, bold) * wider


def _links(part: Part) -> Callable[[str], str]:
    """A function that returns the relationship of `part` for an external link; each address has only one."""
    return lambda address: part.relate_to(address, RT.HYPERLINK, is_external=True)


def _pictures(
    package: Package, width: int, draw: DrawFigure, rasterize: Rasterize, ids: Ids, phrases: Phrases
) -> Picture:
    """A function that puts a figure into the package, as SVG and as PNG, and returns the run that shows it."""

    def add(figure: Figure) -> Element:
        name = package.free_name("/word/media/figure%d.svg")
        (drawing,) = draw(figure)
        svg = package.add_part(name, _SVG, RT.IMAGE, drawing.svg.encode())
        png = package.add_part(f"{name[:-4]}.png", CT.PNG, RT.IMAGE, rasterize(drawing))
        svg_id, png_id = (package.main.relate_to(part, RT.IMAGE) for part in (svg, png))
        return picture(alternative_text(figure, phrases), drawing, svg_id, png_id, width, ids, phrases)

    return add


def _logo(package: Package, width: int, said: Logo | None, logo: WordLogo | None, ids: Ids) -> Element | None:
    """The run that shows the logo of which the masthead says `said`, if it has one."""
    if said is None:
        return None
    assert logo is not None, f"nothing gives the picture of the logo {said.file!r}"
    shown = logo.picture
    parts = [(CT.PNG, "png", logo.pixels)]
    if shown.is_svg:
        parts.append((_SVG, "svg", shown.content))
    ids_by_type = {
        suffix: package.main.relate_to(
            package.add_part(f"/word/media/logo.{suffix}", kind, RT.IMAGE, content), RT.IMAGE
        )
        for kind, suffix, content in parts
    }
    name = {"id": str(next(ids.drawings)), "name": said.alternative, "descr": said.alternative}
    size = shown.width * POINTS_PER_MM, shown.height * POINTS_PER_MM
    return inline_picture(name, *size, ids_by_type.get("svg", ""), ids_by_type["png"], width)


def _add_looks(package: Package, look: Look, numbering: NumberingPart, settings: Element) -> None:
    package.add_part("/word/styles.xml", CT.WML_STYLES, RT.STYLES, look.styles.root)
    package.add_part("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, numbering.root)
    package.add_part("/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS, settings)
    if look.theme is not None:
        package.main.relate_to(look.theme, RT.THEME)


def _add_footnotes(package: Package, notes: Footnotes, look: Look, ids: Ids) -> Element:
    """Add the part of the footnotes, and return its root."""
    content = root("footnotes")
    part = package.add_part("/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, content)
    content.extend(notes.elements(Story(look, _links(part), _no_call, ids)))
    return content


def _no_call(call: NoteCall) -> list[Element]:
    raise AssertionError(f"note {call.note!r} is called in a note: Word does not have notes on notes")


def _add_properties(package: Package, document: Document, *, is_redline: bool) -> None:
    core = core_properties(document.properties, document.furniture.series)
    custom = custom_properties(custom_values(document))
    extended = extended_properties("briefs")
    package.add_property_part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core)
    package.add_property_part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, extended)
    package.add_property_part("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES, custom)
    items = (
        (edition_record(document, is_redline=is_redline), item_properties()),
        (
            provenance_element(document),
            item_properties(PROVENANCE, PROVENANCE_ID),
        ),
    )
    for number, (content, about) in enumerate(items, 1):
        item = package.add_part(f"/customXml/item{number}.xml", CT.XML, RT.CUSTOM_XML, content)
        name = f"/customXml/itemProps{number}.xml"
        package.add_subpart(item, name, CT.OFC_CUSTOM_XML_PROPERTIES, RT.CUSTOM_XML_PROPS, about)
