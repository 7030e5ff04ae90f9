"""What a wording is called in a list for people."""

from __future__ import annotations

import pytest

from briefs.model.sent_text import SentParagraph, SentPiece, SentRole
from briefs.review.unit_labels import first_words, labels_of, row_label, row_of
from tests.review.marked_copies import SENT


def test_each_paragraph_of_an_edition_has_a_label() -> None:
    assert [*labels_of(SENT).values()] == [
        "Title",
        "Heading “What was found”",
        "Para 1",
        "Para 2",
        "Para 3",
        "Heading “Timing”",
        "Para 4",
        "Column heading “Who”",
        "Column heading “What is asked”",
        "Row “States”, column 1",
        "Row “States”, column 2",
        "Row “Ports”, column 1",
        "Row “Ports”, column 2",
        "Note 1",
    ]


@pytest.mark.parametrize(
    ("role", "key", "expected"),
    [
        ("text", "u", "Para “The lamps of the northern …”"),
        ("intro", "intro x/1", "Introduction “The lamps of the northern …”"),
        ("attribution", "attribution u", "Attribution “The lamps of the northern …”"),
        ("caption", "caption x/1", "Caption “The lamps of the northern …”"),
        ("note", "n", "Note “The lamps of the northern …”"),
        ("tag", "tag x/1", "Source tags “The lamps of the northern …”"),
        ("masthead", "masthead about", "What the brief is about"),
        ("masthead", "masthead other", "Masthead “The lamps of the northern …”"),
    ],
)
def test_what_has_no_number_is_named_by_its_first_words(role: SentRole, key: str, expected: str) -> None:
    paragraph = SentParagraph(key, role, (SentPiece("The lamps of the northern coast"),))
    assert labels_of([paragraph]) == {key: expected}


def test_a_row_without_any_words_has_a_label() -> None:
    cell = SentParagraph("cell x/1/2#3", "cell", (), column=3)
    assert labels_of([cell])[cell.key] == "Row without a heading, column 3"
    assert row_of(cell) == "cell x/1/2"


def test_a_row_is_called_as_its_cells_are() -> None:
    assert row_label("Row “States”, column 2") == "Row “States”"
    assert row_label("Para 3") == "Para 3"


def test_few_words_are_shown_whole() -> None:
    assert first_words("Timing of it") == "“Timing of it”"


def test_quotation_marks_in_words_that_are_quoted_are_single() -> None:
    assert first_words("“Improving the lamps” is asked for") == "“‘Improving the lamps’ is asked …”"
    heading = SentParagraph("heading x", "heading", (SentPiece("“Lamps” of the coast"),))
    assert labels_of([heading]) == {heading.key: "Heading “‘Lamps’ of the coast”"}
