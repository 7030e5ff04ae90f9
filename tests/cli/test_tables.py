"""Tables, also where the terminal is narrower than they are."""

from __future__ import annotations

import io

import pytest

from briefs.cli.styles import shown
from briefs.cli.tables import NARROWEST, table, table_rows, terminal_width

HEAD = ("unit", "begins", "lines", "fate")
ROWS = [
    ("u1", "Most keepers agreed that a shared timetable", "1.0", "printed"),
    ("u12", "Ferries", "12.5", "left out: could, since there is no room"),
]


def plain(lines: list[str]) -> list[str]:
    return [shown(line, coloured=False) for line in lines]


def test_columns_are_aligned_and_as_wide_as_they_need_to_be() -> None:
    assert plain(table(HEAD, ROWS, right=(2,))) == [
        "unit  begins                                       lines  fate",
        "u1    Most keepers agreed that a shared timetable    1.0  printed",
        "u12   Ferries                                       12.5  left out: could, since there is no room",
    ]


def test_a_table_is_no_wider_than_the_terminal() -> None:
    lines = plain(table(HEAD, ROWS, right=(2,), most=50, broken=(3,), cut_off=(1,)))
    assert lines == [
        "unit  begins             lines  fate",
        "u1    Most keepers agr…    1.0  printed",
        "u12   Ferries             12.5  left out: could,",
        "                                since there is no",
        "                                room",
    ]


def test_columns_stay_wide_enough_to_be_read() -> None:
    assert max(map(len, plain(table(HEAD, ROWS, most=10, broken=(3,), cut_off=(1,))))) == 4 + 12 + 5 + 12 + 6


def test_words_are_broken_only_if_nothing_else_helps() -> None:
    rows = [("ans.instead_of_development fact.a", "A text that can be cut off at every place")]
    head = ("blocks", "begins")
    assert plain(table(head, rows, most=40, broken=(0,), cut_off=(1,)))[1:] == [
        "ans.instead_of_development  A text that…",
        "fact.a",
    ]
    assert plain(table(head, rows, most=30, broken=(0,), cut_off=(1,)))[1:] == [
        "ans.instead_of_d  A text that…",
        "evelopment",
        "fact.a",
    ]


def test_the_lines_of_each_row_can_be_had_apart() -> None:
    rows = table_rows(HEAD, ROWS, most=50, broken=(3,), cut_off=(1,))
    assert [len(lines) for lines in rows] == [1, 1, 3]


def test_wide_characters_are_aligned_too() -> None:
    assert plain(table(("a", "b"), [("漢字", "1"), ("abcd", "2")])) == ["a     b", "漢字  1", "abcd  2"]


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("columns", "width"), [("1", NARROWEST), ("70", 70)])
def test_a_terminal_is_never_narrower_than_an_indent_and_some_letters(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    """`textwrap` would fill lines of nothing but indent without end."""
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width(Terminal()) == width
    assert terminal_width(io.StringIO()) is None
