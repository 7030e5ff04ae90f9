"""No column is narrower than its longest word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.document import Cell, Row, Table, Unit
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, SourceTag, Strong, Text
from briefs.render.fonts.table_columns import estimated, least_widths, widened

SLACK = 0.5


def letters(text: str, bold: bool) -> float:
    """Letters one em wide, bold ones two."""
    return len(text) * (2.0 if bold else 1.0)


def least(*children: Inline, header: bool = False, is_list: bool = False, number: int | None = None) -> float:
    """The least width of a column with one cell, in letters of one point."""
    row = Row((Cell(children, header=header),), Unit("u1", "u1", (), number))
    table = Table((), ((),), (row,), is_list=is_list)
    return least_widths(table, letters, 1.0, (0.0,), 30.0)[0] - SLACK


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a States bc", 6),
        ("two\u00a0words", 9),
        ("well-known", 5),
        ("High-level Dialogue", 10),
        ("CH-1211", 7),
        ("2009–2010", 9),
        ("High\u2011level", 10),
        ("a/b", 3),
        ("https://example.org/registers/wells", 10),
        ("line\nends", 4),
    ],
)
def test_lines_end_at_spaces_and_after_hyphens_and_dashes(text: str, expected: float) -> None:
    assert least(Text(text)) == expected


def test_a_word_may_consist_of_several_inline_elements() -> None:
    assert least(Text("a mi"), Strong((Text("gr"),)), Emphasis((Text("a"),)), Foreign("fr", (Text("nt"),))) == 9
    assert least(Text("Forum"), NoteCall("fn", 12)) == pytest.approx(5 + 2 * 0.7)
    assert least(Link("https://a.org", "a.org")) == 5
    assert least(Text("See"), SourceTag("ES 16")) == 3
    assert least(Checkbox("ok")) == 1


def test_what_must_stay_on_a_line_is_one_word() -> None:
    assert least(Text("from "), Text("12 May", is_whole=True)) == 6


def test_headings_are_bold_except_in_lists() -> None:
    assert (least(Text("States"), header=True), least(Text("States"), header=True, is_list=True)) == (12, 6)


def test_a_number_indents_the_first_cell() -> None:
    assert least(Text("Meet"), number=3) == 34


def test_a_column_has_its_room_and_that_of_its_heading() -> None:
    table = Table((), ((Text("Basis"),), ()), (Row((Cell((Text("x"),)), Cell(()))),))
    assert least_widths(table, letters, 2.0, (8.0, 0.0), 30.0) == [2 * 10 + 8 + SLACK, 0]


def test_columns_gain_no_more_than_they_lack() -> None:
    assert widened((10, 50, 40), (20, 10, 20)) == pytest.approx([20, 50 - 10 * 40 / 60, 40 - 10 * 20 / 60])
    assert widened((50, 50), (20, 10)) == [50, 50]


def test_where_there_is_too_little_those_that_lack_share_it() -> None:
    assert widened((10, 10, 80), (20, 30, 65)) == pytest.approx([15, 20, 65])
    assert widened((10, 20), (20, 30)) == [10, 20]


@given(st.lists(st.tuples(st.floats(1, 500), st.floats(0, 500)), min_size=1, max_size=8))
def test_the_sum_stays_and_no_column_that_had_room_loses_it(columns: list[tuple[float, float]]) -> None:
    widths, needed = [width for width, _ in columns], [least for _, least in columns]
    made = widened(widths, needed)
    assert sum(made) == pytest.approx(sum(widths))
    assert all(new >= min(old, least) - 1e-6 for new, old, least in zip(made, widths, needed, strict=True))
    if sum(needed) <= sum(widths):
        assert all(new >= least - 1e-6 for new, least in zip(made, needed, strict=True))


def test_without_fonts_widths_are_estimated() -> None:
    assert estimated("word", False) == pytest.approx(2.2)
