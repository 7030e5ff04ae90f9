"""Figures that differ inside a report, or between reports."""

from __future__ import annotations

import pytest

from briefs.audit.differing_figures import differing_between, differing_within
from briefs.model.report import Report
from tests.builders import harbour_report


def report(*paragraphs: str) -> Report:
    return harbour_report("Findings\n\n" + "\n\n".join(paragraphs) + "\n\nSteps\n\nThe end.\n")


def found(*paragraphs: str) -> list[tuple[str, list[str]]]:
    differing = differing_within(report(*paragraphs), "harbour", "en")
    return [(one.noun, [stated.text for stated in one.stated]) for one in differing]


def test_different_numbers_of_one_thing_are_found_with_their_places() -> None:
    (one,) = differing_within(report("There are 43 participants.", "The 47 participants met."), "harbour", "en")
    assert one.noun == "participants"
    assert [(stated.text, stated.label, stated.lines) for stated in one.stated] == [
        ("43 participants", "I ¶1", (3,)),
        ("47 participants", "I ¶2", (5,)),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (("Some 10-15 ministers met.", "From 10-20 ministers came."), ["10-15 ministers", "10-20 ministers"]),
        (("Forty-three boats wait.", "There were 44 small boats."), ["Forty-three boats", "44 small boats"]),
        (
            ("More than 200 million migrants.", "The 210 million migrants."),
            ["200 million migrants", "210 million migrants"],
        ),
    ],
)
def test_numbers_may_be_ranges_words_and_millions(paragraphs: tuple[str, ...], wanted: list[str]) -> None:
    assert [texts for _, texts in found(*paragraphs)] == [wanted]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("There are 43 participants.", "All forty-three participants met."),  # the same number
        ("In 2009 participants met.", "In 2010 participants met."),  # years
        ("It takes 30 km.", "It takes 40 km."),  # measures
        ("Two boats wait.", "One boats wait."),  # too few to be a count
        ("There are 43 participants.", "There are 12 keepers."),  # different things
        ("There are 43.", "There are 44."),
    ],
)
def test_what_is_not_surely_two_counts_of_one_thing_is_left_alone(paragraphs: tuple[str, ...]) -> None:
    assert found(*paragraphs) == []


def test_between_reports_only_numbers_that_none_shares_are_told() -> None:
    one, other = report("The 43 participants met 12 keepers."), report("The 44 participants met 12 keepers.")
    differing = differing_between({"one": one, "two": other}, "en")
    assert [(part.noun, [stated.report for stated in part.stated]) for part in differing] == [
        ("participants", ["one", "two"])
    ]
    both = report("The 43 participants met.", "Then 44 participants met.")
    assert differing_between({"one": one, "two": both}, "en") == ()
