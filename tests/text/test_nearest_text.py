from __future__ import annotations

import pytest

from briefs.text.nearest_text import nearest_words

TEXTS = ("The keepers met.", "Ferries that share a timetable could carry more bicycles.", "Ferries share a timetable.")


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("Ferries that use a timetable", (1, "Ferries that share a timetable")),
        ("ferries share a timetable", (2, "Ferries share a timetable.")),
        ("a timetabel could carry", (1, "a timetable could carry")),
        ("completely different words", None),
        ("the keeper", None),
    ],
)
def test_the_nearest_run_of_as_many_words_is_found_with_its_text(words: str, nearest: tuple[int, str] | None) -> None:
    assert nearest_words(words, TEXTS) == nearest


def test_of_equally_near_runs_the_first_is_taken() -> None:
    assert nearest_words("the quay", ["at the quay", "on the quay"]) == (0, "the quay")


def test_a_text_shorter_than_the_words_is_compared_whole() -> None:
    assert nearest_words("at the long quay", ["the long quay"]) == (0, "the long quay")
    assert nearest_words("anything", []) is None


def test_words_with_letters_that_only_look_alike_are_found() -> None:
    assert nearest_words("the h\u0430rbour board", ["A text.", "Then the harbour board met."]) == (
        1,
        "the harbour board",
    )
