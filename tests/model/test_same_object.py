"""Tests for `briefs.model.same_object`."""

from __future__ import annotations

from functools import lru_cache

from briefs.model.same_object import Same


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
