"""Which page, headers and footers of a reference document a brief takes."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument

from briefs.render.docx.render import render_docx
from briefs.word.elements import Element, qn
from tests.render.docx.corporate import CORPORATE, changed
from tests.render.docx.samples import (
    BRIEF,
    part,
)


def styles_of(file: bytes) -> dict[str | None, Element]:
    return {s.get(qn("w:styleId")): s for s in part(file, "word/styles.xml").iter(qn("w:style"))}


def test_a_reference_without_page_set_up_gets_the_starters() -> None:
    def change(opened: WordDocument) -> None:
        opened.element.body.remove(opened.element.body.sectPr)

    made = part(render_docx(BRIEF, changed(change)), "word/document.xml")
    (size,) = made.iter(qn("w:pgSz"))
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")


def test_a_reference_without_margins_gets_the_starters_measure() -> None:
    def change(opened: WordDocument) -> None:
        section = opened.element.body.sectPr
        section.remove(section.find(qn("w:pgMar")))
        section.set(qn("w:rsidR"), "00AB12CD")
        section.set(qn("w:official"), "1")

    file = render_docx(BRIEF, changed(change))
    (made,) = part(file, "word/document.xml").iter(qn("w:sectPr"))
    assert [str(name) for name in made.attrib] == [qn("w:official")]
    assert styles_of(file)["StatusLine"].find(f".//{qn('w:tab')}").get(qn("w:pos")) == "8844"  # type: ignore[union-attr]


def test_a_brief_has_the_last_upright_section_and_the_letterhead_on_its_first_page() -> None:
    opened = docx.Document(io.BytesIO(render_docx(BRIEF, CORPORATE["many sections"]())))
    (page,) = opened.sections
    assert page.page_width is not None
    assert page.page_height is not None
    assert page.page_width < page.page_height
    assert page.different_first_page_header_footer
    assert [p.text for p in page.first_page_header.paragraphs] == ["", "Letterhead"]
    assert len(page.first_page_header._element.xpath(".//a:blip")) == 1
    assert [p.text for p in page.header.paragraphs] == ["Running", "Short title · Ministers\u00a0· Draft"]
    assert [p.text for p in page.footer.paragraphs] == ["Bank details", "B/2 · Limited\tPage 2 of 1"]
    assert page._sectPr.find(qn("w:type")) is None
