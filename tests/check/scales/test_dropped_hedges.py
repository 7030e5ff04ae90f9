"""Hedges of the passage that are left out."""

from __future__ import annotations

import pytest

from briefs.check.scales.dropped_hedges import dropped_hedges
from tests.check.scales.builders import english


def dropped(text: str, passage: str) -> list[str]:
    return [one.has for one in dropped_hedges(text, passage, english())]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("It would provide a fair system.", "It would likely provide a system that is fair.", ["likely"]),
        ("A levy benefits States.", "In an ideal sense, a levy benefits States.", ["In an ideal sense"]),
        (
            "There was wide agreement on ferries.",
            "At the risk of oversimplifying, there was wide agreement on ferries.",
            ["At the risk of oversimplifying"],
        ),
        ("It is effective.", "It is largely effective.", ["largely"]),
        ("They are more confident.", "They are likely more reassured and confident.", ["likely"]),
    ],
)
def test_a_hedge_of_what_is_said_is_missed(text: str, passage: str, found: list[str]) -> None:
    assert dropped(text, passage) == found


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("It would probably provide a fair system.", "It would likely provide a system that is fair."),
        ("It could provide a fair system.", "It would likely provide a system that is fair."),
        ("The system is fair.", "It would likely provide a system. The system is fair."),
        ("Ferries wait.", "Ferries wait, perhaps its captain at first, and sail."),
        ("They saw the potential of ferries.", "The potential of ferries was seen."),
    ],
)
def test_another_hedge_will_do_and_what_is_not_said_needs_none(text: str, passage: str) -> None:
    assert dropped(text, passage) == []


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("Trade grew, thanks to ferries.", "Trade grew thanks in part to the spread of ferries.", ["in part"]),
        ("There is no light on the quay.", "There is little or no light on the quay.", ["little or"]),
        ("They wanted a levy on boats.", "They wanted some form of levy on boats.", ["some form of"]),
    ],
)
def test_a_hedge_cut_out_between_two_words_is_missed(text: str, passage: str, found: list[str]) -> None:
    assert dropped(text, passage) == found


def test_what_is_said_not_to_be_so_may_be_left_out() -> None:
    passage = "They attributed the delay not necessarily to the ferries, but to the tides."
    assert dropped("They attributed the delay to the tides.", passage) == []


def test_each_of_two_hedges_is_kept() -> None:
    passage = "It possibly provides boats. It likely provides trains."
    assert dropped("It provides boats, and likely provides trains.", passage) == ["possibly"]
