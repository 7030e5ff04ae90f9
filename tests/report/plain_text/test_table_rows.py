from __future__ import annotations

import pytest

from briefs.report.hints import TableHint
from briefs.report.plain_text.table_rows import ending_of, split_row
from tests.report.builders import ONE, parsed, tree

TABLE = TableHint(section="One", columns=("name", "post", "place"), endings=("Rome", "New Rome"))


def test_a_table_splits_rows_at_tabs_and_known_endings_and_keeps_notes_apart() -> None:
    hints = ONE + "tables:\n  - section: One\n    columns: [name, post, place]\n    endings: [Rome, New Rome]\n"
    assert tree("One\n\nA\tHead of X Rome\nB\tHead\tRome\n\nC\tHead New Rome\n* a note\n", hints) == [
        "Section 'I' 'One'",
        "  Table 'I table'",
        "    Row 'I row 1' 'A\\tHead of X\\tRome'",
        "    Row 'I row 2' 'B\\tHead\\tRome'",
        "    Row 'I row 3' 'C\\tHead\\tNew Rome'",
        "  Matter 'note 1' '* a note'",
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("A\tHead\tRome", ("A", "Head", "Rome")),
        ("A \t Head of X New Rome", ("A", "Head of X", "New Rome")),
        ("A\tHead of Berlin", ("A", "Head of Berlin")),
        ("A\tb\tc\td", ("A", "b", "c", "d")),
    ],
)
def test_a_row_has_the_cells_between_its_tabs_and_a_last_one_after_a_space_if_it_is_known(
    text: str, cells: tuple[str, ...]
) -> None:
    assert split_row(text, TABLE) == cells


def test_an_ending_is_a_whole_word_and_the_longest() -> None:
    assert ending_of("Head New Rome", TABLE) == "New Rome"
    assert ending_of("Rome", TABLE) == "Rome"
    assert ending_of("Jerome", TABLE) is None


def test_rows_that_cannot_be_split_and_endings_that_no_row_has_are_reported() -> None:
    hint_text = ONE + "tables:\n  - {section: One, columns: [a, b, c], endings: [Rome, Paris]}\n"
    assert [str(problem) for problem in parsed("One\n\nA\tHead Rome\nB\tHead Berlin\n", hint_text).problems] == [
        "report.txt:4: error: the row cannot be divided into a, b, c [row-unsplit]\n"
        '  hint: add the c at the end of "Head Berlin" to `endings` in report.yaml',
        'report.yaml:7: error: no row ends with "Paris" [hint-not-found]\n  hint: remove it, or correct its spelling',
    ]


def test_columns_that_are_too_few_for_every_row_are_one_mistake_and_one_long_row_is_its_own() -> None:
    tables = ONE + "tables:\n  - {section: One, columns: [a, b], endings: [Rome]}\n"
    assert [str(problem) for problem in parsed("One\n\nA\t1\t2\nB\t1\t2\n", tables).problems] == [
        "report.yaml:7: error: its rows have 3 cells, and `columns` names 2 [row-unsplit]\n"
        "  hint: name 3 columns, in the order of the cells"
    ]
    assert [str(problem) for problem in parsed("One\n\nA\tRome\nB\tc\tRome\n", tables).problems] == [
        "report.txt:4: error: the row has 3 cells, and the table 2 columns: a, b [row-unsplit]\n"
        "  hint: take out the tab that is too much"
    ]
