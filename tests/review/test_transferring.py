"""Edits of a paragraph, transferred to the forms whose words they change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.sent_text import SentPiece
from briefs.review.transferring import form_edits
from briefs.review.word_edits import same_words, word_edits

SENTENCES = (SentPiece("Some States agreed.", "a/short"), SentPiece(" "), SentPiece("They will report.", "b/short"))
LABELLED = (SentPiece("States: "), SentPiece("report soon", "a/ask"), SentPiece("; "), SentPiece("meet", "b/ask"))


def _after(pieces: tuple[SentPiece, ...], text: str) -> list[tuple[str, str]]:
    kept = "".join(piece.text for piece in pieces)
    return [(one.form, one.after) for one in form_edits(pieces, word_edits(kept, text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most States agreed. They will report.", [("a/short", "Most States agreed.")]),
        ("Some States agreed. They might report.", [("b/short", "They might report.")]),
        (
            "Some States refused. We might report.",
            [("a/short", "Some States refused."), ("b/short", "We might report.")],
        ),
        ("Now some States agreed. They will report.", [("a/short", "Now some States agreed.")]),
        ("Some States agreed. They will report. So be it.", [("b/short", "They will report. So be it.")]),
        ("Some States agreed. Others left. They will report.", [("a/short", "Some States agreed. Others left.")]),
        ("Some States agreed. Today They will report.", [("b/short", "Today They will report.")]),
        ("Some States agreed. They will report", [("b/short", "They will report")]),
        ("They will report.", [("a/short", "")]),
        ("Some States agreed to report.", [("a/short", "Some States agreed"), ("b/short", "to report.")]),
        ("", [("a/short", ""), ("b/short", "")]),
    ],
)
def test_an_edit_belongs_to_the_form_whose_words_it_changes(text: str, expected: list[tuple[str, str]]) -> None:
    assert _after(SENTENCES, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members: report soon; meet", [("", "Members: ")]),
        ("States: never report soon; meet", [("a/ask", "never report soon")]),
        ("States: report soon today; meet", [("a/ask", "report soon today")]),
        ("States: soon; meet", [("a/ask", "soon")]),
        ("States: report soon; meet again", [("b/ask", "meet again")]),
        ("States: report now, or meet", [("a/ask", "report now"), ("", ", or ")]),
    ],
)
def test_words_that_no_form_says_are_those_of_the_template(text: str, expected: list[tuple[str, str]]) -> None:
    assert _after(LABELLED, text) == expected


def test_words_between_forms_are_one_though_programs_count_numbers_in_them() -> None:
    pieces = (SentPiece("See paragraph "), SentPiece("3", is_counted=True), SentPiece(": "), SentPiece("meet", "b/ask"))
    edits = word_edits("See paragraph 3: meet", "As paragraph 3 says: meet")
    assert [(one.form, one.numbers, one.after) for one in form_edits(pieces, edits)] == [
        ("", (0, 1, 2), "As paragraph 3 says: ")
    ]


def test_a_form_in_two_pieces_is_one() -> None:
    pieces = (SentPiece("Some States", "a/short"), SentPiece(" [1] "), SentPiece("agreed.", "a/short"))
    (one,) = form_edits(pieces, word_edits("Some States [1] agreed.", "Some States [1] refused."))
    assert (one.before, one.after) == ("Some Statesagreed.", "Some Statesrefused.")


def test_the_places_of_a_form_are_in_the_new_text() -> None:
    text = "Most of the States agreed. They might report."
    for one in form_edits(SENTENCES, word_edits("Some States agreed. They will report.", text)):
        assert "".join(text[start:end] for start, end in one.places) == one.after


WORDS = st.lists(st.sampled_from(["some", "States", "agreed.", "They", "will", ",", "report."]), max_size=9).map(
    " ".join
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "a/short", "b/short"])), min_size=1, max_size=4), WORDS)
def test_no_word_of_a_reviewer_is_lost(parts: list[tuple[str, str]], text: str) -> None:
    pieces = tuple(SentPiece(f"{words} ", form) for words, form in parts)
    kept = "".join(piece.text for piece in pieces)
    edits = word_edits(kept, text)
    found = form_edits(pieces, edits)
    assert sorted(" ".join(edit.after for edit in edits).split()) == sorted(
        word for one in found for edit in one.edits for word in edit.after.split()
    )
    if len({form for _, form in parts}) == 1 and parts[0][1]:
        assert same_words("".join(one.after for one in found) if found else kept, text)
