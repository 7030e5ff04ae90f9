"""What stays on the page of what follows."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Cell, Item, List, Paragraph, Row, Table
from briefs.render.docx.keeping import Keep, keeps
from tests.render.docx.samples import (
    body,
    document,
    numbered,
    paragraph_with,
    section,
    style,
    text,
    value,
)


def test_a_decision_is_kept_on_one_page() -> None:
    made = body(document(section(numbered(("One", 1), ("Two", 2)), heading="Ask", style="decision")))
    kept = [value(paragraph_with(made, words), "pPr/keepNext") for words in ("Ask", "One", "Two")]
    assert kept == ["", "", None]


def test_what_follows_the_source_list_stands_with_its_end() -> None:
    brief = document(
        replace(section(*(Paragraph(text(words), "small") for words in ("List", "Cited", "Contact"))), id="sources")
    )
    made = body(brief)
    kept = [value(paragraph_with(made, words), "pPr/keepNext") for words in ("List", "Cited", "Contact")]
    assert kept == ["", "", None]


def test_a_table_to_sign_stays_whole() -> None:
    notes = List(tuple(Item(text(words)) for words in ("One", "Two", "Three", "Four")), "plain")
    rows = tuple(Row((Cell(text(office)), Cell(()))) for office in ("Row A", "Row B", "Row C", "Row D"))
    clearance = Table(text("To sign"), (text("Who"), text("Name")), rows, style="clearance")
    made = body(
        document(
            replace(section(notes, style="end"), id="clearing-notes"),
            section(clearance, heading="Clearance", style="end"),
        )
    )
    words = ("One", "Two", "Three", "Four", "Who", "Row A", "Row B", "Row C", "Row D")
    assert [style(paragraph_with(made, word)) for word in ("Clearance", "To sign")] == [
        "BriefEndHeading",
        "SmallCaption",
    ]
    kept = [value(paragraph_with(made, word), "pPr/keepNext") for word in words]
    assert kept == [None, None, None, None, *[""] * 4, None]


def test_paragraphs_of_an_element_stay_with_the_next_as_it_says() -> None:
    answers = {keep: [keep.of(is_last=is_last) for is_last in (False, True)] for keep in Keep}
    assert answers == {Keep.FREE: [False, False], Keep.TOGETHER: [True, False], Keep.NEXT: [True, True]}
    assert [keep.inside for keep in Keep] == [Keep.FREE, Keep.NEXT, Keep.NEXT]


def test_a_decision_without_content_does_not_stay_with_anything() -> None:
    assert list(keeps(section(style="decision"))) == [Keep.FREE]
