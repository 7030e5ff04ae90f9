"""Tables: rows, cells, heads, and those that only place text."""

from __future__ import annotations

from briefs.report.pieces import RowPiece
from tests.report.word.word_files import par, recognized, shown, table, text

LONG = par("word " * 50)


def rows(body: str, **parts: str) -> list[RowPiece]:
    return [piece for piece in recognized(body, **parts).pieces if isinstance(piece, RowPiece)]


def cell(words: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(words)}</w:tc>"


def test_cells_that_are_merged_have_their_text_once_where_it_begins() -> None:
    two, begins, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = f"<w:tr>{cell('a', two)}{cell('b', begins)}</w:tr>"
    below = f"<w:tr>{cell('c', '')}{cell('d', '')}{cell('', goes_on)}</w:tr>"
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("e", "")}</w:tr>'
    found = rows(f"<w:tbl>{wide}{below}{late}</w:tbl>")
    assert [row.cells for row in found] == [("a", "", "b"), ("c", "d", ""), ("", "e", "")]
    assert len({row.table for row in found}) == 1


def test_paragraphs_items_and_tables_in_a_cell_are_joined() -> None:
    inner = par("One") + par("") + table(("x", "y")) + par("Two")
    found = recognized(table((inner, "b"), ("c", "d")) + par("After"))
    assert [row.cells for row in found.pieces if isinstance(row, RowPiece)] == [("One x y Two", "b"), ("c", "d")]
    assert found.text == "One x y Two\tb\nc\td\nAfter"


def test_rows_that_word_repeats_name_the_columns() -> None:
    found = rows(table(("Water", ""), ("Wells", "Rivers"), ("1", "2"), head=2))
    assert [row.is_head for row in found] == [True, True, False]
    assert found[2].table.columns == ("Water Wells", "Rivers")


def test_a_first_row_that_is_set_apart_names_the_columns() -> None:
    bold = tuple(par(text(words, "<w:b/>")) for words in ("Place", "Depth"))
    assert [row.is_head for row in rows(table(bold, ("A", "5"), ("B", "6")))] == [True, False, False]
    assert not any(row.is_head for row in rows(table(bold, bold)))
    assert not any(row.is_head for row in rows(table(("Place", "Depth"), ("A", "5"))))
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    style = f'<w:style w:type="table" w:styleId="G">{first}</w:style>'
    properties = '<w:tblStyle w:val="G"/><w:tblLook w:firstRow="1"/>'
    found = rows(table(("Place", "Depth"), ("A", "5"), properties=properties), styles=style)
    assert [row.is_head for row in found] == [True, False]
    assert not any(row.is_head for row in rows(table(("Only", "row"), properties=properties), styles=style))


def test_empty_rows_are_no_rows() -> None:
    assert [row.cells for row in rows(table(("a", "b"), ("", ""), ("c", "d")))] == [("a", "b"), ("c", "d")]
    assert recognized(table(("", "")) + par("Text.")).text == "Text."


def test_tables_that_only_place_text_are_paragraphs() -> None:
    assert shown(table((par("In") + par("a box"),))) == ["paragraph: In", "paragraph: a box"]
    assert shown(table(("One",), ("column",))) == ["paragraph: One", "paragraph: column"]
    columns = table((LONG, LONG)).replace("single", "none")
    assert [line.split(":")[0] for line in shown(columns)] == ["paragraph", "paragraph"]
    assert len(rows(table((LONG, LONG)))) == 1, "a table with rules is one"
    headed = table((par("Findings", "Heading1"), "b")).replace("single", "none")
    assert shown(headed + par("More", "Heading1"))[0] == "heading: Findings"


def test_a_box_that_repeats_another_one_is_a_pull_quotation() -> None:
    box = table(("Plan of the small harbours",))
    assert shown(par("Text.") + box + par("More.") + box) == [
        "paragraph: Text.",
        "paragraph: Plan of the small harbours",
        "paragraph: More.",
        "quotation pull: Plan of the small harbours",
    ]


def test_a_box_that_repeats_the_body_is_a_pull_quotation() -> None:
    body = par("We all know that water is life, and life is short.")
    box = table((par("“Water is life, and life is short”"),))
    assert shown(body + box)[1] == "quotation pull: “Water is life, and life is short”"
    assert shown(body.replace("water", "Water") + box)[1].startswith("quotation pull")
    assert shown(body + table(("Water",)))[1] == "paragraph: Water", "too short to be a quotation"
