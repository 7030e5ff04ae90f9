"""Denials that a wording has lost or added."""

from __future__ import annotations

import pytest

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.polarity import added_denials, lost_denials

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


def _lost(text: str, passage: str) -> list[tuple[str, str, bool]]:
    assert WORDS is not None
    found = lost_denials(WORDS.read(text), WORDS.read(passage), WORDS.denying)
    return [(one.said, one.given, one.is_sure) for one in found]


def _added(text: str, passage: str) -> list[tuple[str, str, bool]]:
    assert WORDS is not None
    found = added_denials(WORDS.read(text), WORDS.read(passage), WORDS.denying)
    return [(one.said, one.given, one.is_sure) for one in found]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Keepers share a timetable.", "Keepers do not share a timetable."),
        ("The treaty is binding.", "The treaty is non-binding."),
        ("Captains have demanded lights.", "There has been no demand by the captains for lights."),
        ("A right to migrate is missed.", "A right not to migrate is missed."),
        ("The harbour can be looked at as usual.", "The harbour can no longer be looked at as usual."),
    ],
)
def test_what_a_wording_affirms_and_its_passage_denies_is_lost(text: str, passage: str) -> None:
    assert [sure for *_, sure in _lost(text, passage)] == [True]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Keepers rarely share a timetable.", "Keepers do not share a timetable."),
        (
            "The Forum needs substantial change to be effective.",
            "The Forum will not be effective without substantial change.",
        ),
        ("Ministers are alone in having none.", "Ministers are alone in not having a meeting."),
        ("Neither the quay nor the pier is safe.", "The quay is not safe and the pier is not safe."),
        ("The treaty is not binding.", "The treaty is non-binding."),
    ],
)
def test_a_denial_in_other_words_is_none_lost(text: str, passage: str) -> None:
    assert _lost(text, passage) == []


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Keepers do not share a timetable.", "Keepers share a timetable."),
        ("Keepers never share a timetable.", "Keepers share a timetable. Captains do not sail."),
        ("The treaty is non-binding.", "The treaty is binding."),
        ("States fail to build quays.", "States build quays."),
        ("The Forum must not consider issues.", "It cannot view tides alone. The Forum must consider issues."),
    ],
)
def test_what_a_wording_denies_and_its_passage_affirms_is_added(text: str, passage: str) -> None:
    assert [sure for *_, sure in _added(text, passage)] == [True]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The ferries are not always visible.", "The ferries are rarely visible."),
        ("No ferry sails.", "Ferries lack the wind by which one sails."),
        ("Tides are not visible.", "Tides are invisible."),
        ("Not proposed.", "Neither the objective nor the consensus was to propose an agency."),
        ("There are no lights.", "The quay is dark."),
    ],
)
def test_a_denial_that_the_passage_has_in_other_words_is_not_added(text: str, passage: str) -> None:
    assert _added(text, passage) == []


def test_a_word_that_may_deny_makes_it_doubtful() -> None:
    assert _added("Keepers do not share tides.", "Few keepers share tides.") == [
        ("not share", "keepers share tides", False)
    ]
