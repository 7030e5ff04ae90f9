"""Arguments from a page: taken if they are what the question asks for, refused in words otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pytest

from briefs.preview.question_arguments import WrongArguments, arguments_for


@dataclass(frozen=True)
class Edit:
    block: str
    line: int = 0


def answer(
    own: object,
    brief: str,
    status: Literal["draft", "cleared"] = "draft",
    pages: int | None = None,
    edit: Edit | None = None,
    names: tuple[str, ...] = (),
) -> None:
    """A function that answers."""


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ({"brief": ""}, {"brief": ""}),
        ({"brief": "b", "status": "cleared", "pages": "3"}, {"brief": "b", "status": "cleared", "pages": 3}),
        ({"brief": "b", "pages": 3}, {"brief": "b", "pages": 3}),
        ({"brief": "b", "pages": ""}, {"brief": "b", "pages": None}),
        ({"brief": "b", "pages": None}, {"brief": "b", "pages": None}),
        ({"brief": "b", "edit": {"block": "x", "line": 2}}, {"brief": "b", "edit": Edit("x", 2)}),
        ({"brief": "b", "names": ["x", "y"]}, {"brief": "b", "names": ("x", "y")}),
    ],
)
def test_arguments_become_the_values_that_are_meant(given: dict[str, Any], values: dict[str, Any]) -> None:
    assert arguments_for(answer, 1, given) == values


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, 'this question needs "brief"'),
        ({"brief": "b", "own": "x"}, 'there is no "own" in this question'),
        ({"brief": 1}, '"brief" must be a text'),
        ({"brief": None}, '"brief" must be a text'),
        ({"brief": ["b"]}, '"brief" must be a text'),
        ({"brief": "b" * 1_000_000}, '"brief" must be a text'),
        ({"brief": "b", "status": "final"}, '"status" must be one of: draft, cleared'),
        ({"brief": "b", "status": {}}, '"status" must be one of'),
        ({"brief": "b", "pages": "-1"}, '"pages" must be a whole number'),
        ({"brief": "b", "pages": "1.5"}, '"pages" must be a whole number'),
        ({"brief": "b", "pages": "9" * 5000}, '"pages" must be a whole number'),
        ({"brief": "b", "pages": 10**400}, '"pages" must be a whole number'),
        ({"brief": "b", "pages": "٣"}, '"pages" must be a whole number'),
        ({"brief": "b", "pages": True}, '"pages" must be a whole number'),
        ({"brief": "b", "pages": 1.0}, '"pages" must be a whole number'),
        ({"brief": "b", "edit": []}, '"edit" must be an object'),
        ({"brief": "b", "edit": {}}, 'this question needs "block"'),
        ({"brief": "b", "edit": {"block": "x", "file": "y"}}, 'there is no "file"'),
        ({"brief": "b", "names": "x"}, '"names" must be a list'),
        ({"brief": "b", "names": [1]}, '"names" must be a text'),
        ({"brief": "b", "names": ["x"] * 9999}, '"names" must be a list'),
    ],
)
def test_other_arguments_are_refused_in_words(given: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongArguments) as refused:
        arguments_for(answer, 1, given)
    assert said in str(refused.value)
