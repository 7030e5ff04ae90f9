"""Lengths and sizes of type, as programs write them."""

from __future__ import annotations

import pytest

from briefs.word.elements import qn, w
from briefs.word.measures import half_points, multiply, twips


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("454", 454),
        ("453.6", 454),
        ("1in", 1440),
        ("10mm", 567),
        ("1cm", 567),
        ("12pt", 240),
        ("1pc", 240),
        ("-1pi", -240),
    ],
)
def test_a_length_is_in_twips_whatever_its_unit(value: str, expected: int) -> None:
    assert twips(w("ind", left=value), "left") == expected


def test_a_missing_length_is_zero() -> None:
    assert twips(w("ind"), "left") == 0


@pytest.mark.parametrize(("value", "expected"), [("22", 22), ("12pt", 24)])
def test_a_size_of_type_is_in_half_points(value: str, expected: int) -> None:
    assert half_points(w("sz", val=value)) == expected


def test_only_a_length_that_is_there_is_multiplied() -> None:
    spacing = w("spacing", before=55)
    multiply(spacing, "before", 14 / 11)
    multiply(spacing, "after", 14 / 11)
    assert dict(spacing.attrib.items()) == {qn("w:before"): "70"}
