"""A table names its columns as people see them."""

from __future__ import annotations

import pytest

from briefs.recipients.list_table import Row, Table, letter


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
