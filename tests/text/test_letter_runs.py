"""The runs of letters in a text."""

from __future__ import annotations

from briefs.text.letter_runs import letters_in


def test_a_text_has_its_runs_of_letters_in_small_letters() -> None:
    assert letters_in("Twenty-First of 12 KEEPERS’ tides_x") == {"twenty", "first", "of", "keepers", "tides", "x"}


def test_letters_that_patterns_take_for_others_are_these() -> None:
    assert letters_in("\u017fixth \u212aelvin") == {"sixth", "kelvin"}
