"""The quantities that a text says."""

from __future__ import annotations

import pytest

from briefs.check.scales.how_many import quantities_of
from tests.check.scales.builders import read


def said(text: str) -> list[tuple[str, str]]:
    reading = read(text)
    return [
        (reading.text[reading.words[one.start].start : reading.words[one.end - 1].end], one.of)
        for one in quantities_of(reading)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most participants waited", [("Most", "holders")]),
        ("A number of villages said so", [("A number of", "holders")]),
        ("Most felt so", [("Most", "holders")]),
        ("A chair (some)", [("some", "holders")]),
        ("It serves most States", [("most", "nouns")]),
        ("It always fails", [("always", "frequency")]),
        ("It was widely felt", [("widely", "adverb"), ("felt", "passive")]),
        ("Participants felt so", [("Participants felt", "bare")]),
        ("Advocated by participants", [("participants", "bare")]),
    ],
)
def test_a_quantity_is_of_those_who_hold_a_view_or_of_something_else(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The most important point",
        "Agencies most involved with it",
        "Above all, it waits",
        "Not at all",
        "One of the points",
        "Some 13 agencies",
        "Every six months",
    ],
)
def test_superlatives_idioms_and_numbers_are_no_quantities(text: str) -> None:
    assert said(text) == []


def test_all_that_is_denied_is_some() -> None:
    (denied,) = quantities_of(read("Not all agencies wait"))
    (affirmed,) = quantities_of(read("All agencies wait"))
    assert denied.level < affirmed.level


def test_that_participants_agreed_stands_above_what_they_felt() -> None:
    (agreed,) = quantities_of(read("Participants agreed"))
    (felt,) = quantities_of(read("Participants felt so"))
    assert agreed.level > felt.level
