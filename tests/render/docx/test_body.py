"""The body of a Word file: its words in order, each in its style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from briefs.model.document import Cell, Document, Item, List, Paragraph, Row, Section, Table
from briefs.model.inline import Deleted, Inserted, Text, TextArea
from briefs.model.mark import Change, Mark
from briefs.word.elements import Element, local_name, qn
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
    unit,
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


# Redlines

HOUSE = Mark("Issuer", "2026-03-12T00:00:00Z")
NEW, GONE = Change("inserted", HOUSE), Change("deleted", HOUSE, number=1)


def names(elements: Iterable[Element]) -> list[str]:
    return [local_name(one) for one in elements]


def ends(element: Element) -> list[str]:
    """How the ends of the paragraphs in an element are marked; empty for one that is not."""
    found = (p.find(f"{qn('w:pPr')}/{qn('w:rPr')}") for p in element.iter(qn("w:p")))
    return ["" if one is None else " ".join(names(one)) for one in found]


def after_masthead(made: Document) -> list[Element]:
    return [one for one in list(body(made))[5:] if local_name(one) != "sectPr"]


def test_an_inserted_unit_is_marked_with_its_control_and_a_deleted_one_is_in_none() -> None:
    inserted = Item(text("New"), unit("u1", 1), change=NEW)
    deleted = Item(text("Old"), change=GONE)
    heading, start, control, end, gone, kept = after_masthead(
        document(section(List((inserted, deleted, Item(text("Kept"), unit("u2", 2))))))
    )
    assert names((heading, start, control, end)) == ["p", "customXmlInsRangeStart", "sdt", "customXmlInsRangeEnd"]
    assert [names(one.iter(qn("w:ins"), qn("w:del"))) for one in (control, gone, kept)] == [
        ["ins"] * 2,
        ["del"] * 2,
        [],
    ]
    assert ends(control) + ends(gone) + ends(kept) == ["ins", "del", ""]
    assert not list(gone.iter(qn("w:bookmarkStart"), qn("w:sdt")))
    lists = [
        value(one, "pPr/numPr/numId")
        for one in (gone, control.find(f".//{qn('w:p')}"), kept.find(f".//{qn('w:p')}"))
        if one is not None
    ]
    assert lists[0] == "0"
    assert lists[1] == lists[2] != "0"


def test_deleted_bullets_keep_their_bullet() -> None:
    gone = after_masthead(document(section(List((Item(text("Old"), change=Change("deleted", HOUSE)),), "plain"))))[1]
    assert value(gone, "pPr/numPr/numId") not in (None, "0")


def test_headings_pictures_captions_and_rooms_are_marked_as_wholes() -> None:
    area = Paragraph((Text("Say why"), TextArea("Why", 2)), change=NEW)
    made = body(
        document(Section(text("Gone"), (replace(TABLE, change=GONE, number=None),), change=GONE), section(area))
    )
    assert ends(made)[5:] == ["del", "del", *[""] * 6, "", "ins", "ins", ""]
    rows = list(made.iter(qn("w:tr")))
    assert [names(row[0])[-1] for row in rows] == ["del", "cantSplit", "cantSplit"]


def test_a_paragraph_without_its_end_is_not_the_last_of_the_file() -> None:
    for change in (NEW, GONE):
        assert ends(body(document(section(Paragraph(text("Last"), change=change)))))[-2:] != ["", ""]
        assert style(after_masthead(document(section(Paragraph(text("Last"), change=change))))[-1]) == "BriefGap"


def test_only_the_end_of_a_parted_paragraph_is_marked() -> None:
    first, second = after_masthead(document(section(Paragraph(text("A"), end=NEW), Paragraph(text("B")))))[1:]
    assert ends(first) + ends(second) == ["ins", ""]
    assert not list(first.iterchildren(qn("w:ins")))


def test_tables_stay_apart_if_what_is_between_them_goes() -> None:
    listed = replace(TABLE, caption=(), number=None, is_list=True)
    made = after_masthead(document(section(TABLE, Paragraph(text("Old"), change=GONE), listed)))
    assert names(made)[-5:] == ["tbl", "p", "p", "tbl", "p"]
    assert style(made[-3]) == "BriefGap"


def test_a_moved_paragraph_is_in_a_range() -> None:
    halves = [Paragraph(text("A"), change=replace(change, move="move1")) for change in (GONE, NEW)]
    made = after_masthead(document(section(halves[0], Paragraph(text("B")), halves[1])))
    assert names(made)[1:-1] == [
        *("moveFromRangeStart", "p", "moveFromRangeEnd", "p"),
        *("moveToRangeStart", "p", "moveToRangeEnd"),
    ]


def test_the_title_is_marked_and_properties_are_those_of_the_new_edition() -> None:
    plain = document()
    made = replace(plain, marked_title=(Deleted(text("Old"), HOUSE), Inserted(text(plain.title), HOUSE)))
    title = next(one for one in body(made) if style(one) == "Title")
    assert names(title)[1:] == ["del", "ins"]
