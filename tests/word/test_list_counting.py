"""Counting in lists: what Word prints before each paragraph."""

from __future__ import annotations

import pytest

from briefs.word.list_counting import ListCounter, bullet
from briefs.word.list_levels import ListLevel, NumberedList

OUTLINE = {
    0: ListLevel(1, "upperRoman", "%1."),
    1: ListLevel(1, "decimal", "%1.%2", is_legal=True),
    2: ListLevel(1, "lowerLetter", "(%3)"),
}


def markers(lists: dict[str, NumberedList], *items: tuple[str, int]) -> list[str]:
    """What is printed before each item, given by its list and its level."""
    counter = ListCounter(lists, "en-GB")
    printed = [counter.count(number, level) for number, level in items]
    return ["?" if one is None else one.marker for one in printed]


def test_levels_count_anew_after_a_higher_one() -> None:
    lists = {"1": NumberedList("1", OUTLINE)}
    items = [("1", level) for level in (0, 1, 2, 2, 1, 2, 0, 1)]
    assert markers(lists, *items) == ["I.", "1.1", "(a)", "(b)", "1.2", "(a)", "II.", "2.1"]


def test_a_level_may_never_count_anew_or_only_after_some() -> None:
    never = OUTLINE | {1: ListLevel(1, "decimal", "%2.", restart=0), 2: ListLevel(1, "decimal", "%3", restart=1)}
    items = [("1", level) for level in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert markers({"1": NumberedList("1", never)}, *items) == ["I.", "1.", "1", "2.", "2", "II.", "3.", "1"]


def test_lists_of_one_definition_go_on_with_each_other_unless_one_begins_anew() -> None:
    lists = {
        "1": NumberedList("1", OUTLINE),
        "2": NumberedList("1", OUTLINE),
        "3": NumberedList("1", OUTLINE, {0: 1}),
        "4": NumberedList("4", OUTLINE),
    }
    items = [("1", 0), ("2", 0), ("3", 0), ("3", 0), ("1", 0), ("4", 0)]
    assert markers(lists, *items) == ["I.", "II.", "I.", "II.", "III.", "I."]


def test_a_level_without_an_item_above_it_counts_as_if_there_was_one() -> None:
    lists = {"1": NumberedList("1", OUTLINE), "2": NumberedList("1", OUTLINE, {0: 1, 1: 1})}
    assert markers(lists, ("1", 1), ("1", 0)) == ["1.1", "II."]
    assert markers(lists, ("1", 0), ("2", 1), ("2", 0)) == ["I.", "1.1", "II."]


def test_numbers_of_levels_that_are_in_digits_for_lawyers_keep_their_zeros() -> None:
    levels = {0: ListLevel(1, "decimalZero", "%1"), 1: ListLevel(1, "decimal", "%1.%2", is_legal=True)}
    assert markers({"1": NumberedList("1", levels)}, ("1", 1)) == ["01.1"]


def test_what_is_no_list_is_not_counted() -> None:
    lists = {"1": NumberedList("1", {0: ListLevel(1, "none", ""), 1: ListLevel(1, "custom", "%2", pattern="001, 002")})}
    assert markers(lists, ("9", 0), ("1", 5), ("1", 0), ("1", 1)) == ["?", "?", "", "001"]
    counter = ListCounter({"1": NumberedList("1", {3: ListLevel(linked_style="P")})})
    assert counter.level_of_style("1", "P") == 3
    assert (counter.level_of_style("1", "Q"), counter.level_of_style("2", "P")) == (None, None)


@pytest.mark.parametrize(
    ("sign", "font", "printed"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "•"),
        ("\uf0e0", "Wingdings", "→"),
        ("\uf06f", "Wingdings", "☐"),
        ("o", "Courier New", "•"),
        ("-", "Calibri", "-"),
        ("–", "", "–"),
        ("Recommendation:", "", "Recommendation:"),
        (" ", "", ""),
    ],
)
def test_bullets_are_signs_that_all_fonts_have(sign: str, font: str, printed: str) -> None:
    assert bullet(sign, font) == printed
    made = ListCounter({"1": NumberedList("1", {0: ListLevel(1, "bullet", sign, font=font)})}).count("1", 0)
    assert made is not None
    assert (made.marker, made.is_bullet) == (printed, True)
