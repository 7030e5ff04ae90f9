"""Warnings on reference documents."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from briefs.model.diagnostics import BriefsError
from briefs.render.reference.reference_check import check_reference
from briefs.word.elements import qn
from tests.render.docx.corporate import CORPORATE, changed, with_parts
from tests.render.docx.samples import starter
from tests.render.logo.pictures import png
from tests.render.reference.houses import reference, style
from tests.render.reference.letterheads import letterhead, line

FONTS = Path(__file__).parents[3] / "templates" / "layout" / "fonts"


def warnings(reference: bytes) -> list[str]:
    found = check_reference(reference, "r.docx", FONTS)
    assert {diagnostic.severity for diagnostic in found} <= {"warning"}
    return [str(diagnostic) for diagnostic in found]


def test_the_starter_is_as_it_should_be() -> None:
    assert warnings(starter()) == []


def test_text_in_styles_that_briefs_do_not_use_is_ignored() -> None:
    def change(opened: WordDocument) -> None:
        opened.add_paragraph("Old text").runs[0].font.size = Pt(40)

    assert warnings(changed(change, starter())) == []


def test_a_font_of_other_widths_is_a_warning_with_the_styles_that_use_it() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].font.name = "Gotham"
        opened.styles["heading 1"].font.name = "Gotham"
        opened.styles["Quote"].font.name = "Carlito"

    assert warnings(changed(change, starter())) == [
        'r.docx: warning: the styles "Title", "heading 1", "heading 2", "heading 3" and 5 more use the font "Gotham", '
        "and no font of the PDF has the same widths, so Word and the PDF break lines differently [reference-font]\n"
        "  hint: use a font with the widths of Carlito, or add Gotham to templates/layout/fonts"
    ]


@pytest.mark.parametrize(
    ("font", "said", "hint"),
    [
        ("Verdana", "DejaVu Sans is nearest, and about as wide on average", "or add Verdana to"),
        (
            "Arial",
            "Carlito is nearest, and text in Arial is about 9 % wider",
            "or add Liberation Sans, which is free and has the widths of Arial, to",
        ),
        ("Garamond", "Carlito is nearest, and text in Garamond is about 6 % narrower", "or add Garamond to"),
        (
            "Times New Roman",
            "Carlito is nearest, and about as wide on average",
            "or add Liberation Serif, which is free",
        ),
    ],
)
def test_the_nearest_font_of_the_pdf_and_a_free_one_of_the_same_widths_are_named(
    font: str, said: str, hint: str
) -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].font.name = font

    (found,) = warnings(changed(change, starter()))
    assert said in found
    assert hint in found


def test_several_fonts_are_one_warning() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].font.name = "Gotham"
        opened.styles["Quote"].font.name = "Arial"

    (found,) = warnings(changed(change, starter()))
    assert 'the style "Title" uses the font "Gotham" and the styles "Quote", "Brief Attribution" the font "Arial" ' in (
        found
    )
    assert '"Arial" (Carlito is nearest, and text in Arial is about 9 % wider), and no font of the PDF has' in found
    assert "or add Gotham and Liberation Sans, which is free and has the widths of Arial, to templates/lay" in found


def test_fonts_of_defaults_that_no_text_is_in_do_not_count() -> None:
    def change(xml: bytes) -> bytes:
        return re.sub(
            rb"(<w:rPrDefault>.*?<w:rFonts )[^>]*/>", rb'\1w:ascii="Gotham" w:hAnsi="Gotham"/>', xml, flags=re.S
        )

    named = reference(paragraph="", text='<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>')
    assert "Gotham" not in "".join(warnings(with_parts(named, {"word/styles.xml": change})))


def test_formatting_by_hand_is_one_warning_for_all_styles() -> None:
    def change(opened: WordDocument) -> None:
        opened.add_paragraph("Old", "Title").runs[0].font.size = Pt(40)
        opened.add_paragraph("Old", "Quote").runs[0].font.bold = True

    (found,) = warnings(changed(change, starter()))
    assert 'text in the styles "Title" (size), "Quote" (bold) is formatted by hand; briefs use only the styles' in found


def test_text_of_which_no_style_names_a_font_has_that_of_word() -> None:
    unnamed = with_parts(starter(), {"word/styles.xml": lambda xml: re.sub(rb"<w:rFonts [^>]*/>", b"", xml)})
    (found,) = warnings(unnamed)
    assert 'use the font "Times New Roman"' in found


def test_what_briefs_leave_out_of_styles_is_said_once_for_each_thing() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'
    others = style("Title", "Title", "<w:pageBreakBefore/>") + style("Heading1", "heading 1", number)
    found = warnings(reference("<w:pageBreakBefore w:val='0'/>", "<w:vanish/>", others=others))
    assert found == [
        'r.docx: warning: text in the style "Normal" is hidden; text in the style "Title" begins a new page; '
        "briefs leave this out [reference-style]\n"
        "  hint: nothing needs to be done; to be rid of this warning, change it with “Modify” in Word's list of styles",
        'r.docx: warning: the style "heading 1" has numbers; briefs leave them out, since their paragraphs are '
        "numbered through [reference-numbering]\n"
        "  hint: nothing needs to be done; to be rid of this warning, take the numbering off in Word",
    ]


def test_all_that_one_style_does_is_said_in_one_line() -> None:
    (found,) = warnings(reference("<w:pageBreakBefore/><w:outlineLvl w:val='0'/>", "<w:vanish/>"))
    assert 'text in the style "Normal" begins a new page, is hidden and counts as a heading; briefs leave' in found


def test_styles_of_several_headings_are_named_together() -> None:
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    others = style("Heading1", "heading 1", number) + style("Heading2", "heading 2", number)
    (found,) = warnings(reference(others=others))
    assert 'the styles "heading 1", "heading 2" have numbers; briefs leave them out' in found


def test_a_page_that_leaves_other_room_than_the_pdf_is_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].left_margin = Mm(20)
        opened.sections[0].bottom_margin = Mm(40)

    assert warnings(changed(change, starter())) == [
        "r.docx: warning: the text is 163 mm wide and 233 mm high, and 156 mm and 251 mm in the PDF: pages break "
        "differently [reference-page]\n"
        "  hint: make the margins at the sides 7 mm larger and those above and below 18 mm smaller in all"
    ]


def test_other_paper_is_measured_as_the_usual_one_which_a_build_makes_of_it() -> None:
    def change(opened: WordDocument) -> None:
        page = opened.sections[0]
        page.page_width, page.page_height = Mm(215.9), Mm(279.4)
        page.left_margin = page.right_margin = Mm(29.95)
        page.top_margin, page.bottom_margin = Mm(17), Mm(15.6)

    assert warnings(changed(change, starter())) == []


@pytest.mark.parametrize(("width", "height"), [(148, 210), (297, 210)])
def test_paper_that_no_brief_is_printed_on_is_a_warning_and_no_advice_on_margins(width: int, height: int) -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].page_width, opened.sections[0].page_height = Mm(width), Mm(height)

    assert warnings(changed(change, starter())) == [
        f"r.docx: warning: the page is {width} by {height} mm, and A4 or Letter in the PDF: pages break differently "
        "[reference-page]\n"
        "  hint: choose A4 or Letter, upright, in Word, under Layout, Size and Orientation"
    ]


def test_columns_are_a_warning_and_no_wrong_advice_on_margins() -> None:
    def change(opened: WordDocument) -> None:
        columns = opened.sections[0]._sectPr.find(qn("w:cols"))
        assert columns is not None
        columns.set(qn("w:num"), "2")

    assert warnings(changed(change, starter())) == [
        "r.docx: warning: the text is in 2 columns, and in one in the PDF: pages break differently [reference-page]\n"
        "  hint: choose one column in Word, under Layout, Columns"
    ]


def test_a_picture_in_a_header_that_the_pdf_lacks_is_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(png(90, 30)))

    assert warnings(changed(change, starter())) == [
        "r.docx: warning: the header of the first page has a picture that the PDF does not have [reference-picture]\n"
        "  hint: take it out, and name it as `logo` in templates/house.yaml: then all formats have it"
    ]


def test_words_of_a_letterhead_are_a_warning_unless_the_house_prints_them() -> None:
    reference = letterhead(line("Ministry of Water") + line("1 Quay Street"))
    assert warnings(reference) == [
        'r.docx: warning: the header has words that the PDF does not have ("Ministry of Water", "1 Quay Street"): they '
        "are left out [reference-words]\n"
        "  hint: what all formats are to say belongs in templates/house.yaml; to print these words in Word files all "
        "the same, write `letterhead: true` there"
    ]
    assert check_reference(reference, "r.docx", FONTS, letterhead=True) == []


def test_headers_of_even_pages_that_a_document_does_not_tell_apart_do_not_count() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].even_page_header.paragraphs[0].text = "Even"

    assert warnings(changed(change, starter())) == []


def test_a_page_without_size_is_a_warning() -> None:
    (warning,) = warnings(letterhead(section=('<w:pgSz w:w="11906" w:h="16838"/>', "")))
    assert "the page has no size: the PDF's are used [reference-section]" in warning


@pytest.mark.parametrize("name", CORPORATE)
def test_every_corporate_document_can_be_checked(name: str) -> None:
    found = warnings(CORPORATE[name]())
    assert any("reference-page]" in warning for warning in found)


def test_bytes_that_are_not_a_word_document_cannot_be_checked() -> None:
    with pytest.raises(BriefsError, match="is not a Word document that can be read"):
        check_reference(b"no zip file", "r.docx", FONTS)


@pytest.mark.parametrize("content", [b"", b"<w:broken", b"<x/>"])
@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml"])
def test_a_document_with_a_broken_part_cannot_be_checked(name: str, content: bytes) -> None:
    with pytest.raises(BriefsError, match="is not a Word document that can be read"):
        check_reference(with_parts(starter(), {name: lambda part: content}), "r.docx", FONTS)
