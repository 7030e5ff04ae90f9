from __future__ import annotations

from briefs.report.inference.text_furniture import page_number_lines, repeated_line_ends, running_head_lines

WORDS = frozenset({"page"})
LETTERS = "abcdefghijklmnopq"


def page(number: int) -> list[str]:
    return [f"Words of the text, line {letter} of page {LETTERS[number]}." for letter in LETTERS]


def pages(*feet: str) -> list[str]:
    return [line for at, foot in enumerate(feet) for line in (*page(at), "", foot, "", "Water for all", "")]


def test_numbers_that_rise_through_the_text_are_those_of_pages() -> None:
    lines = pages("1", "Page 2", "- 3 -", "5")
    assert {lines[at - 1]: page for at, page in page_number_lines(lines, WORDS).items()} == {
        "1": "1",
        "Page 2": "2",
        "- 3 -": "3",
        "5": "5",
    }


def test_numbers_that_do_not_rise_and_cells_are_none() -> None:
    assert page_number_lines(pages("7", "3", "1"), WORDS) == {}
    assert page_number_lines(["1", "", "2", "", "3", "", "4"], WORDS) == {}
    assert page_number_lines(pages("Box 1", "Box 2", "Box 3"), WORDS) == {}


def test_lines_beside_page_numbers_on_pages_in_a_row_are_running_heads() -> None:
    lines = pages("1", "2", "3", "4")
    heads = running_head_lines(lines, page_number_lines(lines, WORDS))
    assert {lines[at - 1] for at in heads} == {"Water for all"}
    assert len(heads) == 4
    assert running_head_lines(page(0), {}) == set()


def test_what_stands_elsewhere_too_is_no_running_head() -> None:
    lines = [*pages("1", "2", "3", "4"), *["Water for all", "", "x", ""] * 4]
    assert running_head_lines(lines, page_number_lines(lines, WORDS)) == set()


def test_lines_that_end_with_rising_numbers_are_running_heads_wherever_they_are() -> None:
    lines = pages(
        "Smith       Wells       [Page 1]", "Smith       Wells       [Page 2]", "Smith       Wells       [Page 3]"
    )
    assert {lines[at - 1][-8:] for at in repeated_line_ends(lines)} == {"[Page 1]", "[Page 2]", "[Page 3]"}
    assert repeated_line_ends(["Table 1", "Table 2", "Table 3"]) == set()
