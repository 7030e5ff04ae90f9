"""What a brief is printed on."""

from __future__ import annotations

import pytest

from briefs.model.sheet import USUAL, Sheet


def test_the_usual_sheet_is_a4_in_11_points() -> None:
    assert (USUAL, USUAL.is_large_print) == (Sheet("A4", 11), False)


def test_large_print_is_18_points_on_either_paper() -> None:
    assert Sheet.of("letter", large_print=True) == Sheet("letter", 18)
    assert Sheet.of("A4", large_print=True).is_large_print
    assert Sheet.of("A4", large_print=False) == USUAL


@pytest.mark.parametrize(
    ("sheet", "suffix"),
    [
        (USUAL, ""),
        (Sheet("letter"), "_letter"),
        (Sheet("A4", 18), "_large-print"),
        (Sheet("letter", 18), "_letter_large-print"),
    ],
)
def test_names_of_files_say_what_is_not_usual(sheet: Sheet, suffix: str) -> None:
    assert sheet.suffix == suffix
