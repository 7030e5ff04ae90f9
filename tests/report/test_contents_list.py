from __future__ import annotations

import pytest

from briefs.report.contents_list import (
    ContentsEntry,
    aligned,
    entry_levels,
    find_contents,
    full_key,
    indent_of,
    is_alike,
    title_key,
)

BODY = ["A paragraph of the report that says what the report says."] * 40


def titles(lines: list[str]) -> list[tuple[str, str]]:
    found = find_contents([*lines, *BODY], [0.0] * (len(lines) + len(BODY)))
    return [(entry.title, entry.page) for entry in found.entries] if found else []


@pytest.mark.parametrize("gap", [" ........ ", "\t", " . . . . . ", "…", "        "])
def test_leaders_tabs_and_wide_gaps_part_titles_from_pages(gap: str) -> None:
    lines = [
        f"{title}{gap}{page}" for title, page in (("Wells", 1), ("Pumps", 3), ("Money", "7-9"), ("Law", 9), ("End", 10))
    ]
    assert titles(lines) == [("Wells", "1"), ("Pumps", "3"), ("Money", "7-9"), ("Law", "9"), ("End", "10")]


def test_under_a_title_a_space_is_enough_and_pages_may_stand_below() -> None:
    assert titles(["Contents", "Wells 1", "Pumps 3", "Money 7"]) == [("Wells", "1"), ("Pumps", "3"), ("Money", "7")]
    assert titles(["Contents", "Wells", "1", "Pumps", "3", "Money", "7"])[1:] == [("Pumps", "3"), ("Money", "7")]


def test_long_titles_go_over_lines_and_lists_of_figures_are_no_contents() -> None:
    lines = [
        "Contents",
        "Wells 1",
        "A long title that",
        "goes on 3",
        "Money 7",
        "Figure 1: A well 2",
        "Figure 2: A pump 3",
    ]
    found = find_contents([*lines, *BODY], [0.0] * (len(lines) + len(BODY)))
    assert found
    assert [entry.title for entry in found.entries] == ["Wells", "A long title that goes on", "Money"]
    assert found.lines == frozenset(range(7))


def test_lines_that_end_with_numbers_are_no_contents_list() -> None:
    assert titles(["In 2009, there were 12", "and in the year after, 15", "and then more than 20"]) == []
    assert titles([*BODY, *BODY, "a ....... 1", "b ....... 2", "c ....... 3", "d ....... 4", "e ....... 5"]) == []


def test_levels_are_those_of_indents_or_else_of_numbers() -> None:
    def levels(*entries: tuple[str, float]) -> list[int]:
        return entry_levels(
            [ContentsEntry((at,), title, "", indent) for at, (title, indent) in enumerate(entries)], 2.0
        )

    assert levels(("Wells", 72), ("Depth", 90.5), ("Width", 90), ("Pumps", 72)) == [1, 2, 2, 1]
    assert levels(("1 Wells", 0), ("1.1 Depth", 0), ("2 Pumps", 0)) == [1, 2, 1]
    assert levels(("I. Wells", 0), ("Depth", 0), ("Introduction", 0)) == [1, 2, 1]
    assert levels() == []


def test_titles_are_compared_by_letters_and_digits() -> None:
    assert title_key("IV. *Wells* — and pumps") == title_key("Wells and Pumps") == "wellsandpumps"
    assert full_key("2.1 Wells") == "21wells"
    assert is_alike("Five pillars of governance", "5 pillars of current governance")
    assert not is_alike("Five pillars of governance", "The pillars of wisdom")


def test_titles_are_aligned_in_order_with_the_same_words_first() -> None:
    entries = ["Introduction", "Wells", "Questions", "Pumps", "Questions"]
    headings = ["Introduction", "Wells of old", "Depth", "Wells", "Questions", "Pumps", "Power", "Questions", "Wells"]
    assert aligned(entries, headings) == {0: 0, 3: 1, 4: 2, 5: 3, 7: 4}
    assert aligned([], headings) == aligned(entries, []) == {}


def test_tabs_indent_too() -> None:
    assert [indent_of(line) for line in ("a", "  a", "\ta")] == [0, 2, 4]
