"""The body of a Word file: its words in order, each in its style."""

from __future__ import annotations

import pytest

from briefs.model.document import Cell, Paragraph, Row, Table
from briefs.word.elements import qn
from tests.render.docx.samples import (
    TABLE,
    body,
    document,
    numbered,
    paragraph_with,
    paragraphs,
    section,
    style,
    text,
    value,
)


def test_the_words_stand_in_the_order_of_the_document() -> None:
    made = document(
        section(
            Paragraph(text("Intro:"), "intro"),
            numbered(("One", 1)),
            TABLE,
            Paragraph(text("Quotation"), "quote"),
            Paragraph(text("Who"), "attribution"),
            heading="First",
        ),
        section(Paragraph(text("Limits"), "small"), heading="End", style="end"),
    )
    assert paragraphs(body(made)) == [
        "Issuer\tBrief for Ministers",
        "B/2 · 12 March 2026 · Version\u00a00.3 · English",
        "DRAFT FOR CLEARANCE\tLimited",
        "Title of the brief",
        "About the report.",
        "First",
        "Intro:",
        "One",
        "Caption",
        "For",
        "Basis",
        "States",
        "ES 7",
        "Citizens",
        "ES 8",
        "Quotation",
        "Who",
        "End",
        "Limits",
    ]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("body", "BodyText"),
        ("intro", "BodyText"),
        ("quote", "Quote"),
        ("attribution", "BriefAttribution"),
        ("tag", "SourceTag"),
        ("small", "SmallPrint"),
    ],
)
def test_each_role_has_a_style(role: str, expected: str) -> None:
    made = body(document(section(Paragraph(text("Words"), role))))  # type: ignore[arg-type] # roles as in the model
    assert style(paragraph_with(made, "Words")) == expected


def test_sections_are_headings_of_levels_1_and_2() -> None:
    made = body(document(section(heading="Upper"), section(heading="Lower", level=3, page_break=True)))
    lower = paragraph_with(made, "Lower")
    assert style(paragraph_with(made, "Upper")) == "Heading1"
    assert style(lower) == "Heading2"
    assert lower.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None


def test_a_table_at_the_end_is_followed_by_a_paragraph() -> None:
    made = body(document(section(TABLE)))
    assert [child.tag for child in made][-3:] == [qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


def test_two_tables_without_captions_do_not_become_one() -> None:
    plain = Table((), (text("For"),), (Row((Cell(text("States")),)),))
    made = body(document(section(plain, plain)))
    tags = [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p"), qn("w:sectPr")]
    assert [child.tag for child in made][-5:] == tags


def test_headings_of_end_matter_keep_their_levels() -> None:
    made = body(document(section(heading="End", style="end"), section(heading="Lower", style="end", level=3)))
    assert [value(paragraph_with(made, words), "pPr/outlineLvl") for words in ("End", "Lower")] == [None, "1"]


def test_end_matter_is_in_small_type() -> None:
    made = body(document(section(Paragraph(text("Words")), numbered(("One", 1)), TABLE, heading="End", style="end")))
    found = [style(paragraph_with(made, words)) for words in ("End", "Words", "One", "States", "ES 7")]
    assert found == ["BriefEndHeading", "SmallPrint", "SmallList", "TableSmallHeading", "TableSmall"]
