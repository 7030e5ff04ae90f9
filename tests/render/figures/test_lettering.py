"""Type in drawings, measured in points."""

from __future__ import annotations

import pytest

from briefs.render.figures.lettering import Lettering
from briefs.render.figures.shapes import Label


def half_an_em(text: str, is_bold: bool) -> float:
    return len(text) * (0.6 if is_bold else 0.5)


REGULAR, BOLD = Lettering(half_an_em, 10), Lettering(half_an_em, 10, is_bold=True, is_accented=True)


def test_a_text_is_as_wide_as_its_letters_and_bold_ones_are_wider() -> None:
    assert REGULAR.width("one two") == 35
    assert BOLD.width("one two") == 42


def test_bold_lines_are_broken_earlier() -> None:
    assert REGULAR.lines("one two", 35) == ["one two"]
    assert BOLD.lines("one two", 35) == ["one", "two"]


def test_columns_are_in_points() -> None:
    assert REGULAR.columns([["one"], ["one two six"]], 90) == pytest.approx([35, 55], abs=1.5)
    assert REGULAR.columns([["one"], ["one two six ten"]], 100, [50])[0] >= 50


def test_lines_stand_one_under_the_other() -> None:
    assert list(BOLD.labels(["one", "two"], 3, 20, 11)) == [
        Label(3, 20, "one", 10, is_bold=True, is_accented=True),
        Label(3, 31, "two", 10, is_bold=True, is_accented=True),
    ]
    assert REGULAR.label("one", 3, 20, right_aligned=True) == Label(3, 20, "one", 10, right_aligned=True)
