"""Numbers are read as numbers, however they are written."""

from __future__ import annotations

import pytest

from briefs.text.quantities import dimensions_named, quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12,500 or 12 500 or 12\u202f500 or 12'500", [12500] * 4),
        ("1,234,567.5 and 1.234.567 and 1,00,000", [1234567.5, 1234567, 100000]),
        ("2.5 million, 2.5bn, 3 dozen, 40k", [2.5e6, 2.5e9, 36, 40000]),
        ("forty-three, two hundred and five, a million", [43, 205, 1e6]),
        ("twelve thousand five hundred; nineteen", [12500, 19]),
        ("two three, forty and three", [2, 3, 40, 3]),
        ("in 2010 two boats", [2010, 2]),
        ("3.5 × 10⁶ and 10⁻³", [3.5e6, 0.001]),
        ("−5, minus six, 7 below zero, 12-15", [-5, -6, -7, 12, 15]),
        ("two-thirds", [2 / 3]),
        ("the 21st G20", [21, 20]),
        (f"{'12 ' * 15}345", [*[12] * 2, int("12" * 13 + "345")]),
    ],
)
def test_a_number_has_its_value(text: str, values: list[float]) -> None:
    found = quantities(text)
    assert len(found) == len(values), found
    for one, value in zip(found, values, strict=True):
        assert any(abs(value - own) < 1e-9 for own in one.values), one


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2010¹²³", {2010}),
        ("2010²", {2010}),
        ("2010⁻⁴⁰⁰", {2010}),
        ("10⁹⁹⁹", {10}),
        ("1.5 × 10⁹⁹⁹", {1.5}),
        ("5²", {5, 25}),
        ("10⁶", {10**6}),
    ],
)
def test_superscript_digits_that_are_no_likely_exponent_change_no_value(text: str, values: set[float]) -> None:
    (one,) = quantities(text)
    assert one.values == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12 km", "length"),
        ("12 km²", "area"),
        ("12 per cent", "percent"),
        ("12 percentage points", "percentage point"),
        ("US$ 12", "dollar"),
        ("€12 million", "euro"),
        ("12-year plan", "months"),
        ("12 keepers", None),
    ],
)
def test_a_number_has_its_unit(text: str, unit: str | None) -> None:
    (one,) = quantities(text)
    assert (one.unit[0] if one.unit else None) == unit


def test_the_first_number_of_a_range_has_what_the_last_one_says() -> None:
    first, last = quantities("2-3 million dollars")
    assert (first.values, first.unit) == (frozenset({2e6}), last.unit)
    first, _ = quantities("2 to 3 million")
    assert first.values == {2, 2e6}
    assert 2010 in quantities("2009-10")[1].values
    assert 2010 in quantities("2009/10²")[1].values
    assert 2010 not in quantities("2009-1²")[1].values


def test_addresses_symbols_and_dates_are_no_numbers() -> None:
    found = quantities("A/RES/70/1, https://example.org/7-9, 2026-03-14, section 3.2.1")
    assert [(one.kind, one.values) for one in found] == [("identifier", frozenset())] * 4


def test_factors_and_vague_numbers_are_known_as_such() -> None:
    assert [(one.number, one.kind) for one in quantities("thousands doubled, a threefold rise")] == [
        ("thousands", "vague"),
        ("doubled", "factor"),
        ("threefold", "factor"),
    ]


def test_another_language_has_its_decimal_point() -> None:
    assert [set(one.values) for one in quantities("12.500 et 2,5", "fr")] == [{12500}, {2.5}]


def test_units_are_named_beside_numbers_or_elsewhere() -> None:
    assert dimensions_named("Share (%), in 20km and 3 working days; the seconds") == {"percent", "length", "time"}


def test_letters_that_look_like_others_are_read_as_these_and_shown_as_they_are() -> None:
    first, second = quantities("twenty-ſix ſeconds, 5 mİles")
    assert (first.text, first.values, first.unit) == ("twenty-ſix ſeconds", frozenset({26.0}), ("time", 1.0))
    assert (second.text, second.unit) == ("5 mİles", quantities("5 miles")[0].unit)
    assert dimensions_named("ſeconds") == dimensions_named("seconds")


def test_a_language_that_is_not_named_is_english() -> None:
    assert quantities("2.5 million", "xx") == quantities("2.5 million") == quantities("2.5 million", "en")
