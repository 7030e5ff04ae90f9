"""Finding lines again by their words and their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.review.line_alignment import aligned, in_order, moved
from briefs.review.similarity import Words

LINES = (
    "Ferries that share a timetable could carry more bicycles",
    "Some keepers asked whether the board should publish tides",
    "The board should count the bicycles on both quays",
    "Timing",
    "Small boats of the east quay need no timetable",
)


def words(*lines: str) -> list[Words]:
    return [Words.of(line) for line in lines]


def fits(row: int, column: int) -> bool:
    return True


def test_edited_lines_are_paired_in_order_around_what_is_gone_and_new() -> None:
    other = (
        "Ferries that share timetables could carry fewer bicycles",
        "Nobody had heard of this before they met",
        "The board should count all bicycles on the quays",
        LINES[3],
        "Large boats of the east quay need a timetable",
    )
    assert aligned(words(*LINES), words(*other), fits) == {0: 0, 2: 2, 3: 3, 4: 4}


def test_only_what_fits_is_paired() -> None:
    assert aligned(words(*LINES), words(*LINES), lambda row, column: row != 1) == {0: 0, 2: 2, 3: 3, 4: 4}


def test_short_lines_are_not_paired_for_one_common_word() -> None:
    assert aligned(words("Agree"), words("Do not agree"), fits) == {}


def test_lines_out_of_order_are_paired_only_if_they_are_long_and_much_alike() -> None:
    one, other = dict(enumerate(words(*LINES))), dict(enumerate(words(LINES[3], LINES[2], "The board met", LINES[0])))
    assert moved(one, other, fits) == {0: 3, 2: 1}


def test_each_line_is_paired_once_with_the_most_similar_one() -> None:
    copies = dict(enumerate(words(f"{LINES[0]} in winter", LINES[0])))
    assert moved(dict(enumerate(words(LINES[0]))), copies, fits) == {0: 1}


@given(st.permutations(range(8)))
def test_the_run_in_order_ascends_and_nothing_can_be_added_to_it(numbers: list[int]) -> None:
    places = sorted(in_order(numbers))
    run = [numbers[place] for place in places]
    assert run == sorted(run)
    for place in set(range(8)) - set(places):
        longer = [numbers[one] for one in sorted([*places, place])]
        assert longer != sorted(longer)


def test_nothing_is_in_order_in_nothing() -> None:
    assert in_order([]) == set()


def test_in_a_file_with_a_book_in_it_only_equal_lines_are_found() -> None:
    book = words("a page of a book that nobody has read") * 500_000
    book[7:7] = words(LINES[0])
    book[400:400] = words(LINES[2])
    assert aligned(words(*LINES), book, fits) == {0: 7, 2: 400}
    assert moved(dict(enumerate(words(*LINES))), dict(enumerate(book)), fits) == {}
