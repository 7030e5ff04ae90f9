"""What kind of act: verbs that stand higher than those of the passage."""

from __future__ import annotations

import pytest

from briefs.check.scales.raised_acts import raised_acts
from tests.check.scales.builders import english


def raised(text: str, passage: str) -> list[tuple[str, str]]:
    return [(one.said, one.has) for one in raised_acts(text, passage, english())]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("It was agreed that ferries wait.", "It was noted that ferries wait.", [("agreed", "noted")]),
        ("Keepers rejected the plan.", "Keepers noted the plan.", [("rejected", "noted")]),
        (
            "It was recommended that ferries wait.",
            "It was suggested that ferries wait.",
            [("recommended", "suggested")],
        ),
        (
            "Agreed: a timetable for ferries",
            "It was suggested that a timetable for ferries be agreed upon.",
            [("Agreed", "suggested")],
        ),
        ("A timetable (urged)", "It was suggested that a timetable be made.", [("urged", "suggested")]),
        ("Ferries were abandoned.", "Ferries wait.", [("abandoned", "")]),
    ],
)
def test_verbs_that_stand_higher_are_found_with_those_of_the_passage(
    text: str, passage: str, found: list[tuple[str, str]]
) -> None:
    assert raised(text, passage) == found


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("It was mentioned that ferries wait.", "It was noted that ferries wait."),
        ("The board resolved to wait.", "The board agreed to wait."),
        ("States insisted on a levy.", "The insistence by States on a levy was noted."),
        ("The framework was adopted in 2005.", "Participants noted the framework, adopted in 2005."),
        ("The report recommends that ferries wait.", "Ferries should wait."),
        ("There was agreement among keepers.", "Keepers agreed."),
    ],
)
def test_verbs_at_the_same_level_or_below_are_right(text: str, passage: str) -> None:
    assert raised(text, passage) == []
