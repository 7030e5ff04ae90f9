"""Workbooks are read by their values, and what is no words is said with its cell."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from briefs.recipients import list_files
from briefs.recipients.workbook import workbook_table
from tests.recipients.lists import HEAD, hints, read, said, settings, workbook

pytestmark = pytest.mark.usefixtures("in_this_process")

TOP = HEAD.split(",")
A = ["A", "Dear A", "captains", None, "Trade"]


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read workbooks in this process, as `test_workbook_apart.py` does not."""
    monkeypatch.setattr(list_files, "workbook_table_apart", workbook_table)


def remade(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return made.getvalue()


def test_rows_are_counted_as_the_sheet_counts_them(tmp_path: Path) -> None:
    found = read(tmp_path, workbook([TOP, [], A, [None] * 5, ["B", None, "captains"]]), "list.xlsx")
    assert [one.row for one in found.value] == [3]
    assert said(found) == ['5: column "salutation" (cell B5): the salutation is missing [recipient-incomplete]']


def test_a_table_may_begin_anywhere_in_its_sheet(tmp_path: Path) -> None:
    found = read(tmp_path, workbook([[], [None, None, *TOP], [None, None, *A]]), "list.xlsx")
    assert [(one.name, one.row) for one in found.or_raise()] == [("A", 3)]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (17, "the cell holds a number, where words are needed"),
        (True, "the cell holds true or false, where words are needed"),
        (datetime.date(2026, 11, 29), "the cell holds a date or a time"),
        (datetime.time(9, 30), "the cell holds a date or a time"),
        ("#N/A", "the cell holds an error of the spreadsheet (#N/A)"),
        ("=B2", "the cell holds a formula without a result"),
        ("Öst\nEk", "the cell has a line break or a tab"),
    ],
)
def test_what_is_no_words_is_said_with_its_cell(cell: Any, message: str, tmp_path: Path) -> None:
    found = read(tmp_path, workbook([TOP, [cell, "Dear A", "captains"]]), "list.xlsx")
    (problem,) = said(found)
    assert problem.startswith(f'2: column "name" (cell A2): {message} [cell-')
    assert hints(found) != [""]


def test_numbers_and_truth_are_fine_where_they_are_meant(tmp_path: Path) -> None:
    content = workbook([["name", "salutation", "copy", "clearance"], ["A", "Dear A", 17, True]])
    (one,) = read(tmp_path, content, "list.xlsx", audiences=["captains"]).or_raise()
    assert (one.copy, one.clears) == (17, True)


def test_a_formula_is_its_result(tmp_path: Path) -> None:
    content = workbook([TOP, ["=B2", "Dear A", "captains"]])
    with_result = remade(
        content,
        "xl/worksheets/sheet1.xml",
        lambda part: re.sub(
            rb'<c r="A2"[^>]*><f>B2</f><v ?/?>(?:</v>)?</c>', b'<c r="A2" t="str"><f>B2</f><v>Olga</v></c>', part
        ),
    )
    assert with_result != content
    assert [one.name for one in read(tmp_path, with_result, "list.xlsx").or_raise()] == ["Olga"]


def test_the_first_sheet_that_is_shown_is_read_or_the_one_that_is_named(tmp_path: Path) -> None:
    def more(book: openpyxl.Workbook) -> None:
        book["Old"].sheet_state = "hidden"
        for title, name in (("List", "B"), ("Notes", "C")):
            sheet = book.create_sheet(title)
            sheet.append(TOP)
            sheet.append([name, *A[1:]])

    content = workbook([TOP, A], more, "Old")
    assert [one.name for one in read(tmp_path, content, "list.xlsx").or_raise()] == ["B"]
    assert [one.name for one in read(tmp_path, content, "list.xlsx", settings(sheet="notes")).or_raise()] == ["C"]
    found = read(tmp_path, content, "list.xlsx", settings(sheet="Note"))
    assert said(found) == ['0: there is no sheet "Note" [sheet-unknown]']
    assert hints(found) == ['did you mean "Notes"?']


def test_an_empty_sheet_is_said_to_be_empty(tmp_path: Path) -> None:
    assert said(read(tmp_path, workbook([]), "list.xlsx")) == ["0: the sheet is empty [list-empty]"]


@pytest.mark.parametrize("title", ["List", "Own"])
def test_a_cell_over_several_columns_names_only_the_first(title: str, tmp_path: Path) -> None:
    def merged(book: openpyxl.Workbook) -> None:
        book[title].merge_cells("D1:E1")
        book.create_sheet("More").append(["x"])

    found = read(tmp_path, workbook([TOP, A], merged, title), "list.xlsx")
    assert said(found) == [
        "1: column E has no name: a cell that covers several columns names only the first [column-unknown]"
    ]


def test_breaks_that_excel_writes_as_codes_are_breaks(tmp_path: Path) -> None:
    content = workbook([TOP, ["A", "Dear A", "captains", None, "x_x000D_\ny"]])
    (one,) = read(tmp_path, content, "list.xlsx").or_raise()
    assert one.office == "x y"


def test_cells_beside_the_table_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, workbook([TOP, [*A, "seen"]]), "list.xlsx")
    assert said(found) == ["1: column F has no name [column-unknown]"]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_damaged_workbook_is_told(part: str, tmp_path: Path) -> None:
    content = remade(workbook([TOP, A]), part, lambda text: text[: len(text) // 2])
    found = read(tmp_path, content, "list.xlsx")
    assert said(found) == ["0: the workbook is damaged, and cannot be opened [list-unreadable]"]


def test_a_workbook_that_would_fill_the_memory_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefs.recipients.workbook.LARGEST_UNPACKED", 100)
    assert [one.code for one in read(tmp_path, workbook([TOP, A]), "list.xlsx").problems] == ["list-unreadable"]


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("cells", [b'<c r="XFD4" t="inlineStr"><is><t>x</t></is></c>', b""])
def test_a_sheet_that_reaches_too_far_is_told(cells: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    far = b'<row r="4">' + (cells or b'<c t="inlineStr"><is><t>x</t></is></c>' * 400) + b"</row></sheetData>"
    content = remade(workbook([TOP, A]), SHEET, lambda part: part.replace(b"</sheetData>", far))
    monkeypatch.setattr("briefs.recipients.workbook._MOST_CELLS", 1_000)
    found = read(tmp_path, content, "list.xlsx")
    message = "the sheet reaches much farther, to the right or below, than a list of recipients"
    assert said(found) == [f"0: {message} [list-unreadable]"]


def test_empty_rows_without_end_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = b'<row><c s="0"/><c s="0"/><c s="0"/></row>' * 1_000 + b"</sheetData>"
    content = remade(workbook([TOP, A]), SHEET, lambda part: part.replace(b"</sheetData>", empty))
    monkeypatch.setattr("briefs.recipients.workbook._MOST_CELLS", 1_000)
    assert [one.name for one in read(tmp_path, content, "list.xlsx").or_raise()] == ["A"]


def test_a_cell_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    letters = b"<t>" + b"A" * 11_000_000 + b"</t>"
    content = remade(
        workbook([TOP]),
        SHEET,
        lambda part: part.replace(
            b"</sheetData>", b'<row r="2"><c r="A2" t="inlineStr"><is>' + letters + b"</is></c></row></sheetData>"
        ),
    )
    assert said(read(tmp_path, content, "list.xlsx")) == [
        "0: the workbook is damaged, and cannot be opened [list-unreadable]"
    ]
