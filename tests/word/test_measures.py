"""Lengths and sizes of type, as programs write them."""

from __future__ import annotations

import pytest

from briefs.word.elements import qn, root, w
from briefs.word.measures import damaged_number, half_points, length, multiply, per_cent, twips, whole_number


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


def test_lengths_and_shares_are_read_without_an_element() -> None:
    assert length("12pt") == 240
    assert [per_cent(value) for value in ("100", "103%")] == [100, 103]


@pytest.mark.parametrize("value", ["", "wide", "-5%", "1.5"])
def test_what_is_not_a_share_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a share"):
        per_cent(value)


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


@pytest.mark.parametrize("value", ["", "x", "auto", "1e9", "nan", "inf", "1_0", "٣", "mm", "9" * 400, "1 0"])
def test_what_is_not_a_number_is_refused_and_found(value: str) -> None:
    tab, number = w("tab", pos=value), w("num", numId=value)
    with pytest.raises(ValueError, match="not a length"):
        twips(tab, "pos")
    with pytest.raises(ValueError, match="not a whole number"):
        whole_number(number, "numId")
    assert damaged_number(root("styles", w("tab", pos=1), tab)) == (tab, "pos")
    assert damaged_number(root("numbering", number)) == (number, "numId")


def test_numbers_that_can_be_read_and_those_that_nobody_reads_are_no_damage() -> None:
    assert damaged_number(root("styles", w("sz", val="11.5pt"), w("tab"), w("jc", val="x"))) is None
