"""Rough numbers that wording makes exact."""

from __future__ import annotations

import pytest

from briefs.check.scales.dropped_approximations import dropped_approximations
from tests.check.scales.builders import english


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("13 ferries sail.", "Some 13 ferries sail.", "some 13"),
        ("It loses 30 per cent.", "It loses about 30 per cent.", "about 30 per cent"),
        ("Twelve keepers came.", "More than twelve keepers came.", "more than twelve"),
    ],
)
def test_a_rough_number_that_is_made_exact_is_found(text: str, passage: str, found: str) -> None:
    assert [one.has for one in dropped_approximations(text, passage, english())] == [found]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Around 13 ferries sail.", "Some 13 ferries sail."),
        ("13 ferries sail.", "Some 13 ferries sail. They are 13 ferries."),
        ("13 ferries sail.", "13 ferries sail."),
        ("Ferries sail.", "Some 13 ferries sail."),
    ],
)
def test_a_number_that_stays_rough_or_was_exact_is_right(text: str, passage: str) -> None:
    assert list(dropped_approximations(text, passage, english())) == []
