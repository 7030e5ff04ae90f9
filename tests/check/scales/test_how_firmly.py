"""The words of a text that say how firmly, with the verbs that they govern."""

from __future__ import annotations

import pytest

from briefs.check.scales.how_firmly import firmness_of, governed, joined, reached, subject
from briefs.text.stems import stem
from tests.check.scales.builders import read


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("It could assist them", ["assist"]),
        ("It would also be mutually reinforcing", ["reinforcing"]),
        ("It must", [""]),
        ("Keepers who will never wait", ["wait"]),
    ],
)
def test_a_modal_verb_has_the_verb_that_it_governs(text: str, verbs: list[str]) -> None:
    assert [firm.verb for firm in firmness_of(read(text))] == [stem(verb) if verb else "" for verb in verbs]


@pytest.mark.parametrize("text", ["In May 2010", "They met in May", "The political will", "of their own free will"])
def test_months_and_nouns_are_no_modal_verbs(text: str) -> None:
    assert firmness_of(read(text)) == ()


def test_levels_rise_from_could_to_a_legal_obligation() -> None:
    order = ["It could wait", "It would wait", "It should wait", "It will wait", "It must wait", "A legal obligation"]
    levels = [firmness_of(read(text))[0].level for text in order]
    assert levels == sorted(set(levels))


def test_what_stands_under_a_modal_verb_and_before_it() -> None:
    reading = read("A board could assist and guide the keepers by counting boats; it waits")
    (firm,) = firmness_of(reading)
    assert joined(reading, firm) == {stem("assist"), stem("guide")}
    assert governed(reading, firm) >= {stem("assist"), stem("guide"), stem("counting")}
    assert stem("keepers") in reached(reading, firm)
    assert stem("waits") not in reached(reading, firm)
    assert subject(reading, firm) == {"a", "board"}
