"""The page: set-up, headers and footers of the reference document, taken over into the brief."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from briefs.model.document import Furniture
from briefs.render.docx import headers
from briefs.render.reference.cleaning import clean
from briefs.render.reference.page_setup import PageSetup, Place, text_width
from briefs.word.elements import Element, element, is_on, root
from briefs.word.package import Package

_KINDS = {
    "header": (CT.WML_HEADER, RT.HEADER, "hdr"),
    "footer": (CT.WML_FOOTER, RT.FOOTER, "ftr"),
}


def take_over_headers(
    setup: PageSetup,
    package: Package,
    furniture: Furniture,
    pages: int,
    has_even_pages: bool,
    stops: list[int],
    is_large: bool,
) -> list[Element]:
    """Relate the headers and footers of the reference to the new document, add what is missing, and fill them in.

    `stops` are the tabs of the style of footers, in twips; `is_large` says that it is large print.

    Refers to them in the section of `setup`, which is changed; returns the roots of all headers and footers.
    """
    found: dict[Place, Element] = {}
    for (kind, page), part in setup.furniture.items():
        if page == "even" and not has_even_pages:
            continue
        _refer(kind, page, setup.section, package.main.relate_to(part, _KINDS[kind][1]))
        found[kind, page] = clean(part.element)
    for kind, page in _wanted(setup.section, has_even_pages):
        if (kind, page) not in found:
            found[kind, page] = _added(kind, page, setup.section, package)
        made = found[kind, page]
        tag = headers.HEADER if kind == "header" else headers.FOOTER
        if not headers.has_placeholder(made, tag):
            words = headers.placeholder(tag, "", 1)
            if kind == "header":
                made.append(headers.header_paragraph(words))
                continue
            has_fields = "PAGE" in headers.missing_fields(made)
            footer = headers.footer_paragraph(words, page=1 if page == "first" else 2, has_fields=has_fields)
            headers.set_right_tab(footer, text_width(setup.section), stops)
            made.append(footer)
    headers.fill(found.values(), furniture, pages, is_large)
    return list(found.values())


def _wanted(section: Element, has_even_pages: bool) -> list[Place]:
    """Where every brief has words: not in the header of a first page, which is the masthead's."""
    wanted = [("header", "default"), ("footer", "default")]
    if is_on(section, "titlePg"):
        wanted.append(("footer", "first"))
    if has_even_pages:
        wanted += [("header", "even"), ("footer", "even")]
    return wanted


def _added(kind: str, page: str, section: Element, package: Package) -> Element:
    content_type, relationship, name = _KINDS[kind]
    made = root(name)
    part = package.add_part(package.free_name(f"/word/{kind}%d.xml"), content_type, relationship, made)
    _refer(kind, page, section, package.main.relate_to(part, relationship))
    return made


def _refer(kind: str, page: str, section: Element, id: str) -> None:
    section.insert(0, element(f"w:{kind}Reference", {"w:type": page, "r:id": id}))
