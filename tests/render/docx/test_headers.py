"""Headers and footers: those of the reference document, with the words of the brief."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION

from briefs.model.document import Note, Paragraph
from briefs.model.inline import NoteCall, Text
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.render.docx.render import render_docx
from briefs.word.elements import qn, run, w
from tests.render.docx.corporate import changed
from tests.render.docx.samples import (
    BRIEF,
    document,
    paragraphs,
    part,
    section,
    shown,
    starter,
    text,
    unit,
)
from tests.render.reference.letterheads import field, letterhead, line


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


def test_a_placeholder_may_stand_around_a_paragraph_and_other_controls_are_kept() -> None:
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


def test_a_footer_that_has_a_page_number_gets_no_second_one() -> None:
    def change(opened: docx.document.Document) -> None:
        paragraph = opened.sections[0].footer.paragraphs[0]._p
        paragraph.append(paragraph.makeelement(qn("w:fldSimple"), {qn("w:instr"): " PAGE "}))

    (page,) = docx.Document(io.BytesIO(render_docx(BRIEF, changed(change)))).sections
    assert [p.text for p in page.footer.paragraphs] == ["", "B/2 · Limited"]


def test_the_page_number_stands_at_the_right_whatever_tabs_footers_have() -> None:
    root = part(render_docx(BRIEF, changed(lambda opened: None)), "word/footer1.xml")
    (tabs,) = root.iter(qn("w:tabs"))
    assert [(tab.get(qn("w:val")), tab.get(qn("w:pos"))) for tab in tabs] == [
        ("clear", "4680"),
        ("right", "8640"),  # in place of 9360, beyond the measure, where the style has it
    ]
    assert not list(part(render_docx(BRIEF, starter()), "word/footer1.xml").iter(qn("w:tabs")))


def brief(paper: Paper = "A4", size: TypeSize = 11) -> bytes:
    words = Paragraph((Text("Words"), NoteCall("fn")), unit=unit("u1", 1))
    made = document(section(words), notes=(Note("fn", unit("u2"), text("A note")),))
    return render_docx(made, starter(), sheet=Sheet(paper, size))


@pytest.mark.parametrize(
    ("size", "words"), [(11, "Short title · Ministers\u00a0· Draft"), (14, "Short title · Ministers\nDraft")]
)
def test_the_running_header_is_two_lines_in_large_print(size: TypeSize, words: str) -> None:
    assert paragraphs(part(brief(size=size), "word/header1.xml")) == [words]


def test_a_header_of_all_pages_has_no_running_line_on_the_first_where_the_masthead_is() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].different_first_page_header_footer = False
        opened.sections[0].header.paragraphs[0].insert_paragraph_before("House")

    (page,) = docx.Document(io.BytesIO(render_docx(BRIEF, changed(change, starter())))).sections
    assert page.different_first_page_header_footer
    assert [p.text for p in page.first_page_header.paragraphs] == ["House"]
    assert [p.text for p in page.first_page_footer.paragraphs] == ["B/2 · Limited\tPage 1 of 1"]
    assert [p.text for p in page.header.paragraphs] == ["House", "Short title · Ministers\u00a0· Draft"]
    assert [p.text for p in page.footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1"]


def test_without_a_letterhead_pages_have_the_words_of_the_brief_alone() -> None:
    numbers = line("Seite ", field("PAGE", "7"), " von ", field("NUMPAGES", "9"))
    for name, reference in {
        "word/header1.xml": letterhead(line("House") + numbers),
        "word/footer1.xml": letterhead(line("House") + numbers, "word/footer1.xml"),
    }.items():
        kept, left = (part(render_docx(BRIEF, reference, letterhead=each), name) for each in (True, False))
        assert paragraphs(kept)[:2] == ["House", "Seite 2 von 1"]
        expected = ["Short title · Ministers\u00a0· Draft"] if "header" in name else ["Page 2 of 1", "B/2 · Limited"]
        assert [words.partition("\t")[0] for words in paragraphs(left)] == expected
