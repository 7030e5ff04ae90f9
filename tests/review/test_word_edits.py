"""Edits word by word, and who made them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.mark import Mark
from briefs.model.marked_file import Span
from briefs.review.span_places import placed_spans
from briefs.review.word_edits import Edit, applied, same_words, word_edits
from briefs.review.word_tokens import tokens

ANA, BO = Mark("Ana", "2026-11-02T09:00:00Z"), Mark("Bo", "2026-11-03T10:00:00Z")
WORDS = st.lists(
    st.sampled_from(["some", "most", "States", "agreed", "not", ",", ".", "to", "“", "”", "the", "x-ray"]), max_size=12
).map(" ".join)


def _marked(before: str, *spans: Span) -> tuple[Edit, ...]:
    after = "".join(span.text for span in spans if span.is_in_final)
    return word_edits(before, after, placed_spans(spans, before, after))


def _shown(before: str, after: str) -> list[tuple[str, str]]:
    return [(before[edit.start : edit.end], edit.after) for edit in word_edits(before, after)]


def test_one_word_is_one_edit() -> None:
    assert _shown("Some States agreed.", "Most States agreed.") == [("Some", "Most")]


def test_words_are_edited_whole_never_letter_by_letter() -> None:
    assert _shown("a high-level meeting", "a high-profile meeting") == [("high-level", "high-profile")]


def test_edits_with_one_space_between_are_one() -> None:
    assert _shown("They will report soon.", "They might tell soon.") == [("will report", "might tell")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the “Compact”", 'the "Compact"'),
        ("40 000 people", "40 000 people"),
        ("www.example.org/​path", "www.example.org/path"),
        (" text", "text "),
        ("States’ aims", "States' aims"),
        ("non‑paper", "non-paper"),
        ("left to right", "left‎ to right"),
    ],
)
def test_what_programs_rewrite_is_no_edit(before: str, after: str) -> None:
    assert same_words(before, after)


def test_a_space_more_at_a_sign_is_an_edit() -> None:
    assert _shown("agreed, then", "agreed , then") == [("", " ")]


@given(WORDS, WORDS)
def test_edits_turn_one_text_into_the_other(before: str, after: str) -> None:
    result = applied(before, word_edits(before, after))
    assert [token.key for token in tokens(result.strip())] == [token.key for token in tokens(after.strip())]


@given(WORDS)
def test_a_text_has_no_edits_against_itself(text: str) -> None:
    assert word_edits(text, text) == ()


def test_each_edit_has_the_marks_of_those_who_made_it() -> None:
    spans = (
        Span("Some", deleted=ANA),
        Span("Most", inserted=ANA),
        Span(" States agreed to "),
        Span("report", deleted=BO),
        Span("tell", inserted=BO),
        Span("."),
    )
    edits = _marked("Some States agreed to report.", *spans)
    assert [edit.marks for edit in edits] == [(ANA,), (BO,)]


def test_an_edit_by_two_authors_in_one_word_has_both() -> None:
    spans = (Span("keep"), Span("ers", deleted=ANA), Span("ing", inserted=BO), Span(" agreed"))
    (edit,) = _marked("keepers agreed", *spans)
    assert edit.marks == (ANA, BO)


def test_an_edit_that_nobody_tracked_has_no_marks() -> None:
    (edit,) = _marked("Some agreed", Span("Most agreed"))
    assert edit.marks == ()


def test_words_that_one_inserted_and_another_deleted_name_both() -> None:
    spans = (
        Span("Some "),
        Span("those ", inserted=ANA, deleted=BO),
        Span("States", deleted=BO),
        Span("group", inserted=BO),
    )
    (edit,) = _marked("Some States", *spans)
    assert edit.marks == (ANA, BO)
