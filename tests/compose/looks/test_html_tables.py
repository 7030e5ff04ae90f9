from __future__ import annotations

import pytest

from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_reader import read_content
from briefs.model.document import Table, Unit
from briefs.model.inline import Text
from tests.builders import forms

FORM = '<span data-form="fact.a/short">A</span>'
UNIT = Unit("", "", ("fact.a",), forms=forms("fact.a/short"))
TABLE = (
    '<table class="wide" data-widths="40 60"><caption>C</caption><thead><tr><th>One</th><th>Two</th></tr></thead>'
    "<tbody>{}</tbody></table>"
)
ROW = f"<tr><th>{FORM}</th><td/></tr>"


def table(html: str) -> Table:
    (found,) = read_content(html)
    assert isinstance(found, Table)
    return found


def test_a_list_with_columns_needs_no_caption() -> None:
    bare = TABLE.format(ROW).replace("<caption>C</caption>", "")
    made = table(bare.replace("<table", '<table data-rows="numbered"'))
    assert (made.is_list, made.caption) == (True, ())
    assert not table(TABLE.format(ROW)).is_list


def test_a_table_has_caption_columns_rows_widths_and_style() -> None:
    made = table(TABLE.format(ROW))
    assert (made.caption, made.columns) == ((Text("C"),), ((Text("One"),), (Text("Two"),)))
    assert (made.widths, made.style, made.number) == ((40, 60), "wide", None)
    (row,) = made.rows
    assert [(cell.children, cell.header) for cell in row.cells] == [((Text("A"),), True), ((), False)]
    assert row.unit == UNIT


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (TABLE.format(""), "a table needs a <caption>, a <thead> and rows"),
        (
            TABLE.format(ROW).replace("<caption>C</caption>", "<caption>C</caption><caption>D</caption>"),
            "a table can have only one <caption>",
        ),
        (
            TABLE.format(ROW).replace("<tbody>", "<thead><tr><th>A</th><th>B</th></tr></thead><tbody>"),
            "a table can have only one <thead>",
        ),
        (
            TABLE.format(ROW).replace("<th>Two</th>", "<th>Two</th>" * 63),
            "a table can have 63 columns at most, as in Word",
        ),
        (
            TABLE.format(ROW).replace("<table", '<table data-rows="many"'),
            'data-rows can only be "numbered", not "many"',
        ),
        (TABLE.format(f"{ROW}b"), 'text outside a paragraph, item or cell: "b"'),
        (TABLE.format(f"b{ROW}"), 'text outside a paragraph, item or cell: "b"'),
        (
            TABLE.format("<tr><td>a</td></tr>"),
            "a row must have one cell for each column (cells in this row: 1, columns in its table: 2)",
        ),
        (TABLE.format("<tr><td>a</td>b<td/></tr>"), 'text outside a paragraph, item or cell: "b"'),
        (TABLE.format("<tr><p>a</p></tr>"), "<p> where <th> or <td> belongs"),
        (TABLE.format('<tr><td colspan="2">a</td></tr>'), 'a brief cannot hold the attribute "colspan" of <td>'),
        (TABLE.format("<td>a</td>"), "<td> where <tr> belongs"),
        (
            TABLE.format(ROW).replace("40 60", "40 50"),
            'data-widths must give each of the 2 columns a share, 100 in all, not "40 50"',
        ),
        (
            TABLE.format(ROW).replace("40 60", "a b"),
            'data-widths must give each of the 2 columns a share, 100 in all, not "a b"',
        ),
        (
            TABLE.format(ROW).replace("40 60", "0 100"),
            'data-widths must give each of the 2 columns a share, 100 in all, not "0 100"',
        ),
        (TABLE.format(ROW).replace("<caption>C</caption>", ""), "a table needs a <caption>, a <thead> and rows"),
        ("<table><tfoot/></table>", "<tfoot> where <caption> or <thead> or <tbody> belongs"),
        ("<table><thead></thead></table>", "a table needs exactly one header row"),
    ],
)
def test_a_table_that_the_document_cannot_hold_is_an_error(html: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        read_content(html)
    assert caught.value.fault.message == message
    assert caught.value.fault.code == "not-representable"


def test_a_table_without_widths_leaves_them_to_the_layout() -> None:
    assert table(TABLE.format(ROW).replace(' data-widths="40 60"', "")).widths == ()
