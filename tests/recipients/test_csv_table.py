"""Text files are read as tables, whatever stands between their cells, and each row knows where it begins."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Literal

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.diagnostics import DocumentError
from briefs.recipients.csv_table import csv_table
from briefs.recipients.list_columns import header_likeness
from tests.recipients.lists import HEAD, SETTINGS, read, said, settings

SEPARATORS = pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["commas", "semicolons", "tabs"])
CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from(',;\t"\n'), max_size=12).map(
    lambda text: text.strip()
)


def table(text: str) -> list[tuple[int, list[str]]]:
    read = csv_table(text, "x.csv", lambda cells: header_likeness(cells, SETTINGS)).or_raise()
    return [(row.line, list(map(str, row.cells))) for row in (read.header, *read.rows)]


@hypothesis.settings(max_examples=30)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5),
    separator=st.sampled_from(",;\t"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_any_table_written_in_any_dialect_reads_back_the_same(
    rows: list[list[str]], separator: str, quoting: Literal[0, 1]
) -> None:
    written = [["name", "salutation", "audience"], *rows]
    file = io.StringIO()
    csv.writer(file, delimiter=separator, quoting=quoting, lineterminator="\n").writerows(written)
    assert [cells for _, cells in table(file.getvalue())] == [cells for cells in written if any(cells)]


@SEPARATORS
def test_cells_may_hold_what_separates_others(separator: str) -> None:
    text = separator.join(("name", "office")) + "\n" + separator.join(("A", '"B, C; D\tE\nF ""G"""')) + "\n"
    assert table(text) == [(1, ["name", "office"]), (2, ["A", 'B, C; D\tE\nF "G"'])]


def test_a_row_is_where_it_begins() -> None:
    text = 'name,"of\nfice"\nA,"x\ny\nz"\n\nB,y\n'
    assert [line for line, _ in table(text)] == [1, 3, 7]


@pytest.mark.parametrize("text", ["sep=;\nname;office, title\nA;x", "name;office, title;\nA;x;"])
def test_semicolons_are_found_beside_commas_in_names(text: str, tmp_path: Path) -> None:
    assert table(text)[1][1][:2] == ["A", "x"]


def test_names_that_the_settings_give_show_what_separates_cells(tmp_path: Path) -> None:
    text = "Wer, genau;Wie;Was\nA;Dear, A;captains\n"
    own = settings(columns={"name": "Wer, genau", "salutation": "Wie", "audience": "Was"})
    (one,) = read(tmp_path, text, by=own).or_raise()
    assert (one.name, one.salutation) == ("A", "Dear, A")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_make_no_difference(ends: str, mark: str, tmp_path: Path) -> None:
    text = mark + f'{HEAD}\nA,Dear A,captains,,"x\ny"\n'.replace("\n", ends)
    (one,) = read(tmp_path, text).or_raise()
    assert (one.name, one.office, one.row) == ("A", "x y", 2)


def test_rows_of_another_length_are_said_and_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}\nA,Dear A,captains\nB,Dear B,captains,,x,y\nC,Dear C,captains,,x,,,\n")
    assert said(found) == [
        "2: the row has 3 cells, and there are 5 columns [row-broken]",
        "3: the row has 6 cells, and there are 5 columns [row-broken]",
    ]
    assert [one.name for one in found.value] == ["C"]


def test_a_quotation_mark_that_is_not_closed_hides_no_other_row(tmp_path: Path) -> None:
    text = (
        f'{HEAD}\nA,Dear A,captains,,"x\nB,Dear B,captains,,"x"\nC,,captains,,y\n'
        'D,Dear D,captains,,"x "y" z"\nE,Dear E,captains,,x\n'
    )
    found = read(tmp_path, text)
    assert said(found) == [
        "2: a quotation mark in this row is not closed [row-broken]",
        '4: column "salutation": the salutation is missing [recipient-incomplete]',
        "5: a quotation mark stands within a cell that is in quotation marks [row-broken]",
    ]
    assert [one.name for one in found.value] == ["B", "E"]


def test_the_last_quotation_mark_may_be_missing(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEAD}\nA,Dear A,captains,,x\nB,Dear B,captains,,"x\n')
    assert said(found) == ["3: a quotation mark in this row is not closed [row-broken]"]


def test_a_file_without_rows_that_can_be_read_has_no_table() -> None:
    with pytest.raises(DocumentError) as raised:
        csv_table('"name,office\n', "x.csv", len)
    assert [one.code for one in raised.value.diagnostics] == ["row-broken"]


def test_a_cell_that_is_too_long_is_told_as_such(tmp_path: Path) -> None:
    row = f"A,Dear A,captains,,{'x' * 140_000}"
    found = read(tmp_path, f"{HEAD}\n{row}\nB,Dear B,captains,,\n")
    assert said(found) == ["2: a cell in this row has more than 131,072 characters [row-broken]"]
    assert [one.name for one in found.value] == ["B"]
