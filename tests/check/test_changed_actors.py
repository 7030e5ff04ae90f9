"""Actors, places and words that edited wording has exchanged."""

from __future__ import annotations

import pytest

from briefs.check.changed_actors import actors_changed
from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules

WORDS = sense_words(WordingRules({}, {}, aliases={"the board": "HB"}), {"Harbour Board": "HB", "Sea Forum": "SF"})


def _changed(text: str, passage: str) -> list[tuple[str, str, str]]:
    assert WORDS is not None
    return [(one.code, one.said, one.given) for one in actors_changed(WORDS.read(text), WORDS.read(passage), WORDS)]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Ministers felt that a pier should be built.", "Participants felt that a pier for ministers should be built."),
        ("Several employers felt so.", "Several participants felt so."),
        ("Developed agencies must pay.", "Developed countries must pay."),
        ("It was noted that the SF supports piers.", "It was noted that the HB supports piers, and the SF quays."),
        ("The HB helps the SF.", "In winter the SF helps the HB."),
        ("A meeting of captains in Bergen", "A meeting of captains is planned in Oslo. Keepers wait in Bergen."),
        ("Roundtables in Oslo, Bergen and Bergen", "Roundtables were held in Oslo, Bergen and Vienna."),
    ],
)
def test_an_actor_or_a_place_exchanged_is_an_error(text: str, passage: str) -> None:
    assert [code for code, *_ in _changed(text, passage)] == ["actor-changed"]


def test_another_word_exchanged_is_an_error_of_its_own() -> None:
    passage = "The report sees a pressing need for piers in the north, where ferries wait for hours and the wind blows."
    assert _changed("The report sees a pressing wind for piers.", passage) == [
        ("words-exchanged", "pressing wind for piers", "pressing need for piers")
    ]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Participants felt that ministers should meet.", "Participants felt that ministers should meet."),
        ("The Harbour Board supports piers.", "It was noted that the HB supports piers."),
        ("The board supports piers.", "It was noted that the HB supports piers."),
        ("Countries must pay.", "Nations must pay."),
        ("Benefits for migrants, citizens and States", "Benefits for States, citizens and migrants"),
        ("Keepers were helped by captains.", "Captains helped keepers."),
        ("A meeting of ministers in Oslo", "In Oslo, ministers would hold a meeting; in Bergen, Ambassadors."),
    ],
)
def test_the_same_actors_in_other_words_are_left_alone(text: str, passage: str) -> None:
    assert _changed(text, passage) == []


def test_a_name_that_the_passage_has_only_as_an_owner_does_not_act() -> None:
    names = {"Harbour Board": "HB", "Chief Pilot": "CP"}
    words = sense_words(WordingRules({}, {}), names)
    assert words is not None
    passage = words.read("A better role should be played by the Harbour Board's Chief Pilot.")
    found = [
        one.code for one in actors_changed(words.read("The Harbour Board should play a better role."), passage, words)
    ]
    assert found == ["actor-changed"]
    assert list(actors_changed(words.read("The Chief Pilot should play a better role."), passage, words)) == []
