"""Copies keep their numbers, whoever is added to or taken from the list."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.recipient import Recipient
from briefs.model.register import RegisteredCopy
from briefs.outbox.copy_numbers import numbered
from tests.outbox.builders import copy, recipient

ANN, BO, CY = recipient("Ann"), recipient("Bo"), recipient("Cy")


def numbers(list_: list[Recipient], copies: list[RegisteredCopy] | None = None) -> dict[str, tuple[int, int]]:
    made = numbered(list_, copies or [])
    assert made.problems == ()
    return {one.recipient.name: (one.number, one.total) for one in made.value}


def test_the_first_time_they_follow_the_list() -> None:
    assert numbers([BO, ANN, CY]) == {"Bo": (1, 3), "Ann": (2, 3), "Cy": (3, 3)}


def test_a_new_row_anywhere_renumbers_nobody() -> None:
    there = [copy(1, ANN, 2), copy(2, BO, 2)]
    assert numbers([CY, ANN, BO], there) == {"Ann": (1, 2), "Bo": (2, 2), "Cy": (3, 3)}


def test_a_number_is_not_given_again() -> None:
    assert numbers([CY], [copy(1, ANN, 2), copy(2, BO, 2)]) == {"Cy": (3, 3)}
    assert numbers([CY], [copy(1, None, 1)]) == {"Cy": (2, 2)}


def test_numbers_that_the_list_fixes_count() -> None:
    assert numbers([ANN, replace(BO, copy=1), replace(CY, copy=7)]) == {"Bo": (1, 7), "Ann": (2, 7), "Cy": (7, 7)}


def test_a_fixed_number_that_cannot_be_is_told_with_its_row() -> None:
    there = [copy(1, ANN, 2), copy(2, BO, 2)]
    wrong = [replace(ANN, copy=2, row=4), replace(CY, copy=2, row=5)]
    assert [str(problem) for problem in numbered(wrong, there).problems] == [
        'list.csv:4: error: column "copy": this recipient was given copy 1 of this edition, not 2 [copy-changed]'
        "\n  hint: write 1, or leave the cell empty",
        'list.csv:5: error: column "copy": copy 2 of this edition was given to another recipient [copy-given]'
        "\n  hint: write 3, or leave the cell empty",
    ]


PEOPLE = [recipient(f"P{number}") for number in range(31)]


@settings(max_examples=30)
@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_no_two_recipients_ever_have_one_number(first: list[int], second: list[int]) -> None:
    before = numbered([PEOPLE[number] for number in first], []).value
    there = [copy(one.number, one.recipient, one.total) for one in before]
    after = numbered([PEOPLE[number] for number in second], there).value
    held = {one.recipient.name: one.number for one in (*after, *before)}
    assert len(set(held.values())) == len(held)
    assert {one.recipient.name: one.number for one in before if one.recipient.name in held}.items() <= held.items()
    assert [one.number for one in after] == sorted(one.number for one in after)
