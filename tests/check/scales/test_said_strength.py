"""How many held a view, in the words of a passage."""

from __future__ import annotations

import pytest

from briefs.check.scales.said_strength import said_strength
from briefs.check.scales.scale_words import built_in_levels
from briefs.model.wording_rules import WordingRules

RULES = WordingRules({}, {}, built_in=built_in_levels("en"))


@pytest.mark.parametrize(
    ("passage", "strength"),
    [
        ("A number of participants advocated a checklist.", "a number of participants"),
        ("Some felt that the chair should stay for a year.", "some"),
        ("Wells are deep.", ""),
        ("The concept is still a good one, and should not be abandoned.", ""),
        ("Several participants agreed. Most participants wanted more.", ""),
        ("Several participants agreed. Several participants wanted more.", "several participants"),
        ("He said that “many participants agreed”.", ""),
    ],
)
def test_the_words_are_those_for_who_held_the_view_if_there_is_one_number_of_them(passage: str, strength: str) -> None:
    assert said_strength(passage, RULES) == strength


def test_words_of_the_report_within_others_say_nothing_else() -> None:
    rules = WordingRules({"participants agreed": 3}, {}, built_in=built_in_levels("en"))
    assert said_strength("Most participants agreed that wells are deep.", rules) == "most participants"


def test_a_language_without_a_scale_says_nothing() -> None:
    assert said_strength("Some felt so.", WordingRules({}, {}, language="xx")) == ""
