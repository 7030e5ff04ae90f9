"""Numbers, names and dates in an editor's own words are those of what is printed there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check import own_facts
from briefs.check.own_facts import check_own_numbers
from briefs.check.own_support import OwnSupport
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from tests.builders import RULES
from tests.check.builders import wrong_words
from tests.compose.builders import harbour_library

WITH_ALIAS = replace(RULES, aliases={"Quay": "the board", "Pier": "the pier"})


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The 193 ports", 'the caption says 193 ("The 193 ports"), but what is printed there does not'),
        (
            "What Lisbon asked",
            'the caption has the name "Lisbon" ("What Lisbon asked"), which is not in what is printed',
        ),
        ("What small boats say", 'the caption has "small boats", which must not be printed [name-printed]'),
        ("Three steps", 'the caption says Three ("Three steps"), but what is printed there does not [number-untraced]'),
        ("Bicycles in 2011", 'the caption says 2011 ("Bicycles in 2011"), but what is printed there does not'),
        ("Tides by next spring", 'the caption has the relative date "next spring" [relative-date]'),
        ("The Pier", 'the caption has the name "Pier"'),
    ],
)
def test_what_is_not_printed_there_is_an_error(tmp_path: Path, text: str, wrong: str) -> None:
    (found,) = wrong_words(tmp_path, text, "rec.tides", rules=WITH_ALIAS)
    assert found.startswith(wrong)


@pytest.mark.parametrize(
    "text", ["What the keepers asked for", "The board and the Quay", "Two steps", "One step", "<b>Steps</b> <br/>"]
)
def test_words_and_counts_of_what_is_printed_are_let_through(tmp_path: Path, text: str) -> None:
    assert wrong_words(tmp_path, text, "rec.tides", "fact.bicycles", counts=(2,), rules=WITH_ALIAS) == []


def test_a_name_may_be_allowed_but_no_number(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "What Lisbon asked", "rec.tides", allowed=("Lisbon",)) == []
    assert wrong_words(tmp_path, "What 12 asked", "rec.tides", allowed=("12",)) != []


def test_words_that_state_nothing_have_no_number_even_of_the_report(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "Bicycles in 2011", scope="nothing") == [
        'the caption says 2011 ("Bicycles in 2011"), which no block says [number-untraced]'
    ]
    assert wrong_words(tmp_path, "What keepers asked of Lisbon", scope="nothing") != []


def test_a_letter_does_not_say_what_something_shows(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "The brief shows that keepers wait.", scope="letter") == [
        'the caption says what something shows: "The brief shows that keepers wait." [untraced-prose]'
    ]
    assert wrong_words(tmp_path, "It has questions that you may wish to ask.", scope="letter") == []


@pytest.mark.parametrize(
    ("language", "text", "verb"),
    [
        ("de", "Der Bericht zeigt, dass Lotsen warten.", "zeigt"),
        ("fr", "Le rapport montre qu'ils attendent.", "montre"),
    ],
)
def test_a_letter_in_another_language_does_not_either(tmp_path: Path, language: str, text: str, verb: str) -> None:
    found = wrong_words(tmp_path, text, scope="letter", rules=replace(RULES, language=language))
    assert f'the caption says what something {verb}: "{text}" [untraced-prose]' in found


def test_furniture_may_name_others_but_nobody_who_spoke(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "Captains in Lisbon, room 12", scope="furniture") == []
    assert wrong_words(tmp_path, "For small boats, next spring", scope="furniture") != []


def test_words_on_the_report_are_held_against_all_of_it(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "It speaks of bicycles in 2011", scope="report") == []
    assert wrong_words(tmp_path, "It speaks of bicycles in 2031", scope="report") != []


def test_numbers_of_the_citation_are_those_of_the_title_page(tmp_path: Path) -> None:
    words = OwnWords("`citation`", "The report, phase 2", Place("a.yaml", 3), scope="furniture", passages=("Phase 1",))
    support = OwnSupport(harbour_library(tmp_path), RULES)
    (found,) = check_own_numbers(support.subject(words))
    assert "`citation` says 2" in found.message
    assert "but the title page of the report does not" in found.message
    assert [*check_own_numbers(support.subject(replace(words, text="The report, phase 1")))] == []


def test_each_passage_is_looked_at_once_for_all_that_is_missed() -> None:
    looked_at: list[str] = []

    def find(passage: str) -> list[str]:
        looked_at.append(passage)
        return [word for word in "abcdefgh" if word not in passage]

    assert own_facts._in_none(("the a", "the h"), find) == ["b", "c", "d", "f", "g"]
    assert looked_at == ["", "the a", "the h"]
