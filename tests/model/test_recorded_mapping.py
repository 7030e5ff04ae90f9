"""What was looked up in a mapping, and whether another one would have answered the same."""

from __future__ import annotations

from briefs.model.recorded_mapping import Recorded, Trace, selected

NUMBERS = {"one": 1, "two": 2, "three": 3}


def is_odd(number: int) -> bool:
    return number % 2 == 1


def traced(*names: str) -> Trace[int]:
    recorded = Recorded(NUMBERS)
    for name in names:
        recorded.get(name)
    return recorded.trace()


def test_only_what_was_looked_up_counts() -> None:
    assert traced("one").holds_for({"one": 1, "two": 22, "four": 4})
    assert not traced("one").holds_for({"one": 11})
    assert not traced("one").holds_for({"two": 2})


def test_what_was_looked_for_in_vain_must_still_be_absent() -> None:
    assert traced("four").holds_for({"one": 11})
    assert not traced("four").holds_for({**NUMBERS, "four": 4})
    recorded = Recorded(NUMBERS)
    assert "four" not in recorded
    assert [name for name in (4, None) if name in recorded] == []  # type: ignore[comparison-overlap]
    assert not recorded.trace().holds_for({"four": 4})


def test_who_looks_at_all_names_sees_their_order_but_not_their_values() -> None:
    recorded = Recorded(NUMBERS)
    assert recorded.keys() | {"four"} == {"one", "two", "three", "four"}
    assert recorded.trace().holds_for({"one": 11, "two": 22, "three": 33})
    assert not recorded.trace().holds_for({"two": 2, "one": 1, "three": 3})
    assert not recorded.trace().holds_for({"one": 1, "two": 2})


def test_who_looks_at_all_values_sees_them() -> None:
    recorded = Recorded(NUMBERS)
    assert list(recorded.values()) == [1, 2, 3]
    assert recorded.trace().holds_for(dict(NUMBERS))
    assert not recorded.trace().holds_for({"one": 1, "two": 2, "three": 33})


def test_of_a_selection_only_what_was_selected_counts() -> None:
    recorded = Recorded(NUMBERS)
    assert selected(recorded, is_odd) == selected(NUMBERS, is_odd) == {"one": 1, "three": 3}
    trace = recorded.trace()
    assert trace.holds_for({"one": 1, "two": 22, "three": 3, "four": 4})
    assert not trace.holds_for({"one": 1, "three": 33})
    assert not trace.holds_for({"one": 1, "three": 3, "five": 5})
    assert not trace.holds_for({"three": 3, "one": 1})


def test_another_value_may_do_as_well() -> None:
    assert traced("one").holds_for({"one": 3}, alike=lambda one, other: is_odd(one) == is_odd(other))
