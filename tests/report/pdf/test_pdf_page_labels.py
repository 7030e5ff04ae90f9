"""Pages are cited as readers see them."""

from __future__ import annotations

from briefs.report.pdf.pdf_page_labels import page_labels


def test_printed_numbers_win_over_those_in_the_file() -> None:
    assert page_labels(["1", "2", "3", "4"], {1: "ii", 2: "1", 3: "2"}) == ["[1]", "ii", "1", "2"]


def test_labels_in_the_file_count_where_they_agree_or_nothing_is_printed() -> None:
    assert page_labels(["i", "ii", "1", "2"], {2: "1", 3: "2"}) == ["i", "ii", "1", "2"]
    assert page_labels(["cover", "i"], {}) == ["cover", "i"]


def test_pages_without_a_number_have_that_between_their_neighbours() -> None:
    assert page_labels(["", "", ""], {0: "7", 2: "9"}) == ["7", "8", "9"]


def test_pages_are_counted_if_nothing_else_says_what_they_are() -> None:
    assert page_labels(["", "", ""], {}) == ["1", "2", "3"]
