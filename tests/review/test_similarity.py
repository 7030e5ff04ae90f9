"""How similar two wordings are."""

from __future__ import annotations

import pytest

from briefs.review.similarity import Words, held, share, similarity, without

FERRIES = Words.of("Ferries that share a timetable could carry more bicycles")


def test_equal_words_are_all_alike_whatever_stands_between_them() -> None:
    assert similarity(FERRIES, Words.of("“Ferries” that share a timetable\u00a0could carry MORE bicycles.")) == 1


def test_words_in_another_order_are_less_alike_and_others_not_at_all() -> None:
    turned = Words.of("More bicycles could carry a timetable that ferries share")
    assert 0.35 < similarity(FERRIES, turned) < 1
    assert similarity(FERRIES, Words.of("Nobody said so")) == 0


def test_what_is_surely_too_different_is_nothing() -> None:
    other = Words.of("Ferries that wait do not carry anybody")
    assert 0 < similarity(FERRIES, other) < 0.6
    assert similarity(FERRIES, other, least=0.6) == 0


def test_shares_count_words_as_often_as_they_stand_there() -> None:
    one, other = Words.of("no no no"), Words.of("no yes yes")
    assert share(one, other) == pytest.approx(1 / 3)
    assert held(other, FERRIES) == 0
    assert held(Words.of("a timetable"), FERRIES) == 1


def test_words_are_added_and_taken_away() -> None:
    assert (Words.of("one two") + Words.of("three")).all == ("one", "two", "three")
    assert (
        without(FERRIES, Words.of("Ferries that share a timetable")).counts
        == Words.of("could carry more bicycles").counts
    )
    assert Words.of("").are_few
