"""What was done by hand to text of a reference document is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from briefs.render.reference.reference_check import check_reference
from briefs.word.elements import parse
from tests.render.docx.corporate import changed
from tests.render.docx.samples import starter

FONTS = Path(__file__).parents[3] / "templates" / "layout" / "fonts"


BY_HAND = 'select the text, then choose "Update to Match Selection" for the style in Word\'s gallery'


def warnings(reference: bytes) -> list[str]:
    found = check_reference(reference, "r.docx", FONTS)
    assert {diagnostic.severity for diagnostic in found} <= {"warning"}
    return [str(diagnostic) for diagnostic in found]


def example(opened: WordDocument, style: str) -> Paragraph:
    return next(p for p in opened.paragraphs if p.style is not None and p.style.style_id == style)


def by_hand(style: str, words: str) -> str:
    return (
        f'r.docx: warning: text in the style "{style}" is formatted by hand ({words}); briefs use only the style '
        f"[reference-direct-formatting]\n  hint: change the style: {BY_HAND}"
    )


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


def test_a_change_of_the_style_itself_is_not_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        opened.styles["Title"].font.color.rgb = RGBColor(200, 0, 0)
        opened.styles["Title"].font.size = Pt(30)

    assert warnings(changed(change, starter())) == []


def test_formatting_that_repeats_the_style_is_not_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        example(opened, "Title").runs[0].font.size = Pt(19)
        example(opened, "Title").runs[0].bold = True

    assert warnings(changed(change, starter())) == []


def test_a_few_emphasized_words_are_not_a_warning() -> None:
    def change(opened: WordDocument) -> None:
        paragraph = example(opened, "BriefAsk")
        paragraph.add_run(" with bold words").bold = True

    assert warnings(changed(change, starter())) == []


def test_words_in_a_character_style_and_tables_are_checked_too() -> None:
    def change(opened: WordDocument) -> None:
        (run,) = (r for p in opened.paragraphs for r in p.runs if r.style is not None and r.style.name == "Strong")
        run.font.color.rgb = RGBColor(200, 0, 0)
        cell = opened.tables[0].cell(0, 0)._tc.get_or_add_tcPr()
        cell.append(parse('<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>')[0])

    (warning,) = warnings(changed(change, starter()))
    assert 'text in the styles "Strong" (colour), "Brief Table" (shading) is formatted by hand; briefs use' in warning
