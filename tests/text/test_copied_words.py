"""Words copied from a report are found, however the program they were copied from has changed them."""

from __future__ import annotations

import pytest

from briefs.model.report import Footnote, Item
from briefs.text.anchors import AnchorIndex
from briefs.text.copied_words import CopiedWords, FoundPlace
from tests.builders import OUTLINE
from tests.report.builders import report as read

TEXT = """Findings

Most keepers agreed that a “shared” *timetable* would reduce waiting at the quay.¹ One keeper saw no need for it.

Ferries that share a timetable could carry efficient bicycles in the winter months, some 12 km² in all.

Some keepers asked whether the board should publish the tides & currents.

¹ The keeper spoke for the small boats of the east quay.

Steps

a) The board should publish the tides each week, and count the bicycles.

The keepers will meet again in the spring of 2012. Some keepers asked for more.
"""
REPORT = read(TEXT, OUTLINE)


def found(words: str) -> list[FoundPlace]:
    return CopiedWords(REPORT, AnchorIndex(REPORT)).places(words)


def said(words: str) -> list[list[str]]:
    return [[one.node.plain[one.start : one.end] for one in place.passages] for place in found(words)]


@pytest.mark.parametrize(
    ("copied", "expected"),
    [
        ("a shared timetable would reduce", 'a "shared" timetable would reduce'),
        ('a "shared" time-\ntable  would\nreduce', 'a "shared" timetable would reduce'),
        ("ﬁnd", None),
        ("carry eﬃcient bicycles", "carry efficient bicycles"),
        ("waiting at the quay.¹ One keeper", "waiting at the quay. One keeper"),
        ("waiting at the quay.1 One keeper", "waiting at the quay. One keeper"),
        ("some 12 km2 in all.", "some 12 km² in all."),
        ("a) The board should publish the tides each", "The board should publish the tides each"),
        ("(tides & currents)", "tides & currents"),
        ("ides each week, and count the bicyc", "tides each week, and count the bicycles"),
        ("ides", None),
        ("the board\u00a0should pub\u00adlish the tides & currents.", "the board should publish the tides & currents."),
        ("“shared”", '"shared"'),
        ("small boats", "small boats"),
        ("", None),
        ("…", None),
    ],
)
def test_words_are_found_however_they_were_copied(copied: str, expected: str | None) -> None:
    assert said(copied) == ([[expected]] if expected else [])


def test_words_over_several_paragraphs_are_a_passage_in_each_of_them() -> None:
    copied = "One keeper saw no need for it.\nFerries that share a timetable could carry"
    assert said(copied) == [["One keeper saw no need for it.", "Ferries that share a timetable could carry"]]


def test_a_heading_between_paragraphs_is_passed_over() -> None:
    assert said("publish the tides & currents. Steps a) The board should publish the tides each week") == [
        ["publish the tides & currents.", "The board should publish the tides each week"]
    ]


def test_words_that_recur_are_found_everywhere() -> None:
    assert len(found("Some keepers asked")) == 2


def test_only_what_is_meant_is_found() -> None:
    words = CopiedWords(REPORT, AnchorIndex(REPORT))
    [one] = words.places("publish the tides", lambda leaf: isinstance(leaf, Item))
    assert one.passages[0].node.leaf.address == "II item 1"
    assert words.places("publish the tides", lambda leaf: isinstance(leaf, Footnote)) == []


@pytest.mark.parametrize(
    "copied",
    [
        "17\nFerries that share a timetable could carry efficient bicycles\nin the winter months",
        "Ferries that share a timetable could carry\nThe Harbour Study 17\nefficient bicycles in the winter months",
        "Ferries that share a timetable could carry efficient bicycles\nin the winter months\nThe Harbour Study\n18",
    ],
)
def test_what_stands_between_pages_is_passed_over_and_said(copied: str) -> None:
    [place] = found(copied)
    assert not place.is_exact
    passage = "Ferries that share a timetable could carry efficient bicycles in the winter months"
    assert [one.node.plain[one.start : one.end] for one in place.passages] == [passage]


def test_words_that_only_begin_and_end_as_the_report_does_are_not_found() -> None:
    assert said("Ferries that share a timetable sink, drown and burn, and none sail in the winter months") == []
