"""Tests for `briefs.model.same_object`."""

from __future__ import annotations

from functools import lru_cache

from briefs.model.same_object import Same, asked_again


def test_the_same_object_is_one_key_and_an_equal_one_is_another() -> None:
    first, second = {"a": "1"}, {"a": "1"}
    assert Same(first) == Same(first)
    assert hash(Same(first)) == hash(Same(first))
    assert Same(first) != Same(second)
    assert Same(first) != first


def test_what_has_no_hash_can_be_looked_up() -> None:
    calls = []

    @lru_cache(maxsize=2)
    def looked_up(key: Same[dict[str, str]]) -> str:
        calls.append(key)
        return key.value["a"]

    value = {"a": "1"}
    assert [looked_up(Same(value)), looked_up(Same(value))] == ["1", "1"]
    assert len(calls) == 1


def test_a_function_that_is_asked_again_for_the_same_objects_is_called_once() -> None:
    calls = []

    @asked_again
    def first_of(one: dict[str, str], other: str = "") -> str:
        calls.append(one)
        return one["a"] + other

    one, equal = {"a": "1"}, {"a": "1"}
    assert [first_of(one), first_of(one), first_of(equal), first_of(one), first_of(one, "2")] == ["1"] * 4 + ["12"]
    assert len(calls) == 4
