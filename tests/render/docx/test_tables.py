"""Tables, alone and as the lower part of a box."""

from __future__ import annotations

from briefs.model.document import Cell, Paragraph, Row, Table
from briefs.model.inline import Checkbox
from briefs.word.elements import qn
from tests.render.docx.samples import (
    TABLE,
    body,
    document,
    paragraph_with,
    section,
    shown,
    style,
    text,
    unit,
    value,
)


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
    assert indent.get(qn("w:w")) == "-20"
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


def test_no_row_of_a_longer_table_is_alone_on_its_page() -> None:
    rows = tuple(Row((Cell(text(name)),)) for name in ("One", "Two", "Three", "Four", "Five"))
    made = body(document(section(Table((), (text("Head"),), rows))))
    kept = [value(paragraph_with(made, words), "pPr/keepNext") for words in ("One", "Two", "Three", "Four", "Five")]
    assert kept == ["", None, None, "", None]


def test_a_table_has_a_word_for_what_it_is_as_its_alternative_text() -> None:
    made = body(document(section(TABLE)))
    assert [value(properties, "tblCaption") for properties in made.iter(qn("w:tblPr"))] == ["Checklist"]


def test_the_last_cell_of_a_row_has_no_room_at_its_right() -> None:
    cells = [
        cell.find(f"{qn('w:tcPr')}/{qn('w:tcMar')}") is not None
        for cell in body(document(section(TABLE))).iter(qn("w:tc"))
    ]
    assert cells == [False, True] * 3
