"""Findings of the scales, as messages tell them."""

from __future__ import annotations

from briefs.check.scales.raised import Raised, differing


def test_a_finding_tells_both_words_and_the_passage() -> None:
    one = Raised("strength-upgraded", "All", "Some", "Some wait.")
    assert differing("short", one) == 'short says "All", but its passage says "Some": “Some wait.”'


def test_a_finding_without_words_of_the_passage_says_so() -> None:
    one = Raised("strength-upgraded", "All", "", "Keepers wait.")
    assert differing("short", one) == 'short says "All", which its passage does not say: “Keepers wait.”'


def test_a_long_passage_is_cut_to_what_stands_around_the_words() -> None:
    one = Raised("act-raised", "agreed", "noted", "a " * 100 + "noted" + " b" * 100)
    assert one.shown.startswith("“… a ")
    assert one.shown.endswith(" b …”")
    assert "noted" in one.shown
