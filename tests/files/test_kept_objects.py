"""What is kept comes back as it was, and nothing but values does."""

from __future__ import annotations

import datetime
import gc
import os
import pickle
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from briefs.files.kept_objects import packed, unpacked
from briefs.model.diagnostics import Place
from briefs.model.edition import PerStatus


class _Calls:
    """Calls a function when it is read."""

    def __init__(self, function: Any, *arguments: object) -> None:
        self.made = function, arguments

    def __reduce__(self) -> Any:
        return self.made


def test_values_come_back_with_what_they_share() -> None:
    place = Place("report.yaml", 3)
    value = {
        "places": (place, place),
        "day": datetime.date(2026, 11, 30),
        "path": PurePosixPath("a/b"),
        "names": frozenset({"a"}),
        "line": PerStatus(draft="Draft", cleared="Cleared"),
    }
    content = packed(value)
    assert content is not None
    again = unpacked(content)
    assert again == value
    assert again["places"][0] is again["places"][1]


def test_what_cannot_be_kept_is_not() -> None:
    assert packed(lambda: None) is None
    with Path(__file__).open() as file:
        assert packed(file) is None


@pytest.mark.parametrize(
    "call",
    [
        _Calls(os.system, "true"),
        _Calls(eval, "1"),
        _Calls(getattr, "", "upper"),
        _Calls(packed, 1),
        _Calls(pickle.loads, b"N."),
    ],
    ids=["system", "eval", "getattr", "own function", "pickle"],
)
def test_no_function_is_called_that_is_named_in_what_is_read(call: _Calls) -> None:
    with pytest.raises(ValueError, match="is not made from what is kept"):
        unpacked(pickle.dumps(call))


def test_damaged_bytes_hold_no_value() -> None:
    content = packed({"one": Place("a"), "two": [1, 2.5, "three"]})
    assert content is not None
    for length in range(len(content)):
        with pytest.raises(ValueError, match="hold no value"):
            unpacked(content[:length])
    with pytest.raises(ValueError, match="hold no value"):
        unpacked(b"cbriefs.model.gone\nPlace\n.")


@pytest.mark.parametrize("was_enabled", [True, False])
def test_garbage_is_collected_afterwards_as_it_was_before(was_enabled: bool) -> None:
    (gc.enable if was_enabled else gc.disable)()
    try:
        content = packed([])
        assert content is not None
        assert (unpacked(content), gc.isenabled()) == ([], was_enabled)
        assert (packed(lambda: None), gc.isenabled()) == (None, was_enabled)
    finally:
        gc.enable()


@dataclass(frozen=True, slots=True)
class _Plain:
    one: object
    other: object = ()


@dataclass(frozen=True, slots=True)
class _Single:
    one: object


@dataclass(frozen=True, slots=True)
class _Checking:
    one: object

    def __post_init__(self) -> None:
        assert self.one


def test_frozen_dataclasses_are_pickled_by_their_fields_alone() -> None:
    pickled = pickle.loads  # of this module, nothing is unpacked
    for value in (_Plain(1, _Single(())), _Single((2, 3)), _Checking(1), Place("a", 1)):
        content = packed(value)
        assert content is not None
        assert pickled(content) == value
