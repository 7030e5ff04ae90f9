"""Numbers that edited wording gives to other things than its passage does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.exchanged_numbers import check_exchanged_numbers, numbers_exchanged, out_of_order
from briefs.check.sense_words import sense_words
from briefs.check.subjects import WordingToCheck
from briefs.model.block import ParticipantGroup
from briefs.model.diagnostics import Place
from briefs.model.library import Drawn
from briefs.model.wording_rules import WordingRules
from tests.builders import RULES
from tests.check.builders import wrong_blocks

WORDS = sense_words(WordingRules({}, {}))


def _exchanged(text: str, passage: str) -> list[tuple[str, str]]:
    assert WORDS is not None
    return list(numbers_exchanged(WORDS.read(text), WORDS.read(passage), WORDS))


def _group(count: int, including: int | None = None) -> ParticipantGroup:
    portion = {"text": "some", "affiliations": ["A"], "count": including} if including else None
    return ParticipantGroup.model_validate(
        {
            "kind": "participant_group",
            "id": f"gr.a{count}",
            "anchor": "a b c",
            "name": "Group",
            "affiliations": ["A"],
            "count": count,
            "including": portion,
        }
    )


GROUPS = (_group(8, 4), _group(6), _group(3), _group(1))


def test_numbers_of_two_things_that_have_changed_places_are_found() -> None:
    passage = "There are three agencies in the north, and there are five States in the south."
    assert _exchanged("There are five agencies, and there are three States.", passage) == [
        ("five agencies", "three agencies"),
        ("three States", "five States"),
    ]


@pytest.mark.parametrize("text", ["There are 3 agencies.", "Five States, and three agencies", "Seven agencies"])
def test_the_same_number_in_another_way_or_place_is_none_exchanged(text: str) -> None:
    assert _exchanged(text, "There are three agencies in the north, and there are five States in the south.") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Eight from bodies (four of them ours), six from universities, and four others", ""),
        ("Fourteen from both, and four others", ""),
        ("Six from bodies, eight from universities", "eight"),
        ("Of 43 participants, three others, then six", "six"),
    ],
)
def test_counts_of_groups_follow_their_order(text: str, number: str) -> None:
    assert out_of_order(text, "43 participants", GROUPS) == number


def test_a_year_of_something_else_is_an_error(tmp_path: Path) -> None:
    block = """kind: fact
blocks:
  - id: fact.a
    anchor:
      - The board should count the bicycles in 2011
      - The keepers will meet again in the spring of 2012.
    short: The board should count the bicycles in 2012.
"""
    assert "[number-exchanged]" in wrong_blocks(tmp_path, {"fact": block})


SIDES = "Keepers wanted a one-year term, rather than the current six months."


def test_numbers_that_change_sides_of_a_comparison_are_found() -> None:
    assert _exchanged("A six-month term instead of one year", SIDES) == [
        ("A six-month term instead of one year", "a one-year term, rather than the current six months")
    ]


@pytest.mark.parametrize(
    "text", ["A one-year term instead of six months", "Instead of six months, one year", "A six-month term"]
)
def test_numbers_that_keep_their_side_are_not(text: str) -> None:
    assert _exchanged(text, SIDES) == []


@pytest.mark.parametrize(("text", "number"), [("two from A", "two"), ("four from A", ""), ("4 of the 8, from A", "")])
def test_the_wording_about_some_of_a_group_has_their_count(text: str, number: str) -> None:
    drawn = Drawn(_group(8, 4), Place("blocks/groups.yaml", 3), {})
    found = list(check_exchanged_numbers(WordingToCheck(drawn, "including", text, "A; B", (), {}, RULES)))
    said = f'including of "gr.a8" says "{number}", but its block counts something else'
    assert [problem.message for problem in found] == ([said] if number else [])
