from __future__ import annotations

import pytest

from briefs.report.html.element_facts import text_within
from briefs.report.html.table_grid import GridRow, columns_of, grid_rows, is_data_table
from tests.report.html.builders import element, pieces


def rows(table: str) -> list[str]:
    """The rows of a table; heads end with a sign."""
    found = grid_rows(element(f"<table>{table}</table>"), text_within)
    return [" | ".join(row.cells) + (" <head" if row.is_head else "") for row in found]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><th>a<th>b<tr><td>c<td>d", ["a | b <head", "c | d"]),
        ("<tr><th>a<td>b<tr><th>c<td>d", ["a | b", "c | d"]),
        ("<thead><tr><td>a<td>b</thead><tr><td>c<td>d", ["a | b <head", "c | d"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e", ["a | b", " | c", "d | e"]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["a |  | b", "c | d | e"]),
        ("<tr><td>a<tr><td>b<td>c", ["a | ", "b | c"]),
        ("<tfoot><tr><td>sum<td>2</tfoot><tbody><tr><td>a<td>2</tbody>", ["a | 2", "sum | 2"]),
        ("<tr><td><td><tr><td>a<td>b", ["a | b"]),
        ("<tr><td colspan=x rowspan=-1>a<td>b", ["a | b"]),
        ("<tr><td rowspan=0>a<td colspan=99999999>b", ["a | b"]),
    ],
)
def test_cells_stand_in_their_rows_and_columns(table: str, expected: list[str]) -> None:
    assert rows(table) == expected


def test_cells_that_reach_far_make_no_huge_table() -> None:
    found = grid_rows(element("<table>" + "<tr><td rowspan=9999 colspan=9999>a<td>b" * 50 + "</table>"), text_within)
    assert {len(row.cells) for row in found} == {200}


def test_the_last_head_names_the_columns() -> None:
    heads = [GridRow(("a", "", "b"), True, 1), GridRow(("", "c", "d"), True, 2), GridRow(("1", "2", "3"), False, 3)]
    assert columns_of(heads) == ("a", "c", "d")
    assert columns_of(heads[2:]) == ("", "", "")
    assert columns_of([]) == ()


@pytest.mark.parametrize(
    ("table", "is_data"),
    [
        ("<tr><td>a<td>b", True),
        ("<tr><th>a", True),
        ("<tr><td>a", False),
        ("<tr><td>a<td><h2>b</h2>", False),
        ("<tr><td>a<td><table></table>", False),
    ],
)
def test_tables_that_only_place_texts_have_no_data(table: str, is_data: bool) -> None:
    assert is_data_table(element(f"<table>{table}</table>")) is is_data
    assert not is_data_table(element(f"<table role=presentation>{table}</table>"))


def test_a_table_of_markers_is_a_list() -> None:
    inner = "<table><tr><td>(a)<td>two</table>"
    assert pieces(f"<table><tr><td>(1)<td><p>one</p>{inner}<p>more</p><tr><td>(2)<td>three</table>") == [
        "list 1 depth 0: (1) | one",
        "list 2 depth 1: (a) | two",
        "p in list 1: more",
        "list 1 depth 0: (2) | three",
    ]
    assert pieces("<table><tr><td>2019<td>45 %</table>") == ["row of table 1: 2019 | 45 %"]
