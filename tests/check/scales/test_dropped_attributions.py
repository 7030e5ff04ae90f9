"""Who said it, where it is left out."""

from __future__ import annotations

import pytest

from briefs.check.scales.dropped_attributions import dropped_attributions, says_who
from tests.check.scales.builders import english

PASSAGE = "It was suggested that most States have no policy. The quay is old."


def dropped(text: str, passage: str = PASSAGE, before: str = "") -> list[str]:
    return [one.has for one in dropped_attributions(text, passage, english(), before)]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("Most States have no policy.", PASSAGE, ["It was suggested"]),
        ("The levy is unfair.", "One participant felt that the levy is unfair.", ["One participant felt"]),
        (
            "The forum provides a place.",
            "Participants strongly believed that the forum provides a place.",
            ["Participants strongly believed"],
        ),
        (
            "Countries cannot cope alone.",
            "There was a recognition that countries cannot cope alone.",
            ["There was a recognition"],
        ),
        (
            "Some felt so; ferries are slow.",
            "Some felt so. It was also noted, however, that ferries are slow.",
            ["It was also noted"],
        ),
    ],
)
def test_what_was_only_said_is_not_asserted(text: str, passage: str, found: list[str]) -> None:
    assert dropped(text, passage) == found


@pytest.mark.parametrize(
    "text",
    [
        "It was noted that most States have no policy.",
        "Most States, several participants said, have no policy.",
        "The quay is old.",
        "Have most States no policy?",
        "A policy of most States",
        "According to one, most States have no policy.",
    ],
)
def test_who_says_who_said_it_or_asserts_nothing_is_right(text: str) -> None:
    assert dropped(text) == []


def test_what_is_printed_in_front_may_say_who() -> None:
    assert dropped("most States have no policy.", before="Suggested:") == []


def test_those_who_said_it_may_be_the_subject() -> None:
    assert dropped("Villages would have a well.", "A number of villages said that they would have a well.") == []


def test_a_text_says_who_by_an_act_a_person_or_others() -> None:
    assert says_who("(others)", english())
    assert says_who("participants", english())
    assert not says_who("among other things", english())
