"""Paragraphs that inserted and deleted paragraph marks tie together."""

from __future__ import annotations

from briefs.model.mark import Mark
from briefs.model.marked_file import MarkedParagraph, Span
from tests.word.joined_paragraphs import joined_paragraphs

A = Mark("A", "2026-11-01T10:00:00Z")


def _paragraph(index: int, *spans: Span, inserted: Mark | None = None, deleted: Mark | None = None) -> MarkedParagraph:
    return MarkedParagraph(index, "body", spans, end_inserted=inserted, end_deleted=deleted)


def test_a_paragraph_without_marks_is_alone() -> None:
    (one, other) = joined_paragraphs([_paragraph(0, Span("One.")), _paragraph(1, Span("Two."))])
    assert (one.base, one.final) == (("One.",), ("One.",))
    assert other.final == ("Two.",)


def test_an_inserted_mark_splits_a_paragraph() -> None:
    (found,) = joined_paragraphs([_paragraph(0, Span("One. "), inserted=A), _paragraph(1, Span("Two."))])
    assert found.base == ("One. Two.",)
    assert found.final == ("One. ", "Two.")


def test_a_deleted_mark_joins_paragraphs() -> None:
    (found,) = joined_paragraphs([_paragraph(0, Span("One. "), deleted=A), _paragraph(1, Span("Two."))])
    assert found.base == ("One. ", "Two.")
    assert found.final == ("One. Two.",)


def test_a_paragraph_deleted_with_its_mark_is_not_there() -> None:
    (found,) = joined_paragraphs([_paragraph(0, Span("Gone.", deleted=A), deleted=A), _paragraph(1, Span("Stays."))])
    assert found.base == ("Gone.", "Stays.")
    assert found.final == ("Stays.",)


def test_a_paragraph_inserted_with_its_mark_is_new() -> None:
    (found,) = joined_paragraphs([_paragraph(0, Span("New.", inserted=A), inserted=A), _paragraph(1, Span("Old."))])
    assert found.base == ("Old.",)
    assert found.final == ("New.", "Old.")


def test_the_last_paragraph_deleted_with_its_mark_leaves_none() -> None:
    (found,) = joined_paragraphs([_paragraph(0, Span("Gone.", deleted=A), deleted=A)])
    assert found.base == ("Gone.",)
    assert found.final == ()


def test_words_inserted_by_one_and_deleted_by_another_are_in_neither_text() -> None:
    both = Span("Both.", inserted=A, deleted=Mark("B"))
    (found,) = joined_paragraphs([_paragraph(0, Span("One. "), both)])
    assert (found.base, found.final) == (("One. ",), ("One. ",))
