from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.document import (
    Cell,
    Checkbox,
    Content,
    Emphasis,
    Foreign,
    Item,
    Link,
    List,
    Paragraph,
    Row,
    SourceTag,
    Strong,
    Table,
    Text,
)
from briefs.word.elements import qn
from tests.render.docx.samples import (
    body,
    document,
    numbered,
    paragraph_document,
    paragraph_with,
    paragraphs,
    section,
    shown,
    style,
    text,
    unit,
    value,
)

TABLE = Table(
    text("Caption"),
    (text("For"), text("Basis")),
    (
        Row((Cell(text("States"), header=True), Cell(text("ES 7"))), unit("u2")),
        Row((Cell(text("Citizens"), header=True), Cell(text("ES 8"))), unit("u3")),
    ),
    widths=(25, 75),
    number=2,
    style="checklist",
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
        "Source line.",
        "As-at line.",
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


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_any_text_of_printable_characters_survives(words: str) -> None:
    made = body(paragraph_document(Text("<"), Text(words), Text(">")))
    assert shown(paragraph_with(made, "<")) == f"<{words}>"


def test_tabs_and_line_ends_survive() -> None:
    assert shown(paragraph_with(body(paragraph_document(Text("<\tb\n c "))), "<")) == "<\tb\n c "


def test_characters_that_xml_cannot_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="XML compatible"):
        body(paragraph_document(Text("\x07")))


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


def test_emphasis_language_and_tags_are_said_of_the_run() -> None:
    made = body(
        paragraph_document(
            Strong((Text("bold"), Emphasis((Text("both"),)))),
            Foreign("fr", (Text("français"),)),
            Foreign("ar", (Text("عربي"),)),
            SourceTag("ES 7"),
        )
    )
    runs = {shown(run): run for run in paragraph_with(made, "bold").iter(qn("w:r"))}
    assert value(runs["bold"], "rPr/rStyle") == "Strong"
    assert value(runs["both"], "rPr/i") == ""
    assert value(runs["français"], "rPr/lang") == "fr"
    language = runs["عربي"].find(f"{qn('w:rPr')}/{qn('w:lang')}")
    assert language is not None
    assert language.get(qn("w:bidi")) == "ar"
    assert value(runs["عربي"], "rPr/rtl") == ""
    assert value(runs[" ‹ES 7›"], "rPr/rStyle") == "SourceTagChar"


def test_a_tag_that_begins_a_paragraph_has_no_space_before_it() -> None:
    made = body(document(section(Paragraph((SourceTag("ES 7"), SourceTag("ES 8")), "tag"))))
    assert paragraphs(made)[-1] == "‹ES 7› ‹ES 8›"


def test_a_tag_in_a_caption_is_not_bold() -> None:
    captioned = replace(TABLE, caption=(Text("Caption"), SourceTag("I ¶1; ES 7, 16.1.4")))
    caption = paragraph_with(body(document(section(captioned))), "Caption")
    tag = list(caption.iter(qn("w:r")))[-1]
    assert (shown(tag), value(tag, "rPr/b"), value(tag, "rPr/bCs")) == (" ‹I ¶1; ES 7,\u00a016.1.4›", "0", "0")


def test_a_link_is_one_relationship_for_each_address() -> None:
    links = [
        Link("https://example.org/", "one"),
        Link("https://example.org/", "two"),
        Link("mailto:a@example.org", "x"),
    ]
    made = body(paragraph_document(*links))
    ids = [link.get(qn("r:id")) for link in made.iter(qn("w:hyperlink"))]
    assert ids[0] == ids[1] != ids[2]


def test_a_table_repeats_its_header_row_and_splits_no_row() -> None:
    made = body(document(section(TABLE)))
    rows = list(made.iter(qn("w:tr")))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert [width.get(qn("w:w")) for width in made.iter(qn("w:gridCol"))] == ["2211", "6633"]
    assert [style(p) for p in rows[1].iter(qn("w:p"))] == ["TableHeading", "TableText"]


ASKS = Table(
    (),
    (text("Invitation"), text("Agree")),
    (
        Row((Cell(text("Meet."), header=True), Cell((Checkbox("Agree"),))), unit("u1", 2)),
        Row((Cell(text("Study."), header=True), Cell((Checkbox("Agree"),))), unit("u2", 3)),
    ),
    is_list=True,
)


def test_a_list_with_columns_carries_the_running_numbers_in_its_rows() -> None:
    made = body(document(section(ASKS, heading="Asked")))
    first, second = (paragraph_with(made, words) for words in ("Meet.", "Study."))
    lists = [value(p, "pPr/numPr/numId") for p in (first, second)]
    assert lists[0] == lists[1] is not None
    assert [style(p) for p in (first, second)] == ["TableText", "TableText"]
    assert [value(table, "tblPr/tblStyle") for table in made.iter(qn("w:tbl"))] == ["BriefTable"]


def test_a_list_with_columns_is_the_lower_part_of_its_box_and_never_split_from_it() -> None:
    made = body(document(section(Paragraph(text("Intro:"), "intro"), ASKS, heading="Ask", style="decision")))
    [table] = made.iter(qn("w:tbl"))
    assert value(table, "tblPr/tblStyle") == "BriefAskTable"
    above = table.getprevious()
    assert above is not None
    assert (style(above), shown(above)) == ("BriefAsk", "Intro:")
    spacing = above.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert spacing is not None
    assert list(spacing.attrib.items()) == [(qn("w:after"), "0")]
    assert value(above, "pPr/pBdr/bottom") == "nil"
    indent = table.find(f"{qn('w:tblPr')}/{qn('w:tblInd')}")
    assert indent is not None
    assert indent.get(qn("w:w")) == "-15"
    assert sum(int(column.get(qn("w:w"), "")) for column in table.iter(qn("w:gridCol"))) == 8844 + 20
    within = [paragraph_with(made, "Ask"), above, *table.iter(qn("w:p"))]
    assert [p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in within] == [True] * (len(within) - 1) + [
        False
    ]
    margins = [cell.find(f"{qn('w:tcPr')}/{qn('w:tcMar')}") for cell in table.iter(qn("w:tc"))]
    assert margins == [None] * 6


def test_rows_of_a_clearance_table_have_room_to_write() -> None:
    clearance = Table((), (text("Office"), text("Name")), TABLE.rows, style="clearance")
    made = body(document(section(clearance)))
    assert [height.get(qn("w:val")) for height in made.iter(qn("w:trHeight"))] == ["478", "478"]


def test_a_table_at_the_end_is_followed_by_a_paragraph() -> None:
    made = body(document(section(TABLE)))
    assert [child.tag for child in made][-3:] == [qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


def test_two_tables_without_captions_do_not_become_one() -> None:
    plain = Table((), (text("For"),), (Row((Cell(text("States")),)),))
    made = body(document(section(plain, plain)))
    tags = [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p"), qn("w:sectPr")]
    assert [child.tag for child in made][-5:] == tags


def test_the_paragraphs_of_a_box_have_the_same_borders_and_indents() -> None:
    content: tuple[Content, ...] = (
        Paragraph(text("Intro:"), "intro"),
        numbered(("One", 1)),
        List((Item(text("Point")),), "plain"),
    )
    made = body(document(section(*content, heading="Ask", style="decision")))
    boxed = [paragraph_with(made, words) for words in ("Ask", "Intro:", "One", "Point")]
    assert [style(p) for p in boxed] == ["BriefAskHeading", "BriefAsk", "BriefAsk", "BriefAsk"]
    assert shown(boxed[1]) == "Intro:"


def test_text_in_a_box_of_bullets_hangs_as_far_as_behind_bullets_in_all_its_paragraphs() -> None:
    points = List((Item(text("Point")), Item(text("Other"))), "plain")
    made = body(
        document(
            section(Paragraph(text("Intro:"), "intro"), points, heading="Bullets", style="box"),
            section(numbered(("One", 1)), List((Item(text("Mixed")),), "plain"), heading="Numbers", style="box"),
        )
    )
    words = ("Bullets", "Intro:", "Point", "Other", "Numbers", "One", "Mixed")
    indents = [paragraph_with(made, word).find(f"{qn('w:pPr')}/{qn('w:ind')}") for word in words]
    sides = [None if i is None else [i.get(qn(f"w:{side}")) for side in ("left", "hanging", "right")] for i in indents]
    assert sides == [*[["435", "255", "180"]] * 4, None, *[["634", "454", "180"]] * 2]


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


def test_what_is_signed_stands_whole_with_its_heading() -> None:
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


def test_the_last_row_of_a_longer_table_is_not_alone_on_its_page() -> None:
    rows = tuple(Row((Cell(text(name)),)) for name in ("One", "Two", "Three", "Four", "Five"))
    made = body(document(section(Table((), (text("Head"),), rows))))
    kept = [value(paragraph_with(made, words), "pPr/keepNext") for words in ("One", "Two", "Three", "Four", "Five")]
    assert kept == [None, None, None, "", None]


def test_two_boxes_do_not_become_one() -> None:
    boxes = [section(Paragraph(text("Words")), style="box") for _ in range(2)]
    styles = [style(p) for p in body(document(*boxes)).iter(qn("w:p"))][6:]
    assert styles == ["BriefBoxHeading", "BriefBox", "BriefGap", "BriefBoxHeading", "BriefBox"]


def test_a_section_of_level_3_continues_the_box() -> None:
    boxes = [section(Paragraph(text("Words")), style="box", level=level) for level in (2, 3)]
    styles = [style(p) for p in body(document(*boxes)).iter(qn("w:p"))][6:]
    assert styles == ["BriefBoxHeading", "BriefBox", "BriefBoxSubheading", "BriefBox"]


def test_headings_of_end_matter_keep_their_levels() -> None:
    made = body(document(section(heading="End", style="end"), section(heading="Lower", style="end", level=3)))
    assert [value(paragraph_with(made, words), "pPr/outlineLvl") for words in ("End", "Lower")] == [None, "1"]


def test_end_matter_is_in_small_type() -> None:
    made = body(document(section(Paragraph(text("Words")), numbered(("One", 1)), TABLE, heading="End", style="end")))
    found = [style(paragraph_with(made, words)) for words in ("End", "Words", "One", "States", "ES 7")]
    assert found == ["BriefEndHeading", "SmallPrint", "SmallList", "TableSmallHeading", "TableSmall"]


def test_a_box_to_tick_is_a_control_with_its_label() -> None:
    (control,) = body(document(section(Paragraph((Checkbox("Considered"),))))).iter(qn("w:sdt"))
    assert value(control, "sdtPr/alias") == "Considered"
    assert control.find(f"{qn('w:sdtPr')}/{qn('w14:checkbox')}/{qn('w14:checked')}") is not None
    assert shown(control) == "☐"


def test_a_table_says_what_it_is_to_those_who_do_not_see_it() -> None:
    made = body(document(section(TABLE)))
    assert [value(properties, "tblCaption") for properties in made.iter(qn("w:tblPr"))] == ["Checklist"]


def test_the_last_cell_of_a_row_has_no_room_at_its_right() -> None:
    cells = [
        cell.find(f"{qn('w:tcPr')}/{qn('w:tcMar')}") is not None
        for cell in body(document(section(TABLE))).iter(qn("w:tc"))
    ]
    assert cells == [False, True] * 3
