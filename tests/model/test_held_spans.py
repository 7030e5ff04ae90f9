"""Parts of a text that are spoken for."""

from __future__ import annotations

from briefs.model.held_spans import HeldSpans


def test_what_begins_within_a_span_is_held() -> None:
    spans = HeldSpans([(10, 12), (2, 5), (3, 9)])
    assert [at for at in range(14) if spans.hold(at)] == [2, 3, 4, 5, 6, 7, 8, 10, 11]
    assert spans.hold(3, 9)
    assert not spans.hold(3, 10)
    assert not HeldSpans([]).hold(0)
