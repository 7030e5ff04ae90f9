"""Arguments of questions: those that came from the page, each checked against what the function that answers takes."""

from __future__ import annotations

import dataclasses
import inspect
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

MOST_CHARACTERS = 200_000
"""How long a text may be: longer than any form, and than a report has paragraphs."""
MOST = 1_000_000
"""How large a number may be: more than the words and pages of anything."""
MOST_ITEMS = 1000
"""How many items a list may have."""


class WrongArguments(Exception):
    """A question was asked with arguments that it does not take; the message is for people."""


def arguments_for(answer: Callable[..., Any], own: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the arguments of `answer` after its `own` first ones; `given` are JSON values, or texts of a query.

    Numbers may be texts, and an empty one counts as none where there may be none. An argument whose type is a
    dataclass takes its fields. Raises WrongArguments.
    """
    expected, needed = _expected(answer, own)
    if unknown := sorted(given.keys() - expected.keys()):
        raise WrongArguments(f'there is no "{unknown[0][:40]}" in this question')
    values = {name: _value(name, given[name], sort) for name, sort in expected.items() if name in given}
    if missing := sorted(needed - values.keys()):
        raise WrongArguments(f'this question needs "{missing[0]}"')
    return values


def value_of(sort: type, given: Mapping[str, Any]) -> Any:
    """A value of the dataclass `sort` with the fields that are `given`. Raises WrongArguments."""
    return sort(**arguments_for(sort, 0, given))


@cache
def _expected(answer: Callable[..., Any], own: int) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of the arguments by name, and the names of those that must be given."""
    hints = get_type_hints(answer)
    parameters = list(inspect.signature(answer).parameters.values())[own:]
    needed = frozenset(one.name for one in parameters if one.default is inspect.Parameter.empty)
    return {one.name: hints[one.name] for one in parameters}, needed


def _value(name: str, given: Any, sort: Any) -> Any:
    choices = get_args(sort)
    if get_origin(sort) in (Union, types.UnionType):
        (sort,) = (one for one in choices if one is not types.NoneType)
        if given is None or (given == "" and sort is not str):
            return None
        return _value(name, given, sort)
    if get_origin(sort) is Literal:
        if not isinstance(given, str) or given not in choices:
            raise WrongArguments(f'"{name}" must be one of: {", ".join(choices)}')
        return given
    if sort is int:
        return _whole(name, given)
    if get_origin(sort) is tuple:
        if not isinstance(given, list) or len(given) > MOST_ITEMS:
            raise WrongArguments(f'"{name}" must be a list, of at most {MOST_ITEMS}')
        return tuple(_value(name, one, choices[0]) for one in given)
    if dataclasses.is_dataclass(sort):
        if not isinstance(given, dict):
            raise WrongArguments(f'"{name}" must be an object')
        return value_of(sort, given)  # type: ignore[arg-type]
    assert sort is str, f"no page can ask with {name} of {sort}"
    if not isinstance(given, str) or len(given) > MOST_CHARACTERS:
        raise WrongArguments(f'"{name}" must be a text, of at most {MOST_CHARACTERS:,} characters')
    return given


def _whole(name: str, given: Any) -> int:
    text = given if isinstance(given, str) else str(given) if type(given) is int else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(MOST)) and int(text) <= MOST):
        raise WrongArguments(f'"{name}" must be a whole number, from 0 to {MOST:,}')
    return int(text)
