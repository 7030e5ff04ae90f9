"""Questions that a report asks."""

from __future__ import annotations

from tests.candidates.builders import found, passages


def test_questions_next_to_each_other_are_one_and_others_stand_apart() -> None:
    text = "# Wells\n\nWho pays for the wells? And who digs them? They are deep. Does anybody need more of them?\n"
    assert passages("question", text) == [
        "Who pays for the wells? And who digs them?",
        "Does anybody need more of them?",
    ]


def test_a_listed_question_is_taken_whole_and_known_by_its_heading() -> None:
    (one,) = found("question", "# Questions for reflection\n\n- Wells are deep. Who digs them?\n")
    assert one.passage.words == "Wells are deep. Who digs them?"
    assert one.fields == {"sort": "reflection"}
    assert one.evidence == "Questions for reflection"


def test_what_drove_a_study_is_known_by_the_line_above_it() -> None:
    (one,) = found("question", "# Process\n\nTalks were led by three questions:\n\n1) Who pays for the wells?\n")
    assert one.fields == {"sort": "driving"}


def test_questions_in_passing_are_less_certain() -> None:
    (plain, quoted) = found("question", "# A\n\nWho pays for the wells?\n\nOne asked: “Who pays for the wells?”\n")
    assert plain.certainty > quoted.certainty


def test_two_words_and_a_question_mark_are_no_question() -> None:
    assert passages("question", "# A\n\nWhy now? It rains.\n") == []
