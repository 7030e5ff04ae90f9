"""The sections of a reference document, and which of their page set-ups, headers and footers a brief uses.

A brief is one section. It is laid out like the last upright section of the reference: in a document with a cover before
and landscape tables after the running text, that is where running text ends. A section without headers of its own has
those of the section before (ISO/IEC 29500-1, 17.10.5). If the reference begins with a letterhead in a separate section,
that becomes the header of the brief's first page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeAlias

from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart

from briefs.model.diagnostics import Fault
from briefs.render.reference.section_mending import mend_section
from briefs.word.cleaning import clean
from briefs.word.elements import Element, insert_before, is_on, parse, qn, w
from briefs.word.measures import twips

_SECTION = """<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1361" w:right="1531" w:bottom="1247" w:left="1531" w:header="680" w:footer="730" w:gutter="0"/>
<w:cols w:space="720"/><w:titlePg/></w:sectPr>"""
"""A4, margins 24 mm above, 22 mm below, 27 mm at the sides."""

_NOT_TAKEN = ("type", "printerSettings", "headerReference", "footerReference")
"""What is not taken: how a section begins, somebody's printer settings, and references, which are written again."""
_VISIBLE = ("w:drawing", "w:pict", "w:object")
_AFTER_TITLE_PAGE = ("textDirection", "bidi", "rtlGutter", "docGrid")
"""What follows `w:titlePg` in a section (ISO/IEC 29500-1, A.1, CT_SectPr)."""
_PAGES = ("default", "first", "even")

PagePlace: TypeAlias = tuple[str, str]
"""Where a header or footer stands: `header` or `footer`; `default`, `first` or `even`."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The properties of a section, without references to headers and footers, and the parts that hold those.

    `faults` say what was mended in the section.
    """

    section: Element
    furniture: Mapping[PagePlace, XmlPart]
    faults: tuple[Fault, ...] = ()


def starter_section() -> Element:
    """The properties of the starter's only section."""
    return parse(_SECTION)[0]


def page_setup(reference: DocumentPart) -> PageSetup:
    """What a brief takes from the sections of a reference document; the starter's page if there is no section.

    Raises ValueError if a length of a page is not a number.
    """
    sections = [s for s in reference.element.body.iter(qn("w:sectPr")) if _is_current(s)]
    if not sections:
        return PageSetup(starter_section(), {})
    resolved = list(_resolved(sections, reference))
    upright = [index for index, section in enumerate(sections) if not _is_landscape(section)]
    chosen = upright[-1] if upright else len(sections) - 1
    furniture = dict(resolved[chosen])
    section = _cleaned(sections[chosen])
    if not is_on(section, "titlePg"):
        furniture = {place: part for place, part in furniture.items() if place[1] != "first"}
        opening = _opening(sections[0], resolved[0], furniture) if chosen else {}
        if opening:
            set_title_page(section)
            furniture |= opening
    faults = mend_section(section, starter_section())
    return PageSetup(section, furniture, tuple(faults))


def text_width(section: Element) -> int:
    """The measure, in twips: of one column if there are several.

    Raises ValueError if a length is not a number.
    """
    columns = section.find(qn("w:cols"))
    count, space = column_count(section), 0 if columns is None else twips(columns, "space")
    return (width_between_margins(section) - space * (count - 1)) // count


def width_between_margins(section: Element) -> int:
    """The width of headers and footers, and of all columns together, in twips.

    Raises ValueError if a length is not a number.
    """
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return width_between_margins(starter_section())
    return twips(size, "w") - sum(twips(margins, side) for side in ("left", "right", "gutter"))


def column_count(section: Element) -> int:
    """How many columns text has. Raises ValueError if that is not a number."""
    columns = section.find(qn("w:cols"))
    return 1 if columns is None else max(1, twips(columns, "num"))


def text_height(section: Element) -> int:
    """The height of the text in twips. Raises ValueError if a length is not a number."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return text_height(starter_section())
    return twips(size, "h") - sum(abs(twips(margins, side)) for side in ("top", "bottom"))


def _is_current(section: Element) -> bool:
    """Whether a section is current: a tracked change has not replaced it."""
    parent = section.getparent()
    return parent is not None and parent.tag != qn("w:sectPrChange")


def _is_landscape(section: Element) -> bool:
    size = section.find(qn("w:pgSz"))
    return size is not None and twips(size, "w") > twips(size, "h")


def _resolved(sections: list[Element], reference: DocumentPart) -> Iterator[Mapping[PagePlace, XmlPart]]:
    """The headers and footers of each section: its own, or those of the sections before."""
    found: dict[PagePlace, XmlPart] = {}
    for section in sections:
        for kind in ("header", "footer"):
            for entry in section.iterfind(qn(f"w:{kind}Reference")):
                part = reference.related_parts.get(entry.get(qn("r:id"), ""))
                page = entry.get(qn("w:type"), "default")
                if isinstance(part, XmlPart) and page in _PAGES:
                    found[kind, page] = part
        yield dict(found)


def _opening(
    section: Element, resolved: Mapping[PagePlace, XmlPart], following: Mapping[PagePlace, XmlPart]
) -> dict[PagePlace, XmlPart]:
    """Header and footer of the reference's first page, if they show something that the pages after do not."""
    page = "first" if is_on(section, "titlePg") else "default"
    opening: dict[PagePlace, XmlPart] = {}
    for kind in ("header", "footer"):
        part, usual = resolved.get((kind, page)), following.get((kind, "default"))
        if part is not None and part is not usual and _is_visible(part.element):
            opening[kind, "first"] = part
        elif usual is not None:
            opening[kind, "first"] = usual
    return opening if any(part not in following.values() for part in opening.values()) else {}


def _is_visible(root: Element) -> bool:
    return any(True for _ in root.iter(*map(qn, _VISIBLE))) or any((t.text or "").strip() for t in root.iter(qn("w:t")))


def _cleaned(section: Element) -> Element:
    copy = deepcopy(section)
    for name in _NOT_TAKEN:
        for child in copy.findall(qn(f"w:{name}")):
            copy.remove(child)
    return clean(copy)


def set_title_page(section: Element) -> None:
    """Give the first page of `section` a header and a footer of its own."""
    for child in section.findall(qn("w:titlePg")):
        section.remove(child)
    insert_before(section, w("titlePg"), _AFTER_TITLE_PAGE)
