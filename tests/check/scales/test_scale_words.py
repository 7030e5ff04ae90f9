"""The words of the three scales."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from briefs.check.scales.scale_words import STEP, built_in_levels, phrase_of, scale_words
from briefs.model.wording_rules import WordingRules
from briefs.text.words import words_of
from tests.check.scales.builders import NO_RULES, english


def level(text: str, rules: WordingRules = NO_RULES) -> float:
    (found,) = english(rules).how_many.find(words_of(text))
    return found.value


def test_the_scale_of_how_many_is_in_the_order_of_the_words() -> None:
    order = ["one participant", "some", "several", "many", "most", "vast majority", "all"]
    levels = [level(word) for word in order]
    assert all(after - before >= STEP for before, after in pairwise(levels))


@pytest.mark.parametrize(("word", "like"), [("a number of", "several"), ("many", "a number of"), ("majority", "most")])
def test_words_less_than_half_a_level_apart_may_stand_for_each_other(word: str, like: str) -> None:
    assert abs(level(word) - level(like)) < STEP


def test_the_table_of_a_report_wins_over_the_scale() -> None:
    rules = replace(NO_RULES, strengths={"some": 5, "most keepers": 2})
    assert level("some", rules) == 5
    assert level("most keepers", rules) == 2


def test_words_of_idioms_and_within_quotation_marks_count_for_nothing() -> None:
    text = "Above all, “all must” wait"
    words = words_of(text)
    assert {words[place].lower for place in english().free(words, text, quoted=False)} == {"above", "all", "must"}
    assert {words[place].lower for place in english().free(words, text)} == {"above", "all"}


def test_what_was_found_is_told_as_the_text_has_it() -> None:
    text = "A Number of keepers"
    words = words_of(text)
    (found,) = english().how_many.find(words)
    assert phrase_of(words, found, text) == "A Number of"


def test_a_language_without_a_lexicon_has_no_scales() -> None:
    assert scale_words(replace(NO_RULES, language="xx")) is None
    assert built_in_levels("xx") == {}


def test_levels_of_strengths_are_whole_and_say_where_nobody_is_named() -> None:
    levels = built_in_levels("en-GB")
    assert (levels["some"], levels["several"], levels["most"], levels["it was"]) == (2, 3, 4, 0)
