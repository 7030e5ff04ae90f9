"""Placeholders and page numbers of headers and footers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.phrases import ENGLISH
from briefs.render.reference.placeholders import (
    FOOTER,
    HEADER,
    footer_paragraph,
    has_placeholder,
    is_inline,
    missing_fields,
    words_shown,
)
from briefs.word.controls import text_control
from briefs.word.elements import Element, field, paragraph, parse, qn, root, run, w
from tests.render.docx.samples import shown


def test_the_page_number_is_in_the_words_of_the_language() -> None:
    assert shown(footer_paragraph("Footer", run("B/2"), ENGLISH, page=2)) == "B/2\tPage 2 of 1"
    backwards = replace(ENGLISH, page_of="{pages} / {page}")
    made = footer_paragraph("Footer", run("B/2"), backwards, page=2)
    assert shown(made) == "B/2\t1 / 2"
    assert [code.text for code in made.iter(qn("w:instrText"))] == [" NUMPAGES ", " PAGE "]


def test_a_footer_may_have_no_page_number_and_tab_stops_of_its_own() -> None:
    made = footer_paragraph("Footer", run("B/2"), None, page=1, tabs=w("tabs"))
    assert shown(made) == "B/2"
    assert made[0].find(qn("w:tabs")) is not None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([*field("PAGE", "1"), *field("NUMPAGES", "1")], ()),
        ([*field("PAGE", "1"), *field("SECTIONPAGES", "1")], ()),
        (list(parse('<w:fldSimple w:instr=" page \\* Arabic "/>')), ("NUMPAGES",)),
        ([run("Page 1 of 2")], ("PAGE", "NUMPAGES")),
    ],
)
def test_fields_count_and_numbers_that_are_typed_do_not(content: list[Element], expected: tuple[str, ...]) -> None:
    assert missing_fields(root("ftr", paragraph("Footer", *content))) == expected


def test_a_placeholder_is_known_by_its_tag() -> None:
    header = root("hdr", paragraph("Header", text_control(HEADER, "", 1)))
    assert has_placeholder(header, HEADER)
    assert not has_placeholder(header, FOOTER)


def test_the_words_of_the_brief_are_known_before_they_are_there() -> None:
    around = w("sdt", w("sdtPr", w("tag", val=FOOTER)), w("sdtContent", paragraph("Footer", run("Footer"))))
    made = root("ftr", paragraph("Footer", run("At "), text_control(HEADER, "Header", 1)), around, paragraph("Footer"))
    assert words_shown(made, {HEADER: "home", FOOTER: "B/2"}) == "At home\nB/2\n\n"
    assert words_shown(made, {}) == "At Header\nFooter\n\n"
    assert [is_inline(control) for control in made.iter(qn("w:sdt"))] == [True, False]
