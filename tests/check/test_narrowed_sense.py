"""Words by which wording may say more than its passage: they are doubts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.narrowed_sense import sense_narrowed
from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from tests.check.builders import wrong_wording

WORDS = sense_words(WordingRules({}, {}))
PASSAGE = "The first national and regional ferries are late."


def test_each_kind_is_a_doubt() -> None:
    assert WORDS is not None
    found = list(sense_narrowed(WORDS.read("The only regional ferries are very late."), WORDS.read(PASSAGE), WORDS))
    assert [(one.code, one.said) for one in found] == [
        ("sense-doubtful", "only regional"),
        ("sense-doubtful", "very late"),
        ("sense-doubtful", "regional ferries"),
    ]


def test_without_a_word_for_and_no_pairs_are_found() -> None:
    assert WORDS is not None
    words = replace(WORDS, joining="")
    assert list(sense_narrowed(words.read("The regional ferries are late."), words.read(PASSAGE), words)) == []


def test_wording_is_warned_of(tmp_path: Path) -> None:
    found = wrong_wording(tmp_path, "short: Most keepers agreed that only a shared timetable would reduce waiting.")
    assert 'warning: short of "fact.a" says "only a shared"' in found
