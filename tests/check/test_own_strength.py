"""An editor's own words say no more than what is printed there."""

from __future__ import annotations

from pathlib import Path

import pytest

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
