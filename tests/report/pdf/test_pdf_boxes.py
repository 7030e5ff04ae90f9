"""Text in a box beside other text is read by itself."""

from __future__ import annotations

from briefs.report.pdf.pdf_boxes import boxed_texts
from tests.report.pdf.builders import column_at, drawn_pdf, file_of

BODY = column_at(50, 350, [f"line {index} of the text" for index in range(12)])
BOX = column_at(230, 320, ["Who keeps", "the lamps?"])


def boxed(content: str) -> list[list[str]]:
    page = file_of(drawn_pdf(content)).pages[0]
    return [[chunk.text for chunk in box.chunks] for box in boxed_texts(page.chunks[0], page.rules.boxes)]


def test_a_box_beside_text_is_found() -> None:
    assert boxed("220 290 120 50 re S\n" + BODY + BOX) == [["Who keeps", "the lamps?"]]


def test_the_ground_of_a_page_and_what_text_goes_through_is_no_box() -> None:
    assert boxed("10 10 380 380 re S\n" + BODY + BOX) == []
    assert boxed("60 290 280 50 re S\n" + BODY + BOX) == []


def test_a_box_with_nothing_beside_it_needs_no_place_of_its_own() -> None:
    assert boxed("220 150 120 50 re S\n" + BODY + column_at(230, 180, ["Who keeps", "the lamps?"])) == []
