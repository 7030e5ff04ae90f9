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


def test_a_decision_may_be_divided_in_large_print() -> None:
    decision = section(numbered(("One", 1), ("Two", 2), ("Three", 3), ("Four", 4)), heading="Ask", style="decision")
    assert set(keeps(decision, is_large_print=True)) == {Keep.FREE}


def test_source_tags_stand_with_what_they_follow_and_small_notes_with_their_table() -> None:
    table = Table(text("Caption"), (text("Head"),), tuple(Row((Cell(text(f"Row {n}")),)) for n in range(1, 7)))
    tags, note = Paragraph(text("Tags"), "tag"), Paragraph(text("Note"), "small")
    assert list(keeps(section(table, tags, note))) == [Keep.FREE, Keep.LAST, Keep.FREE, Keep.FREE]
    assert list(keeps(section(table, note, tags))) == [Keep.FREE, Keep.LAST, Keep.LAST, Keep.FREE]
    made = body(document(section(table, note)))
    kept = [value(paragraph_with(made, words), "pPr/keepNext") for words in ("Row 4", "Row 5", "Row 6", "Note")]
    assert kept == [None, "", "", None]


def test_a_caveat_stands_with_its_table_and_a_longer_list_does_not() -> None:
    table = Table(text("Caption"), (text("Head"),), (Row((Cell(text("Row")),)),))
    tags = Paragraph(text("Tags"), "tag")
    caveat, longer = numbered(("One", 1)), numbered(("One", 1), ("Two", 2))
    assert list(keeps(section(table, caveat))) == [Keep.FREE, Keep.LAST, Keep.FREE]
    assert list(keeps(section(table, tags, caveat))) == [Keep.FREE, Keep.LAST, Keep.LAST, Keep.FREE]
    assert list(keeps(section(table, longer))) == [Keep.FREE, Keep.FREE, Keep.FREE]
    assert list(keeps(section(Paragraph(text("Words")), caveat))) == [Keep.FREE, Keep.FREE, Keep.FREE]


def test_what_follows_the_source_list_stays_together() -> None:
    brief = document(
        replace(section(*(Paragraph(text(words), "small") for words in ("List", "Cited", "Contact"))), id="sources")
    )
    made = body(brief)
    kept = [value(paragraph_with(made, words), "pPr/keepNext") for words in ("List", "Cited", "Contact")]
    assert kept == [None, "", None]


def test_a_table_to_sign_stays_whole_and_with_the_end_of_what_is_before_it() -> None:
    notes = List(tuple(Item(text(words)) for words in ("One", "Two", "Three", "Four")), "plain")
    rows = tuple(Row((Cell(text(office)), Cell(()))) for office in ("Row A", "Row B", "Row C", "Row D"))
    clearance = Table(text("To sign"), (text("Who"), text("Name")), rows, style="clearance")
    made = body(
        document(
            replace(section(notes, style="end"), id="clearing-notes"),
            replace(section(clearance, heading="Clearance", style="end"), id="clearance"),
        )
    )
    words = ("One", "Two", "Three", "Four", "Who", "Row A", "Row B", "Row C", "Row D")
    assert [style(paragraph_with(made, word)) for word in ("Clearance", "To sign")] == [
        "BriefEndHeading",
        "SmallCaption",
    ]
    kept = [value(paragraph_with(made, word), "pPr/keepNext") for word in words]
    assert kept == ["", None, "", "", *[""] * 4, None]


def test_paragraphs_of_an_element_stay_with_the_next_as_it_says() -> None:
    answers = {keep: [keep.of(is_last=is_last) for is_last in (False, True)] for keep in Keep}
    assert answers == {
        Keep.FREE: [False, False],
        Keep.TOGETHER: [True, False],
        Keep.NEXT: [True, True],
        Keep.LAST: [False, True],
    }
    assert [keep.inside for keep in Keep] == [Keep.FREE, Keep.NEXT, Keep.NEXT, Keep.FREE]
    assert [keep.at_end for keep in Keep] == [Keep.FREE, Keep.TOGETHER, Keep.NEXT, Keep.NEXT]


def test_a_decision_without_content_does_not_stay_with_anything() -> None:
    assert list(keeps(section(style="decision"))) == [Keep.FREE]
