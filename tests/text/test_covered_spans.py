"""Places of a text are looked up in its spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.text.covered_spans import CoveredSpans

_SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8)).map(lambda one: (one[0], sum(one))), max_size=8)


@given(_SPANS, st.integers(0, 30))
def test_a_place_is_found_as_if_all_spans_were_compared(spans: list[tuple[int, int]], place: int) -> None:
    known = CoveredSpans(spans)
    assert known.cover(place) == any(start <= place < end for start, end in spans)
    assert known.go_on_at(place) == any(start < place < end for start, end in spans)


def test_spans_that_touch_do_not_go_on() -> None:
    assert not CoveredSpans([(5, 9), (0, 5)]).go_on_at(5)
    assert CoveredSpans([(5, 9), (0, 5)]).cover(5)
    assert not CoveredSpans([]).cover(0)
