"""Answers under headings that are questions."""

from __future__ import annotations

from tests.candidates.builders import found, passages


def test_the_paragraph_under_a_question_of_a_list_answers_it() -> None:
    (one,) = found("answer", "# Frequently asked questions\n\n## Who pays?\n\nThe villages pay.\n\nIt rains.\n")
    assert one.passage.words == "The villages pay."
    assert one.fields == {"question": "Who pays?"}


def test_a_long_paragraph_answers_with_its_first_sentence() -> None:
    text = f"# Questions and answers\n\n## Who pays?\n\nThe villages pay. {'They always did so before. ' * 15}\n"
    assert passages("answer", text) == ["The villages pay."]


def test_a_single_lively_heading_is_not_answered_and_three_are() -> None:
    one = "## Who pays?\n\nThe villages pay.\n\n"
    assert passages("answer", f"# Wells\n\n{one}") == []
    three = f"{one}## Who digs?\n\nThe council digs.\n\n## Who drinks?\n\nAll drink.\n"
    assert len(passages("answer", f"# Wells\n\n{three}")) == 3
