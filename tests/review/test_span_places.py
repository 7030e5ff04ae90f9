"""Spans of a returned paragraph in the sent and in the new text."""

from __future__ import annotations

from briefs.model.mark import Mark
from briefs.model.marked_file import Span
from briefs.review.span_places import placed_spans

ANA = Mark("Ana", "2026-11-02T09:00:00Z")


def test_spans_have_their_places_in_both_texts() -> None:
    spans = (Span("Some", deleted=ANA), Span("Most", inserted=ANA), Span(" States "), Span("‹ES 7› "), Span("agreed."))
    placed = placed_spans(spans, "Some States agreed.", "Most States agreed.")
    assert [one[1:] for one in placed] == [
        (0, 4, 0, 0),
        (4, 4, 0, 4),
        (4, 12, 4, 12),
        (12, 12, 12, 12),
        (12, 19, 12, 19),
    ]


def test_what_nobody_tracked_is_not_in_the_sent_text() -> None:
    (one,) = placed_spans((Span("Most new States agreed."),), "Some States agreed.", "Most new States agreed.")
    assert one[1:] == (0, 19, 0, 23)


def test_a_span_is_cut_to_the_words_of_a_form() -> None:
    spans = (Span("One two. Three ", deleted=ANA), Span("Four "), Span("five.", inserted=ANA))
    placed = placed_spans(spans, "One two. Three Four", "Four five.")
    assert [one.within((0, 8), (0, 0)) for one in placed] == [Span("One two.", deleted=ANA), None, None]
    assert [one.within((9, 19), (0, 10)) for one in placed] == [
        Span("Three ", deleted=ANA),
        Span("Four "),
        Span("five.", inserted=ANA),
    ]
