"""Captions, headings and introductions that count what stands below them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.row_counts import check_row_counts
from briefs.model.document import Content, Document, List, Paragraph, Row, Table
from tests.check.builders import brief, to_check, wrong_brief
from tests.compose.builders import harbour_library
from tests.render.builders import item, paragraph, row, text, unit

HINT = '\n  hint: leave the number out, or make sure that none is left out, such as with weight="must"'


def table(caption: str, rows: int = 2) -> Table:
    made: tuple[Row, ...] = tuple(row("a", "b", owner=replace(unit(f"u{n}"), line=20 + n)) for n in range(rows))
    return Table(text(caption), (text("A"), text("B")), made)


def bullets(items: int) -> List:
    return List(tuple(item("Keepers wait.", replace(unit(f"u{n}"), line=30 + n)) for n in range(items)))


def said(*content: Content, heading: str = "Heading") -> str:
    made = brief(*content, heading=heading)
    return wrong_brief(replace(made, sections=(replace(made.sections[0], line=9),)))


@pytest.mark.parametrize(
    ("caption", "counted"),
    [
        ("Eight disputes, as participants saw them", "Eight disputes"),
        ("Three terms", "Three terms"),
        ("5 open questions", "5 open questions"),
        ("Nineteen proposals of States", "Nineteen proposals"),
        ("The seven questions are:", "seven questions"),
        ("All three benefits", "three benefits"),
        ("All of the three pillars", "three pillars"),
    ],
)
def test_a_caption_that_counts_wrong_is_reported_at_the_call(caption: str, counted: str) -> None:
    assert said(table(caption)) == (
        f'templates/captains.md:20: error: the caption counts "{counted}", but 2 are printed below it '
        f"[caption-count]{HINT}"
    )


@pytest.mark.parametrize(
    "caption",
    [
        "Two disputes",
        "Disputes of eight participants",
        "The 43 participants",
        "43 participants and their views",
        "Eight participants, by group",
        "Five years after the Commission",
        "Three questions for each committee",
        "2010 meetings",
        "One voice of many",
        "Three-year plans",
        "Some questions",
        "Eight said so",
        "Twenty-one keepers spoke",
        "Eight of all keepers",
        "Three decades",
        "Three sides agree",
        "Three bodies",
        "Three main reasons to act now",
        "Three groups of people and two benefits",
        "Three questions and four benefits",
    ],
)
def test_other_captions_are_not(caption: str) -> None:
    assert said(table(caption)) == ""


def test_headings_and_introductions_count_the_one_list_below_them() -> None:
    assert said(bullets(2), heading="Three questions") == (
        'templates/captains.md:9: error: the heading counts "Three questions", but 2 are printed below it '
        f"[caption-count]{HINT}"
    )
    assert said(Paragraph(text("Three questions remain:"), "intro"), bullets(2)) == (
        'templates/captains.md:30: error: the introduction counts "Three questions", but 2 are printed below it '
        f"[caption-count]{HINT}"
    )
    assert said(bullets(3), heading="Three questions") == ""
    assert "but 1 is printed below it" in said(bullets(1), heading="Three questions")
    assert said(bullets(1), bullets(1), heading="Two questions") == ""
    assert said(paragraph("Keepers wait.", unit("u1")), heading="Three questions") == ""


def principles(folder: Path, *numbers: int) -> list[str]:
    """What is wrong with a brief that prints these principles in one paragraph."""
    blocks = "kind: principle\nblocks:\n" + "".join(
        f"  - {{id: pri.{number}, number: {number}, title: Tides, anchor: The board should publish}}\n"
        for number in numbers
    )
    made = brief(
        paragraph("Tides. Tides.", unit("u1", *(f"pri.{number}" for number in numbers))),
        heading="Three principles that keepers agreed on",
    )
    made = replace(made, sections=(replace(made.sections[0], line=9),))
    return [str(found) for found in check_row_counts(to_check(made, harbour_library(folder, {"principle": blocks})))]


def test_a_heading_counts_blocks_of_the_kind_that_it_names(tmp_path: Path) -> None:
    assert principles(tmp_path, 1, 2, 3) == []
    assert principles(tmp_path, 1, 2) == [
        'templates/captains.md:9: error: the heading counts "Three principles", but 2 are printed below it '
        f"[caption-count]{HINT}"
    ]


def test_a_brief_over_its_budget_or_in_another_language_is_not_checked() -> None:
    made: Document = brief(table("Eight disputes"))
    assert list(check_row_counts(replace(to_check(made), is_fitted=False))) == []
    french = replace(made, properties=replace(made.properties, language="fr"))
    assert list(check_row_counts(to_check(french))) == []
