"""A look in which Word holds the pages of the PDF."""

from __future__ import annotations

import pytest

from briefs.render.docx.page_budget import WordPages
from briefs.render.docx.render import WordFile, word_file
from briefs.render.fonts.widths import text_measure
from briefs.word.elements import qn
from tests.builders import REPOSITORY
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import document, numbered, part, section, starter, value
from tests.render.reference.houses import reference

LETTERS = text_measure(REPOSITORY / "templates" / "layout" / "fonts")
WORDS = "The council of the valley agreed on the plan of the wells and asked the villages to say what they need. "
LONG = document(section(numbered(*((WORDS * 2, number) for number in range(1, 23)))))
"""A page and a quarter in 11 pt, two in 14 pt."""


def made(house: bytes, most: int | None) -> WordFile:
    return word_file(LONG, house, most=most, letters=LETTERS)


def number(pages: WordPages | None) -> int:
    assert pages is not None
    return pages.number


def size(file: WordFile) -> str | None:
    styles = part(file.content, "word/styles.xml")
    (body,) = (style for style in styles.iter(qn("w:style")) if style.get(qn("w:styleId")) == "BodyText")
    return value(body, "rPr/sz")


def test_the_look_of_the_house_stays_if_it_holds_the_pages() -> None:
    large = reference(others="")
    file = made(large, 4)
    assert number(file.pages) <= 4
    assert size(file) is None


def test_a_look_that_takes_more_pages_is_made_compact() -> None:
    wide = reference('<w:spacing w:line="720" w:lineRule="auto"/>')
    assert number(made(wide, 9).pages) > 2
    file = made(wide, 2)
    assert number(file.pages) == 2
    assert file.content != made(wide, None).content


def test_what_cannot_hold_the_pages_is_as_compact_as_it_can_be_and_counted() -> None:
    assert number(made(reference(), 1).pages) == 2


def test_pages_with_less_room_and_wide_fonts_are_named() -> None:
    narrow = with_parts(
        reference(text='<w:rFonts w:ascii="Verdana"/>'),
        {"word/document.xml": lambda xml: xml.replace(b'w:left="1531"', b'w:left="4531"')},
    )
    pages = made(narrow, 1).pages
    assert pages is not None
    assert pages.room == pytest.approx((8844 - 3000) / 8844, abs=0.01)
    assert pages.font == "Verdana"
    assert pages.width == pytest.approx(1.25, abs=0.01)
    assert pages.number > number(made(reference(), 1).pages)


def test_nothing_is_estimated_for_the_starter_or_without_a_limit() -> None:
    assert made(starter(), 1).pages is None
    assert made(reference(), None).pages is None
