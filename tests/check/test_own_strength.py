"""An editor's own words say no more than what is printed there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.own_strength import check_own_strength
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from tests.builders import RULES
from tests.check.builders import wrong_words


@pytest.mark.parametrize("text", ["What all ports want", "All ports", "What most ports want"])
def test_a_strong_word_that_nothing_supports_is_an_error(tmp_path: Path, text: str) -> None:
    word = "all" if "all" in text.lower() else "most"
    (found,) = wrong_words(tmp_path, text, "fact.bicycles")
    said = f'the caption says "{word}" ("{text}"), which nothing that is printed there supports'
    assert found.lower() == f"{said} [strength-upgraded]".lower()


def test_the_passage_of_a_block_supports_a_strong_word(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "What most keepers agreed", "fact.timetable") == []
    assert wrong_words(tmp_path, "What all keepers agreed", "fact.timetable") != []


def test_questions_and_furniture_claim_nothing(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "Do all ports agree?", "fact.bicycles") == []
    assert wrong_words(tmp_path, "For all ports", scope="furniture") == []


def test_a_person_may_allow_a_strong_word_in_its_place(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "All ports", "fact.bicycles", allowed=("All ports",)) == []
    assert wrong_words(tmp_path, "All boats", "fact.bicycles", allowed=("All ports",)) != []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Of course most keepers liked it.", "most keepers"),
        ("Please tell all ports.", "all"),
        ("Replies are welcome at ….", ""),
        ("With the assurances of our highest consideration,", ""),
        ("Many thanks for your time.", ""),
    ],
)
def test_letters_have_courtesies_at_most(tmp_path: Path, text: str, wrong: str) -> None:
    found = wrong_words(tmp_path, text, scope="letter")
    assert bool(found) is bool(wrong)
    assert not wrong or any(f'"{wrong}"' in one and "which no block says" in one for one in found)


@pytest.mark.parametrize("text", ["A minority held", "Agreed by all", "Proven", "Rejected because"])
def test_what_is_printed_whatever_blocks_say_claims_nothing(tmp_path: Path, text: str) -> None:
    assert wrong_words(tmp_path, text, scope="nothing") != []


@pytest.mark.parametrize("text", ["Agree", "Do not agree", "How widely held", "One view", "None recorded"])
def test_answers_and_questions_may_be_printed_whatever_blocks_say(tmp_path: Path, text: str) -> None:
    assert wrong_words(tmp_path, text, scope="nothing") == []


def test_the_matter_has_to_be_the_same(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "What most ferries carry", "fact.timetable", "fact.bicycles") != []


def test_an_agreement_supports_no_refusal(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "What most keepers rejected", "fact.timetable") != []
    assert wrong_words(tmp_path, "What most keepers agreed", "fact.timetable") == []


def test_an_act_that_is_said_of_everything_needs_the_same_act(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "Timetables: what was agreed", "fact.timetable") == []
    (found,) = wrong_words(tmp_path, "Timetables: what was decided", "fact.timetable")
    assert 'says "decided"' in found


def test_what_is_called_certain_has_to_be_certain(tmp_path: Path) -> None:
    (found,) = wrong_words(tmp_path, "Why the timetables are certain", "fact.timetable")
    assert 'says "are certain"' in found


def test_a_column_head_is_said_of_every_row() -> None:
    words = OwnWords("one of contradictions(…)", "Most keepers", Place("a.md", 3), ("fact.a", "fact.b"))
    rows = ("Most keepers agreed.", "Some keepers agreed.")
    subject = OwnWordsToCheck(words, rows, (), {}, "A report", RULES, each=rows)
    assert [one.code for one in check_own_strength(subject)] == ["strength-upgraded"]
    assert [*check_own_strength(replace(subject, each=rows[:1]))] == []
