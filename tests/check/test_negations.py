"""Negations of a passage that edited wording has lost, or has kept in other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.negations import lost_negations
from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from tests.check.builders import wrong_wording

WORDS = sense_words(WordingRules({}, {}))


@pytest.mark.parametrize(
    ("text", "passage", "lost"),
    [
        (
            "Keepers share a timetable.",
            "Keepers do not share a timetable.",
            [("Keepers share", "Keepers do not share")],
        ),
        (
            "They share a timetable.",
            "They never share a timetable.",
            [("share a timetable", "never share a timetable")],
        ),
        ("There is time to waste.", "There is no time to waste.", [("time to waste", "no time to waste")]),
        ("Ferries can wait long.", "Ferries can't wait long.", [("Ferries can wait", "Ferries can't wait")]),
        (
            "The United Harbours and all Industry sail in Indian waters.",
            "The United Harbours and all Industry do not sail in Indian waters.",
            [("Industry sail", "Industry do not sail")],
        ),
        ("Ferries sail with lights.", "Ferries sail without lights.", [("sail with lights", "sail without lights")]),
        (
            "Ferries sail at dawn and return at dusk.",
            "Ferries neither sail at dawn nor return at dusk.",
            [("Ferries sail", "Ferries neither sail"), ("dawn and return", "dawn nor return")],
        ),
    ],
)
def test_words_without_the_negation_of_their_passage_are_found(
    text: str, passage: str, lost: list[tuple[str, str]]
) -> None:
    assert lost_negations(text, passage, WORDS) == lost


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Keepers do not share a timetable.", "Keepers do not share a timetable."),
        ("Keepers are unwilling to share a timetable.", "Keepers would not share a timetable."),
        ("Keepers share having none.", "Keepers share not having one."),
        ("Keepers fail to share a timetable.", "Keepers do not share a timetable."),
        ("Keepers need to share tides.", "Keepers need not only to share tides, but to publish them."),
        ("Do keepers share a timetable?", "Keepers do not share a timetable."),
        ("Some asked what keepers share.", "Why do keepers not share?"),
        ("Keepers share a timetable.", "Most keepers share a timetable. Keepers do not share boats. They never sail."),
        ("Ferries wait.", "Ferries wait; not all sail."),
        ("Ferries wait.", "Nobody."),
        ("Ferries wait.", ""),
        ("", "Ferries do not wait."),
    ],
)
def test_words_that_say_what_the_passage_does_are_left_alone(text: str, passage: str) -> None:
    assert lost_negations(text, passage, WORDS) == []


def test_a_lost_negation_is_an_error(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: One keeper saw need for it.") == (
        'seeds/harbour/blocks/fact.yaml:5: error: short of "fact.a" says "saw need", '
        'but its passage says "saw no need" [negation-lost]\n'
        "  hint: keep the negation, or add an anchor for words that say it without one"
    )
