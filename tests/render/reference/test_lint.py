from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from briefs.model.diagnostics import BriefsError
from briefs.render.reference.reference_check import check_reference
from briefs.render.reference.typefaces import families, has_widths_of
from briefs.word.elements import parse, qn
from tests.render.docx.corporate import CORPORATE, changed, with_parts
from tests.render.docx.samples import starter

FONTS = Path(__file__).parents[3] / "templates" / "layout" / "fonts"
BY_HAND = 'select the text, then "Update to Match Selection" at the style in Word\'s gallery'


def warnings(reference: bytes) -> list[str]:
    found = check_reference(reference, "r.docx", FONTS)
    assert {diagnostic.severity for diagnostic in found} <= {"warning"}
    return [str(diagnostic) for diagnostic in found]


def example(opened: WordDocument, style: str) -> Paragraph:
    return next(p for p in opened.paragraphs if p.style is not None and p.style.style_id == style)


def by_hand(style: str, words: str) -> str:
    return (
        f'r.docx: warning: text in the style "{style}" is formatted by hand ({words}); briefs take the style '
        f"[reference-direct-formatting]\n  hint: change the style: {BY_HAND}"
    )


def test_the_starter_is_as_it_should_be() -> None:
    assert warnings(starter()) == []


def test_an_example_that_was_formatted_by_hand_is_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        title = example(opened, "Title")
        title.runs[0].font.color.rgb = RGBColor(200, 0, 0)
        title.runs[0].font.size = Pt(30)
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER

    assert warnings(changed(change, starter())) == [by_hand("Title", "colour, size, alignment")]


def test_bold_that_was_taken_away_by_hand_is_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        example(opened, "Heading1").runs[0].bold = False

    assert warnings(changed(change, starter())) == [by_hand("heading 1", "bold")]


def test_a_change_of_the_style_itself_is_none() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].font.color.rgb = RGBColor(200, 0, 0)
        opened.styles["Title"].font.size = Pt(30)

    assert warnings(changed(change, starter())) == []


def test_formatting_that_says_what_the_style_says_is_none() -> None:
    def change(opened: WordDocument) -> None:
        example(opened, "Title").runs[0].font.size = Pt(19)
        example(opened, "Title").runs[0].bold = True

    assert warnings(changed(change, starter())) == []


def test_a_few_words_that_are_emphasized_are_none() -> None:
    def change(opened: WordDocument) -> None:
        paragraph = example(opened, "BriefAsk")
        paragraph.add_run(" with bold words").bold = True

    assert warnings(changed(change, starter())) == []


def test_words_in_a_character_style_and_a_table_are_looked_at_too() -> None:
    def change(opened: WordDocument) -> None:
        (run,) = (r for p in opened.paragraphs for r in p.runs if r.style is not None and r.style.name == "Strong")
        run.font.color.rgb = RGBColor(200, 0, 0)
        cell = opened.tables[0].cell(0, 0)._tc.get_or_add_tcPr()
        cell.append(parse('<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>')[0])

    assert warnings(changed(change, starter())) == [
        by_hand("Strong", "colour"),
        by_hand("Brief Table", "shading"),
    ]


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
        "and the PDF has none of its widths: the two break lines differently [reference-font]\n"
        "  hint: take a font with the widths of Carlito, or add Gotham to the fonts of the layout"
    ]


def test_fonts_of_the_theme_are_known() -> None:
    plain = changed(lambda opened: None)
    found = [warning for warning in warnings(plain) if "reference-font" in warning]
    assert len(found) == 1
    assert 'use the font "Cambria"' in found[0]
    themed = b'<a:latin typeface="Cambria"/>'
    carlito = with_parts(
        plain, {"word/theme/theme1.xml": lambda xml: xml.replace(themed, themed.replace(b"Cambria", b"Carlito"))}
    )
    assert [warning for warning in warnings(carlito) if "reference-font" in warning] == []


@pytest.mark.parametrize(
    ("font", "fonts", "expected"),
    [
        ("Calibri", ("Carlito",), True),
        ("carlito", ("Carlito",), True),
        ("Arial", ("Liberation Sans",), True),
        ("Arial", ("Carlito",), False),
        ("Gotham", ("Carlito", "DejaVu Sans"), False),
    ],
)
def test_twins_have_the_same_widths(font: str, fonts: tuple[str, ...], expected: bool) -> None:
    assert has_widths_of(font, fonts) is expected


def test_the_fonts_of_the_layout_are_known_by_their_families(tmp_path: Path) -> None:
    assert families(FONTS) == ("Carlito", "DejaVu Sans")
    with pytest.raises(BriefsError, match="holds no fonts"):
        families(tmp_path)


def test_a_page_that_leaves_other_room_than_the_pdf_is_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        opened.sections[0].left_margin = Mm(20)
        opened.sections[0].bottom_margin = Mm(40)

    assert warnings(changed(change, starter())) == [
        "r.docx: warning: the text is 163 mm wide, and 156 mm in the PDF: pages break differently [reference-page]\n"
        "  hint: the margins at the sides want 7 mm more in all",
        "r.docx: warning: the text is 233 mm high, and 251 mm in the PDF: pages break differently [reference-page]\n"
        "  hint: the margins above and below want 18 mm less in all",
    ]


def test_columns_make_the_text_narrower() -> None:
    def change(opened: WordDocument) -> None:
        columns = opened.sections[0]._sectPr.find(qn("w:cols"))
        assert columns is not None
        columns.set(qn("w:num"), "2")

    assert warnings(changed(change, starter()))[0].startswith("r.docx: warning: the text is 72 mm wide")


def test_a_footer_without_its_fields_is_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        page = opened.sections[0]
        for run in page.footer.paragraphs[0].runs:
            run._r.getparent().remove(run._r)
        (count,) = (c for c in page.first_page_footer._element.iter(qn("w:instrText")) if c.text == " NUMPAGES ")
        count.text = " DATE "

    hint = 'insert "Page X of Y" from Word\'s gallery of page numbers; numbers that are typed do not count'
    assert warnings(changed(change, starter())) == [
        f"r.docx: warning: the footer lacks the fields PAGE and NUMPAGES [reference-page-number]\n  hint: {hint}",
        "r.docx: warning: the footer of the first page lacks the field NUMPAGES [reference-page-number]\n"
        f"  hint: {hint}",
    ]


@pytest.mark.parametrize("name", CORPORATE)
def test_every_corporate_document_can_be_checked(name: str) -> None:
    found = warnings(CORPORATE[name]())
    assert any("reference-page]" in warning for warning in found)


def test_what_is_no_word_document_cannot_be_checked() -> None:
    with pytest.raises(BriefsError, match="is not a Word document that can be read"):
        check_reference(b"no zip file", "r.docx", FONTS)


@pytest.mark.parametrize("content", [b"", b"<w:broken", b"<x/>"])
@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml"])
def test_a_document_with_a_broken_part_cannot_be_checked(name: str, content: bytes) -> None:
    with pytest.raises(BriefsError, match="is not a Word document that can be read"):
        check_reference(with_parts(starter(), {name: lambda part: content}), "r.docx", FONTS)
