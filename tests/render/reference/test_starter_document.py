"""Reference documents that are not the starter: what a customer's designer may send."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.shared import Mm

from briefs.render.docx.render import render_docx
from briefs.word.elements import Element, qn, run, w
from tests.render.docx.samples import (
    body,
    document,
    numbered,
    paragraph_with,
    part,
    section,
    shown,
    starter,
    style,
    value,
)


def changed(change: Callable[[WordDocument], Any], template: bytes | None = None) -> bytes:
    """A reference document, changed as a designer might."""
    opened = docx.Document(io.BytesIO(template) if template else None)
    change(opened)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def styles_of(file: bytes) -> dict[str | None, Element]:
    return {s.get(qn("w:styleId")): s for s in part(file, "word/styles.xml").iter(qn("w:style"))}


BRIEF = document(section(numbered(("One", 1))))


def test_text_of_the_reference_is_ignored_and_its_own_properties_are_not_taken_over() -> None:
    def change(opened: WordDocument) -> None:
        opened.add_paragraph("Old text")
        opened.core_properties.comments = "Old remark"

    file = render_docx(BRIEF, changed(change))
    assert "Old text" not in shown(part(file, "word/document.xml"))
    assert docx.Document(io.BytesIO(file)).core_properties.comments == ""


def test_a_changed_style_is_kept_and_the_missing_ones_are_added() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].element.get_or_add_rPr().get_or_add_sz().val = docx.shared.Pt(30)

    styles = styles_of(render_docx(BRIEF, changed(change)))
    assert value(styles["Title"], "rPr/sz") == "60"
    assert {"BriefAsk", "SourceTagChar", "BriefTable", "StatusLine"} <= set(styles)
    assert value(styles["BriefAsk"], "basedOn") == "BodyText"


def test_an_added_style_has_no_list_of_the_starter_and_defaults_are_found_by_being_defaults() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["List Number"].delete()
        opened.styles["Normal"].element.set(qn("w:styleId"), "Standard")
        opened.styles["Normal"].element.find(qn("w:name")).set(qn("w:val"), "Standard")
        opened.styles["No List"].delete()

    styles = styles_of(render_docx(BRIEF, changed(change)))
    assert "Normal" not in styles
    assert value(styles["StatusLine"], "basedOn") == "Standard"
    assert styles["NoList"].get(qn("w:default")) == "1"
    assert styles["ListNumber"].find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None


def test_a_style_with_a_localized_id_is_found_by_its_name() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Heading 1"].element.set(qn("w:styleId"), "berschrift1")

    file = render_docx(BRIEF, changed(change))
    heading = paragraph_with(part(file, "word/document.xml"), "Heading")
    assert style(heading) == "berschrift1"
    assert value(styles_of(file)["BriefAskHeading"], "basedOn") == "berschrift1"


def test_page_and_measure_are_those_of_the_reference() -> None:
    def change(opened: WordDocument) -> None:
        page = opened.sections[0]
        page.page_width, page.left_margin, page.right_margin = Mm(200), Mm(30), Mm(40)

    file = render_docx(BRIEF, changed(change))
    assert styles_of(file)["StatusLine"].find(f".//{qn('w:tab')}").get(qn("w:pos")) == "7370"  # type: ignore[union-attr]


def test_the_header_of_a_reference_is_kept_and_the_words_are_added_to_it() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].header.paragraphs[0].text = "House"
        opened.add_section(WD_SECTION.NEW_PAGE)

    opened = docx.Document(io.BytesIO(render_docx(BRIEF, changed(change))))
    (page,) = opened.sections
    assert [p.text for p in page.header.paragraphs] == ["House", "Short title · Ministers\u00a0· Draft"]
    assert [p.text for p in page.footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1"]


def test_words_go_where_the_placeholder_is() -> None:
    def change(opened: WordDocument) -> None:
        header = opened.sections[0].header
        header.paragraphs[0].insert_paragraph_before("House")

    opened = docx.Document(io.BytesIO(render_docx(BRIEF, changed(change, starter()), pages=3)))
    (page,) = opened.sections
    assert page.different_first_page_header_footer
    assert [p.text for p in page.header.paragraphs] == ["House", "Short title · Ministers\u00a0· Draft"]
    assert [p.text for p in page.first_page_header.paragraphs] == [""]
    assert [p.text for p in page.footer.paragraphs] == ["B/2 · Limited\tPage 2 of 3"]
    assert [p.text for p in page.first_page_footer.paragraphs] == ["B/2 · Limited\tPage 1 of 3"]


def test_a_placeholder_may_stand_round_a_paragraph_and_other_controls_are_kept() -> None:
    def change(opened: WordDocument) -> None:
        root = opened.sections[0].header._element
        number = w("sdt", w("sdtPr", w("id", val=7)), w("sdtContent", run("No. 7")))
        root.append(w("p", number))
        (control,) = root.xpath(".//w:sdt[w:sdtPr/w:tag]")
        paragraph = control.getparent()
        control.find(qn("w:sdtContent")).clear()
        root.replace(paragraph, control)

    header = part(render_docx(BRIEF, changed(change, starter())), "word/header1.xml")
    assert [shown(p) for p in header.iter(qn("w:p"))] == ["Short title · Ministers\u00a0· Draft", "No. 7"]
    assert len(list(header.iter(qn("w:sdt")))) == 1


def test_even_pages_have_header_and_footer_where_the_reference_tells_them_apart() -> None:
    def change(opened: WordDocument) -> None:
        opened.settings.odd_and_even_pages_header_footer = True

    opened = docx.Document(io.BytesIO(render_docx(BRIEF, changed(change, starter()))))
    (page,) = opened.sections
    assert [p.text for p in page.even_page_header.paragraphs] == ["Short title · Ministers\u00a0· Draft"]
    assert [p.text for p in page.even_page_footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1"]


def test_a_designers_list_definition_is_used() -> None:
    def change(opened: WordDocument) -> None:
        numbering = opened.part.numbering_part.element
        (text,) = numbering.xpath("//w:abstractNum[w:name/@w:val='Brief Paragraphs']//w:lvlText")
        text.set(qn("w:val"), "%1.")

    root = part(render_docx(BRIEF, changed(change, starter())), "word/numbering.xml")
    assert len(list(root.iter(qn("w:abstractNum")))) == 2
    assert [text.get(qn("w:val")) for text in root.iter(qn("w:lvlText"))] == ["%1.", "•"]


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


def test_the_language_is_that_of_the_brief() -> None:
    def change(opened: WordDocument) -> None:
        defaults = opened.styles.element.find(qn("w:docDefaults"))
        opened.styles.element.remove(defaults)

    def change_less(opened: WordDocument) -> None:
        for language in opened.styles.element.xpath("w:docDefaults//w:lang"):
            language.getparent().remove(language)

    for reference in (starter(), changed(change), changed(change_less)):
        root = part(render_docx(BRIEF, reference), "word/styles.xml")
        assert value(root, "docDefaults/rPrDefault/rPr/lang") == "en-GB"
    assert body(BRIEF)[-1].tag == qn("w:sectPr")


def test_numbered_paragraphs_of_a_box_have_the_indents_of_its_style() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Brief Ask"].paragraph_format.left_indent = Mm(20)

    boxed = document(section(numbered(("One", 1)), style="decision"), section(numbered(("Two", 2))))
    made = part(render_docx(boxed, changed(change, starter())), "word/document.xml")
    indents = [paragraph_with(made, words).find(f"{qn('w:pPr')}/{qn('w:ind')}") for words in ("One", "Two")]
    assert indents[0] is not None
    assert indents[0].get(qn("w:left")) == "1134"
    assert indents[1] is None
