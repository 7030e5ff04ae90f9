"""The page: set-up, headers and footers of the reference document's last section, taken over into the brief."""

from __future__ import annotations

from copy import deepcopy

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart

from briefs.model.document import Furniture
from briefs.render.docx import headers
from briefs.render.docx.markup import Element, element, parse, qn, root
from briefs.render.docx.package import Package

_SECTION = """<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1361" w:right="1531" w:bottom="1247" w:left="1531" w:header="680" w:footer="567" w:gutter="0"/>
<w:cols w:space="720"/><w:titlePg/></w:sectPr>"""
"""A4, margins 24 mm above, 22 mm below, 27 mm at the sides."""

_KINDS = {
    "header": (CT.WML_HEADER, RT.HEADER, "hdr"),
    "footer": (CT.WML_FOOTER, RT.FOOTER, "ftr"),
}


def starter_section() -> Element:
    """The properties of the starter's only section."""
    return parse(_SECTION)[0]


def reference_section(reference: DocumentPart) -> Element:
    """The properties of the last section of a reference document, as a copy; the starter's if it has none."""
    found = reference.element.body.find(qn("w:sectPr"))
    if found is None:
        return starter_section()
    section: Element = deepcopy(found)
    for name in list(section.attrib):
        if str(name).startswith(qn("w:rsid")):
            del section.attrib[name]
    return section


def text_width(section: Element) -> int:
    """The measure in twips."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return text_width(starter_section())
    sides = sum(int(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right", "gutter"))
    return int(size.get(qn("w:w"), "0")) - sides


def take_over_headers(
    section: Element,
    reference: DocumentPart,
    package: Package,
    furniture: Furniture,
    pages: int,
    has_even_pages: bool,
) -> list[Element]:
    """Relate the headers and footers of the reference to the new document, add what is missing, and fill them in.

    Changes `section`; returns the roots of all headers and footers.
    """
    found = _related(section, reference, package)
    for kind, page in _wanted(section, has_even_pages):
        if (kind, page) not in found:
            found[kind, page] = _added(kind, page, section, package)
        made = found[kind, page]
        tag = headers.HEADER if kind == "header" else headers.FOOTER
        if not headers.has_placeholder(made, tag):
            words = headers.placeholder(tag, "", 1)
            made.append(
                headers.header_paragraph(words)
                if kind == "header"
                else headers.footer_paragraph(words, page=1 if page == "first" else 2)
            )
    headers.fill(found.values(), furniture, pages)
    return list(found.values())


def _wanted(section: Element, has_even_pages: bool) -> list[tuple[str, str]]:
    wanted = [("header", "default"), ("footer", "default")]
    if section.find(qn("w:titlePg")) is not None:
        wanted.append(("footer", "first"))
    if has_even_pages:
        wanted += [("header", "even"), ("footer", "even")]
    return wanted


def _related(section: Element, reference: DocumentPart, package: Package) -> dict[tuple[str, str], Element]:
    found: dict[tuple[str, str], Element] = {}
    for kind, (_, relationship, _) in _KINDS.items():
        for entry in section.iterfind(qn(f"w:{kind}Reference")):
            part = reference.related_parts[entry.get(qn("r:id"), "")]
            assert isinstance(part, XmlPart), "python-docx reads headers and footers as XML"
            entry.set(qn("r:id"), package.main.relate_to(part, relationship))
            found[kind, entry.get(qn("w:type"), "default")] = part.element
    return found


def _added(kind: str, page: str, section: Element, package: Package) -> Element:
    content_type, relationship, name = _KINDS[kind]
    made = root(name)
    part = package.add_part(package.free_name(f"/word/{kind}%d.xml"), content_type, relationship, made)
    id = package.main.relate_to(part, relationship)
    section.insert(0, element(f"w:{kind}Reference", {"w:type": page, "r:id": id}))
    return made
