"""Fields whose lines begin too far to the left or to the right."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from briefs.files.fields import diagnostics_of
from briefs.files.yaml import parse_yaml


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Reply(_Strict):
    text: str
    by: str | None = None


class Letter(_Strict):
    to: str
    reply: Reply | None = None
    copies: dict[str, int] = {}
    readers: dict[str, Literal["must", "could"]] = {}
    note: str | None = None


def said(text: str) -> list[tuple[int, str, str]]:
    """The line, message and hint of everything that is wrong with a letter."""
    value, lines = parse_yaml(text, "a.yaml")
    with pytest.raises(ValidationError) as caught:
        Letter.model_validate(value)
    found = diagnostics_of(caught.value, lines, "a.yaml", Letter)
    return [(one.place.line, one.message, one.hint) for one in found]


def test_fields_that_begin_as_far_left_as_the_name_above_are_one_slip() -> None:
    assert said("to: A\nreply:\ntext: B\nby: C\nnote: d\n") == [
        (
            3,
            '"text" must begin further to the right than "reply", which it is part of',
            "begin these lines after 2 spaces\n    text: B",
        )
    ]
    assert said("to: A\ncopies:\n# how many\nB: 2\n") == [
        (
            4,
            '"B" must begin further to the right than "copies", which it is part of',
            "begin it after 2 spaces\n    B: 2",
        )
    ]


def test_a_field_that_begins_too_far_to_the_right_belongs_outside() -> None:
    hint = 'begin it as far to the left as "{}", at the left edge\n    note: d'
    assert said("to: A\nreply:\n  text: B\n  note: d\n") == [
        (4, '"note" begins as far to the right as if it were part of "reply"', hint.format("reply"))
    ]


def test_a_name_that_holds_no_fields_has_nothing_below_it() -> None:
    assert [line for line, _, _ in said("to:\nby: B\n")] == [1, 2]


def test_a_field_that_begins_as_far_left_as_the_name_of_those_above_is_part_of_them() -> None:
    assert said("to: A\nreply:\n  by: C\ntext: B\n") == [
        (
            4,
            '"text" must begin further to the right if it is part of "reply"',
            "begin it after 2 spaces\n    text: B",
        )
    ]
    assert said("to: A\nreaders:\n  B: must\nC: could\nnote: d\n") == [
        (4, '"C" must begin further to the right if it is part of "readers"', "begin it after 2 spaces\n    C: could")
    ]
    assert [message for _, message, _ in said("to: A\nreaders:\n  B: must\nC: 4\n")] == ['unknown field "C"']
    assert [message for _, message, _ in said("to: A\nreaders: {B: must}\nC: could\n")] == ['unknown field "C"']
