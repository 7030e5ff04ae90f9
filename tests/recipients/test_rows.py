"""A row is read as far as it can be, and what is wrong with it is named."""

from __future__ import annotations

from typing import Any

from briefs.recipients.list_columns import Layout
from briefs.recipients.list_table import Cell, Row, Table
from briefs.recipients.rows import Expected, read_row

HEAD = ("name", "salutation", "audience", "copy", "office")


def row(*cells: Cell) -> Any:
    table = Table("x.csv", Row(1, HEAD), [])
    layout = Layout({name: (index,) for index, name in enumerate(HEAD)})
    return read_row(Row(2, cells), table, layout, Expected(("captains",), "", ()), {})


def test_what_is_wrong_is_empty_and_named() -> None:
    read = row("A", "", "captain", "7", "=x")
    assert read.value.wrong == {"salutation", "audience", "office"}
    assert (read.value.recipient.name, read.value.recipient.copy, read.value.recipient.office) == ("A", 7, "")
    assert [one.code for one in read.problems] == ["recipient-incomplete", "audience-unknown", "cell-kind"]


def test_a_wrong_cell_is_not_missing_besides() -> None:
    assert [one.code for one in row("=A", "Dear A", "captains", "", "").problems] == ["cell-kind"]


def test_values_that_rows_share_are_read_once() -> None:
    known: dict[tuple[str, Cell], Any] = {}
    table = Table("x.csv", Row(1, HEAD), [])
    layout = Layout({name: (index,) for index, name in enumerate(HEAD)})
    for number in (2, 3):
        read_row(
            Row(number, ("A", "Dear A", "captains", "7", "x")), table, layout, Expected(("captains",), "", ()), known
        )
    assert known == {("audience", "captains"): "captains"}


def test_words_that_no_line_has_room_for_are_told_without_them() -> None:
    read = row("Öst " * 300, "Dear A", "captains", "", "x" * 241)
    assert [problem.message for problem in read.problems] == [
        'column "name": the cell has 1,199 characters; at most 240 are possible',
        'column "office": the cell has 241 characters; at most 240 are possible',
    ]
    assert read.value.wrong == {"name", "office"}
    assert not row("x" * 240, "Dear A", "captains", "", "x" * 240).problems
