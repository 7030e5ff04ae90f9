"""How firmly: what is said more firmly than the passage says it."""

from __future__ import annotations

import pytest

from briefs.check.scales.raised_certainty import raised_certainty
from tests.check.scales.builders import english


def raised(text: str, passage: str) -> list[tuple[str, str]]:
    return [(one.said, one.has) for one in raised_certainty(text, passage, english())]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("A levy will fund schools.", "A levy could fund schools.", [("will fund", "could fund")]),
        ("A levy funds schools.", "A levy may fund schools.", [("funds", "may fund")]),
        ("A levy is useful.", "A levy would be useful.", [("useful", "would be useful")]),
        ("Members must pay.", "Members should pay.", [("must pay", "should pay")]),
        ("Paying is a legal obligation.", "Members pay.", [("legal obligation", "")]),
        ("The council will pay.", "The council was asked about wells.", [("will pay", "")]),
    ],
)
def test_firmer_words_are_found_with_those_of_the_passage(
    text: str, passage: str, found: list[tuple[str, str]]
) -> None:
    assert raised(text, passage) == found


def test_a_modal_verb_is_compared_with_the_one_of_its_verb() -> None:
    passage = "A levy could fund schools and members would pay it."
    assert raised("A levy would fund schools.", passage) == [("would fund", "could fund")]
    assert raised("Members would pay it.", passage) == []


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("A levy might fund schools.", "A levy could fund schools."),
        ("Members have to pay.", "Members must pay."),
        ("How could a levy help?", "Some asked how a levy could help."),
        ("The dialogue was to be held in 2013.", "The dialogue will be held in 2013."),
        ("One suggested that members pay a levy.", "One suggested that members should pay a levy."),
        ("Ideally, a levy funds schools.", "A levy would fund schools."),
        ("Schools, with funds of their own", "A levy would fund schools."),
        ("Fund the schools.", "The board should fund the schools."),
    ],
)
def test_what_is_as_firm_or_less_is_right(text: str, passage: str) -> None:
    assert raised(text, passage) == []


def test_what_cannot_be_is_not_what_should_not_be() -> None:
    passage = "Ferries cannot wait for bicycles."
    assert [one.has for one in raised_certainty("Ferries should not wait.", passage, english())] == ["cannot wait"]
    assert not list(raised_certainty("Waiting for bicycles is beyond ferries.", passage, english()))


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("Ports must light piers.", "Ports must be encouraged to light piers.", ["must light"]),
        ("Ports will light piers.", "Ports should be invited to light and sweep piers.", ["will light"]),
        ("Ports must be encouraged to light piers.", "Ports must be encouraged to light piers.", []),
        ("Ports should light piers.", "Ports must be encouraged to light piers.", []),
        ("Ports must light piers.", "Ports must be encouraged to light piers, and must light quays.", []),
        ("Levies must light piers.", "Levies must be used to light piers.", []),
    ],
)
def test_what_somebody_must_be_asked_to_do_is_not_what_must_be_done(text: str, passage: str, found: list[str]) -> None:
    assert [one.said for one in raised_certainty(text, passage, english())] == found
