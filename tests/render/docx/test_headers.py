"""Headers and footers: those of the reference document, with the words of the brief."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION

from briefs.model.copy import Copy
from briefs.model.document import Document, Note, Paragraph
from briefs.model.inline import NoteCall, Text
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.render.docx.render import render_docx
from briefs.word.controls import text_control
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


COPY = Copy("Jane DOE", 17, 194)
LINE = "For: Jane DOE · Copy\u00a017\u00a0of\u00a0194"


def _personal(copy: Copy | None) -> Document:
    return replace(BRIEF, furniture=replace(BRIEF.furniture, is_personal=True, copy=copy))


def _all_kinds(opened: WordDocument) -> None:
    opened.settings.odd_and_even_pages_header_footer = True
    opened.sections[0].different_first_page_header_footer = True


@pytest.mark.parametrize("template", [None, starter()], ids=["a house's", "the starter"])
@pytest.mark.parametrize(("copy", "line"), [(COPY, LINE), (None, "")], ids=["addressed", "not addressed"])
def test_all_footers_have_a_line_for_whom_a_copy_is_for(template: bytes | None, copy: Copy | None, line: str) -> None:
    opened = docx.Document(io.BytesIO(render_docx(_personal(copy), changed(_all_kinds, template))))
    (page,) = opened.sections
    for footer in (page.footer, page.first_page_footer, page.even_page_footer):
        assert [p.text for p in footer.paragraphs][-1] == line
        assert [p.text for p in footer.paragraphs].count(LINE) == (copy is not None)


def test_that_line_goes_where_its_placeholder_is() -> None:
    def change(opened: WordDocument) -> None:
        page = opened.sections[0]
        page.footer.paragraphs[0]._p.insert(1, text_control("copy_line", "Whom it is for", 9))
        page.first_page_footer.paragraphs[0].insert_paragraph_before()._p.append(text_control("copy_line", "Whom", 9))
        page.even_page_header.paragraphs[0]._p.append(text_control("copy_line", "Whom", 9))
        opened.settings.odd_and_even_pages_header_footer = True

    reference = changed(change, starter())
    (page,) = docx.Document(io.BytesIO(render_docx(_personal(COPY), reference))).sections
    assert [p.text for p in page.footer.paragraphs] == [f"{LINE}B/2 · Limited\tPage 2 of 1"]
    assert [p.text for p in page.first_page_footer.paragraphs] == [LINE, "B/2 · Limited\tPage 1 of 1"]
    assert [p.text for p in page.even_page_footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1"]
    assert LINE in [p.text for p in page.even_page_header.paragraphs]
    (page,) = docx.Document(io.BytesIO(render_docx(BRIEF, reference))).sections
    assert [p.text for p in page.first_page_footer.paragraphs] == ["B/2 · Limited\tPage 1 of 1"]
    assert [p.text for p in page.footer.paragraphs] == ["B/2 · Limited\tPage 2 of 1"]


def test_the_line_takes_no_room_from_the_text() -> None:
    plain = docx.Document(io.BytesIO(render_docx(BRIEF, starter()))).sections[0]
    personal = docx.Document(io.BytesIO(render_docx(_personal(None), starter()))).sections[0]
    assert personal.bottom_margin == plain.bottom_margin
    assert personal.footer_distance is not None
    assert plain.footer_distance is not None
    assert plain.footer_distance.pt - personal.footer_distance.pt == pytest.approx(11.75, abs=0.05)
    assert personal.footer_distance.mm > 5
