from __future__ import annotations

import pytest

from briefs.model.report import Item
from briefs.report.lists import ordinal
from tests.report.builders import parsed, tree, walk


def test_bullets_go_on_over_blank_lines_and_footnotes_and_end_at_a_paragraph() -> None:
    assert tree("One\n\n- a\n\n- b\n\n¹ Note.\n\n- c\n\nText.\n\n- d\n") == [
        "Section 'I' 'One'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "    Item 'I item 2' 'b'",
        "    Item 'I item 3' 'c'",
        "  Footnote 'fn 1' 'Note.'",
        "  Paragraph 'I ¶ 1' 'Text.'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'd'",
    ]


def test_an_ordinal_that_follows_on_takes_the_paragraphs_before_it_into_its_list() -> None:
    assert tree("One\n\n1. a\n\nMore on a.\n\n¹ Note.\n\n2. b\n\nText.\n\n1. c\n") == [
        "Section 'I' 'One'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "      Paragraph 'I item 1 ¶ 1' 'More on a.'",
        "    Item 'I item 2' 'b'",
        "  Footnote 'fn 1' 'Note.'",
        "  Paragraph 'I ¶ 1' 'Text.'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'c'",
    ]


def test_lists_nest_by_indent_by_bullets_under_a_number_and_after_a_colon() -> None:
    assert tree("One\n\n1. a\n - x\n   - y\n - z\n2. b\n\n- u\n") == [
        "Section 'I' 'One'",
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "      List 'I item 1 list 1'",
        "        Item 'I item 1.1' 'x'",
        "          List 'I item 1.1 list 1'",
        "            Item 'I item 1.1.1' 'y'",
        "        Item 'I item 1.2' 'z'",
        "    Item 'I item 2' 'b'",
        "      List 'I item 2 list 1'",
        "        Item 'I item 2.1' 'u'",
    ]
    assert tree("One\n\n- a:\n1. x\n- b\n")[2:] == [
        "    Item 'I item 1' 'a:'",
        "      List 'I item 1 list 1'",
        "        Item 'I item 1.1' 'x'",
        "    Item 'I item 2' 'b'",
    ]


def test_a_list_of_another_sort_next_to_a_list_is_on_its_own() -> None:
    assert tree("One\n\n- a\n1. b\n")[1:] == [
        "  List 'I list 1'",
        "    Item 'I item 1' 'a'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'b'",
    ]


def test_letters_and_roman_numbers_in_brackets_are_markers_too() -> None:
    assert tree("One\n\n(a) x\n\n(b) y\n\nAnd.\n\n(i) p\n\n(ii) q\n\n(iii) r\n")[1:] == [
        "  List 'I list 1'",
        "    Item 'I item 1' 'x'",
        "    Item 'I item 2' 'y'",
        "  Paragraph 'I ¶ 1' 'And.'",
        "  List 'I list 2'",
        "    Item 'I list 2 item 1' 'p'",
        "    Item 'I list 2 item 2' 'q'",
        "    Item 'I list 2 item 3' 'r'",
    ]


def test_lists_in_one_another_without_end_are_read_and_lose_no_line() -> None:
    lines = [f"{'  ' * depth}- item {depth}" for depth in range(2000)]
    read = parsed("\n\n".join(lines) + "\n")
    found = [line for node in walk(read.value.children) if isinstance(node, Item) for line in node.lines]
    assert found == list(range(1, 4000, 2))


@pytest.mark.parametrize(
    ("marker", "number"),
    [("2.", 2), ("b)", 2), ("- 2]", 2), ("12)", 12), ("(iii)", 3), ("(i)", 9), ("-", None), ("•", None)],
)
def test_a_marker_says_a_number_unless_it_is_a_bullet(marker: str, number: int | None) -> None:
    assert ordinal(marker) == number
