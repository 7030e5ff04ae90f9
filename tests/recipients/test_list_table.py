"""A table names its columns as people see them."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.limits import MOST_COLUMNS, MOST_RECIPIENTS
from briefs.recipients.list_table import Row, Table, letter, refuse_too_many


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_sheet(index: int, letters: str) -> None:
    assert letter(index) == letters


def test_a_column_without_a_name_has_its_number_or_letter() -> None:
    header, row = Row(1, ["name", " \n"]), Row(4, ["A", ""])
    assert Table("x.csv", header, [row]).column(1) == "column 2"
    sheet = Table("x.xlsx", header, [row], has_letters=True)
    assert sheet.column(1) == "column B"
    assert str(sheet.at(row, 0, "cell-kind", "it is odd")) == (
        'x.xlsx:4: error: column "name" (cell A4): it is odd [cell-kind]'
    )


def test_a_row_of_spaces_is_blank() -> None:
    assert Row(1, ["", " \t"]).is_blank
    assert not Row(1, ["", 0]).is_blank


def test_a_list_with_too_many_rows_or_columns_is_refused() -> None:
    refuse_too_many("x.csv", MOST_RECIPIENTS, ["name"] * MOST_COLUMNS + [""] * 9)
    for rows, columns, message in (
        (MOST_RECIPIENTS + 1, 1, "the list has more than 100,000 rows, and no more are read"),
        (1, 1_001, "the list has 1,001 columns with names, and no more than 1,000 are read"),
    ):
        with pytest.raises(DocumentError) as raised:
            refuse_too_many("x.csv", rows, ["name"] * columns)
        (problem,) = raised.value.diagnostics
        assert (problem.code, problem.message, problem.place.path) == ("list-unreadable", message, "x.csv")
        assert problem.hint
