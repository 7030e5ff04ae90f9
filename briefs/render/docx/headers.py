"""Headers and footers: those of the reference document, with the words of the brief in their placeholders.

If a header or footer has no placeholder, a paragraph is added to it, since every page must say what it belongs to and
how it may be used. In an edition with personal copies, pages also say whom a copy is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart

from briefs.model.document import Document
from briefs.model.phrases import Phrases, phrases_for
from briefs.render.docx.copy_line import copy_runs
from briefs.render.docx.property_values import values_in_fields
from briefs.render.docx.type_setting import TypeSetting
from briefs.render.reference.header_fields import show_properties
from briefs.render.reference.header_story import atoms, control_tag, stories, take_out
from briefs.render.reference.header_tables import widen_tables
from briefs.render.reference.look import Look
from briefs.render.reference.page_setup import PagePlace, set_title_page
from briefs.render.reference.placeholders import (
    COPY,
    FOOTER,
    HEADER,
    footer_paragraph,
    has_placeholder,
    is_inline,
    missing_fields,
)
from briefs.word.controls import control_name, text_control
from briefs.word.elements import Element, element, is_on, paragraph, qn, remove, root, run
from briefs.word.measures import twips
from briefs.word.package import Package, copy_part

_FIRST_DRAWING = 10_001
"""Drawings in headers are numbered from here, behind those of the text."""
_LOWEST = 284
"""How near the end of the page a footer may be put, in twips: 5 mm."""
_KINDS = {
    "header": (CT.WML_HEADER, RT.HEADER, "hdr"),
    "footer": (CT.WML_FOOTER, RT.FOOTER, "ftr"),
}


def add_headers(
    package: Package, look: Look, document: Document, pages: int, copy_line: str = ""
) -> tuple[Element, list[Element]]:
    """Add headers and footers to a package; returns the section (`w:sectPr`) that refers to them, and their roots.

    `pages` is the number of pages that their fields show until a program counts the pages; `copy_line` says which copy
    it is.
    """
    section = deepcopy(look.section)
    headers = _Headers(package, look, document, pages, copy_line, section)
    return section, headers.add()


@dataclass(frozen=True, slots=True)
class _Headers:
    """Writes the headers and footers of one brief; `section` is the brief's own, and gets the references to them."""

    package: Package
    look: Look
    document: Document
    pages: int
    copy_line: str
    section: Element

    def add(self) -> list[Element]:
        """Add them all, and return their roots."""
        copies = {part: copy_part(part) for part in self.look.furniture.values()}
        taken = {place: copies[part] for place, part in self.look.furniture.items() if self._is_used(place)}
        words = self._words()
        properties = values_in_fields(self.document)
        found: dict[PagePlace, Element] = {}
        for place, part in taken.items():
            widen_tables(part.element, words, self.look.sheet)
            self._refer(place, part)
            found[place] = part.element
        if not is_on(self.section, "titlePg"):
            found |= self._first_page(taken)
        for place in self._wanted():
            if place not in found:
                found[place] = self._add_part(place)
            self._add_placeholder(place, found)
        self._add_copy_lines(found)
        for (_, page), made in sorted(found.items(), key=lambda item: item[0][1] == "default"):  # some share a part
            show_properties(made, properties)
            self._fill(made, words)
            _set_pages(made, {"NUMPAGES": self.pages, "SECTIONPAGES": self.pages, "PAGE": 1 if page == "first" else 2})
        _number_anew(found.values())
        return list(found.values())

    def _first_page(self, taken: Mapping[PagePlace, XmlPart]) -> dict[PagePlace, Element]:
        """The header and footer of the first page where the reference has one for all pages.

        They are the same but for the running header: it would repeat the masthead.
        """
        set_title_page(self.section)
        made: dict[PagePlace, Element] = {}
        for (kind, page), part in taken.items():
            if page == "default":
                copied = copy_part(part, self.package.free_name(f"/word/{kind}%d.xml"))
                self._refer((kind, "first"), copied)
                made[kind, "first"] = copied.element
                if kind == "header":
                    _take_out_placeholder(copied.element, HEADER)
        return made

    def _is_used(self, place: PagePlace) -> bool:
        return place[1] != "even" or self.look.has_even_pages

    def _wanted(self) -> Iterator[PagePlace]:
        """The headers and footers that every brief needs: all but the header of a first page, where the masthead is."""
        yield from (("header", "default"), ("footer", "default"))
        if is_on(self.section, "titlePg"):
            yield "footer", "first"
        if self.look.has_even_pages:
            yield from (("header", "even"), ("footer", "even"))

    def _add_part(self, place: PagePlace) -> Element:
        content_type, relationship, name = _KINDS[place[0]]
        path = self.package.free_name(f"/word/{place[0]}%d.xml")
        made = root(name)
        self._refer(place, self.package.add_part(path, content_type, relationship, made))
        return made

    def _refer(self, place: PagePlace, part: Part) -> None:
        kind, page = place
        id = self.package.main.relate_to(part, _KINDS[kind][1])
        self.section.insert(0, element(f"w:{kind}Reference", {"w:type": page, "r:id": id}))

    def _add_placeholder(self, place: PagePlace, found: Mapping[PagePlace, Element]) -> None:
        kind, page = place
        made = found[place]
        tag = HEADER if kind == "header" else FOOTER
        if has_placeholder(made, tag):
            return
        words = text_control(tag, "", 1)
        if kind == "header":
            made.append(paragraph(self.look.style("Header"), words))
            return
        header = found.get(("header", page))
        is_numbered = any(root is not None and "PAGE" not in missing_fields(root) for root in (made, header))
        phrases = None if is_numbered else self._phrases
        number = 1 if page == "first" else 2
        made.append(footer_paragraph(self.look.style("Footer"), words, phrases, number, self.look.footer_tabs()))

    def _add_copy_lines(self, found: Mapping[PagePlace, Element]) -> None:
        """See to it that each page of an edition with personal copies has one place for whom it is for; others none."""
        if not self.document.furniture.is_personal:
            for made in found.values():
                _take_out_placeholder(made, COPY)
            return
        is_added = False
        for (kind, page), made in found.items():
            above = found.get(("header", page))
            beside = (made,) if above is None else (made, above)
            if kind == "footer" and not any(has_placeholder(root, COPY) for root in beside):
                made.append(paragraph(self.look.style("Footer"), text_control(COPY, "", 1)))
                is_added = True
        if is_added:
            self._lower_footers()

    def _lower_footers(self) -> None:
        """Put footers lower on the page by a line, as far as printers reach, so that text keeps its room."""
        margins = self.section.find(qn("w:pgMar"))
        if margins is not None:
            setting = TypeSetting(self.look, self.look.numbering).setting(paragraph(self.look.style("Footer")))
            given = twips(margins, "footer")
            lowered = max(given - round(setting.line_height() * 20), min(given, _LOWEST))
            margins.set(qn("w:footer"), str(lowered))

    @property
    def _phrases(self) -> Phrases:
        return phrases_for(self.document.properties.language)

    def _words(self) -> dict[str, str]:
        """The words of the brief, by the tags of their placeholders."""
        furniture = self.document.furniture
        is_large = self.look.sheet.is_large_print
        return {HEADER: furniture.running_lines if is_large else furniture.running_line, FOOTER: furniture.footer}

    def _fill(self, made: Element, words: Mapping[str, str]) -> None:
        """Put the words in their places."""
        for control in list(made.iter(qn("w:sdt"))):
            if control_name(control) in words:
                self._replace(control, words[control_name(control)])
            elif control_name(control) == COPY:
                self._replace(control, None)

    def _replace(self, control: Element, words: str | None) -> None:
        """Replace `control` with `words`, formatted like its first run; None: with those about the copy."""
        parent = control.getparent()
        assert parent is not None
        properties = next(control.iterfind(f"{qn('w:sdtContent')}//{qn('w:r')}/{qn('w:rPr')}"), None)
        made = copy_runs(self.copy_line, properties) if words is None else [run(words, deepcopy(properties))]
        place = parent.index(control)
        parent[place : place + 1] = made if is_inline(control) else [paragraph(self.look.style("Header"), *made)]


def _take_out_placeholder(root: Element, tag: str) -> None:
    """Remove the placeholders for the words that `tag` stands for, and lines that hold nothing else."""
    for story in list(stories(root)):
        take_out(story, [atom for atom in atoms(story) if control_tag(atom) == tag])


def _number_anew(roots: Iterable[Element]) -> None:
    """Give drawings within `roots` numbers that nothing else in the file has, and let Word number controls."""
    numbers = count(_FIRST_DRAWING)
    for made in roots:
        for drawing in made.iter(qn("wp:docPr")):
            drawing.set("id", str(next(numbers)))
        for id in list(made.iter(qn("w:id"))):
            remove(id)


def _set_pages(root: Element, shown: Mapping[str, int]) -> None:
    """Make the numbers in `shown` the cached results of the fields with these names, simple and complex ones."""
    for story in stories(root):
        for atom in atoms(story):
            name = "" if atom.field is None else atom.field.name
            if name in shown and atom.is_result and atom.element.tag == qn("w:t"):
                atom.element.text = str(shown[name])
