"""Numbers that words imply."""

from __future__ import annotations

import pytest

from briefs.text.implied_quantities import implied_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("both sides", [2]),
        ("once a day", [1, 1]),
        ("a third party", [1 / 3, 3]),
        ("the twentieth century", [20, 1]),
        ("on 2010-03-12", [2010, 12]),
        ("two thirds of twelve", []),
    ],
)
def test_words_imply_numbers(text: str, values: list[float]) -> None:
    assert [value for one in implied_quantities(text) for value in one.values] == values


def test_a_decade_is_ten_years_and_other_languages_imply_nothing() -> None:
    assert [one.unit for one in implied_quantities("a decade")] == [("months", 120)]
    assert implied_quantities("both sides", "fr") == ()


def test_letters_that_look_like_others_are_read_as_these() -> None:
    assert [one.values for one in implied_quantities("the ſecond, a ſecond, a ſixth")] == [
        one.values for one in implied_quantities("the second, a second, a sixth")
    ]
