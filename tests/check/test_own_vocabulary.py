"""Words of headings stand in the brief; those of labels in the passages of their block."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.own_support import OwnSupport
from briefs.check.own_vocabulary import check_own_vocabulary
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from tests.builders import RULES
from tests.compose.builders import harbour_library


def wrong(folder: Path, text: str, owner: str = "the heading", allowed: tuple[str, ...] = ()) -> list[str]:
    words = OwnWords(owner, text, Place("a.md", 3), ("fact.timetable",))
    if owner == "the heading":
        words = replace(words, brief=("fact.timetable", "fact.bicycles"), whom=("The captains",))
    subject = OwnSupport(harbour_library(folder), RULES).subject(words, allowed)
    return [problem.message for problem in check_own_vocabulary(subject)]


@pytest.mark.parametrize(
    "text",
    ["Background", "What keepers agreed on", "For captains: shared timetables", "Six questions", "Waiting for Lisbon"],
)
def test_words_of_the_brief_its_readers_and_of_all_briefs_are_known(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, text) == []


def test_other_words_are_doubtful(tmp_path: Path) -> None:
    assert wrong(tmp_path, "What angry keepers decided") == [
        'the heading has "angry", "decided" ("What angry keepers decided"), which nothing in the brief has'
    ]
    assert wrong(tmp_path, "Angry keepers", allowed=("angry keepers",)) == []


def test_a_label_is_held_against_its_own_block(tmp_path: Path) -> None:
    assert wrong(tmp_path, "Shared timetable", 'title of "a.b"') == []
    assert wrong(tmp_path, "Sharing bicycles", 'title of "a.b"') == [
        'title of "a.b" has "bicycles" ("Sharing bicycles"), which the passages of its block have not'
    ]
    assert wrong(tmp_path, "Are bicycles dear?", 'question of "a.b"') == []


def test_a_word_with_the_stem_of_another_means_something_else() -> None:
    words = OwnWords("the heading", "Global government", Place("a.md", 3), ("fact.a",), brief=("fact.a",))
    said = "Global governance is discussed by governments"
    subject = OwnWordsToCheck(words, (said,), (), {}, "A report", RULES, brief=said)
    assert ['"government"' in one.message for one in check_own_vocabulary(subject)] == [True]
    for text in ("Global governance", "What governments do"):
        assert [*check_own_vocabulary(replace(subject, words=replace(words, text=text)))] == []
