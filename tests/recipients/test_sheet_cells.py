"""The cells of a sheet are read as its part has them, whoever wrote it."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from briefs.recipients.list_table import Odd, Row
from briefs.recipients.sheet_cells import column_number, sheet_rows
from briefs.recipients.workbook import workbook_table
from tests.recipients.lists import workbook

WORDS = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=9)


def rows(
    data: str, strings: tuple[str, ...] = ("Öst", "Ek"), dates: tuple[int, ...] = ()
) -> list[tuple[int, list[Any]]]:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData></worksheet>'.encode()
    return [(row.line, list(row.cells)) for row in sheet_rows(part, strings, dates)]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" t="s"><v>1</v></c>', "Ek"),
        ('<c r="A1" t="inlineStr"><is><t>Öst</t></is></c>', "Öst"),
        (
            '<c r="A1" t="inlineStr"><is><r><t>Ö</t></r><r><t>st</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
            "Öst",
        ),
        ('<c r="A1" t="inlineStr"/>', ""),
        ('<c r="A1" t="str"><f>B1</f><v>Öst</v></c>', "Öst"),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', ""),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1"><v>17</v></c>', 17),
        ('<c r="A1" t="n" s="3"><v>1.5</v></c>', 1.5),
        ('<c r="A1" s="3"/>', ""),
    ],
)
def test_a_cell_has_the_value_that_its_kind_says(cell: str, value: Any) -> None:
    assert rows(f'<row r="1">{cell}</row>') == [(1, [value])]


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ('<c r="A1" s="2"><v>46000</v></c>', "a date or a time"),
        ('<c r="A1" t="d"><v>2026-11-29</v></c>', "a date or a time"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "an error of the spreadsheet (#REF!)"),
        ('<c r="A1"><f>B1</f></c>', "a formula without a result"),
    ],
)
def test_what_is_no_value_is_named(cell: str, what: str) -> None:
    ((_, (value,)),) = rows(f'<row r="1">{cell}</row>', dates=(2,))
    assert isinstance(value, Odd)
    assert value.what == what


def test_rows_and_cells_may_be_left_out_or_have_no_places() -> None:
    number = "<c><v>1</v></c>"
    assert rows(f'<row r="3"><c r="C3"><v>1</v></c>{number}</row><row>{number}</row>') == [
        (3, ["", "", 1, 1]),
        (4, [1]),
    ]


@pytest.mark.parametrize(
    "data", ['<row><c t="s"><v>7</v></c></row>', '<row r="x"/>', '<row><c r="ZZZZ1"/></row>', "<row>"]
)
def test_what_is_damaged_is_not_read(data: str) -> None:
    with pytest.raises((ValueError, IndexError, SyntaxError)):
        rows(data)


@settings(max_examples=10)
@given(
    st.lists(st.lists(WORDS | st.integers(-9, 10**9) | st.booleans(), min_size=3, max_size=3), min_size=1, max_size=4)
)
def test_any_sheet_is_read_as_openpyxl_reads_it(values: list[list[Any]]) -> None:
    content = workbook(
        [("'" + one if isinstance(one, str) and one[0] == "=" else one) for one in row] for row in values
    )
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    plain: list[list[Any]] = [["" if one is None else one for one in row] for row in sheet.iter_rows(values_only=True)]
    wanted = [row for row in plain if not Row(1, row).is_blank]
    if wanted:
        table = workbook_table(content, "list.xlsx", None)
        width = len(table.header.cells)
        assert [list(row.cells) for row in (table.header, *table.rows)] == [row[:width] for row in wanted]


def test_columns_are_counted_by_their_letters() -> None:
    assert [column_number(one) for one in ("A", "Z", "AA", "ab", "XFD")] == [0, 25, 26, 27, 16383]


def test_more_letters_than_a_column_has_are_those_of_none() -> None:
    assert column_number("A" * 100_000) == 16384
