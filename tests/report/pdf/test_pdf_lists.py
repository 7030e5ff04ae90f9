"""Items are in lists by their markers, numbers and indents."""

from __future__ import annotations

import pytest

from briefs.report.pdf.pdf_lists import kind_of, list_places
from briefs.report.pdf.pdf_paragraphs import Block


def places(*items: tuple[str, float] | None) -> list[tuple[int, int]]:
    """The list, counted from 1, and the depth of each item; ("", …) is a paragraph, None a heading."""
    blocks = [None if item is None else Block([index], item[0], item[1]) for index, item in enumerate(items)]
    found = list_places(blocks, [0.0] * len(blocks))
    return [(int(place.list_id.split()[1]), place.depth) for place in found.values()]


def test_items_further_in_are_in_a_list_inside() -> None:
    assert places(("•", 20), ("–", 40), ("–", 40), ("•", 20)) == [(1, 0), (2, 1), (2, 1), (1, 0)]


def test_numbers_go_on_over_paragraphs_and_pages_with_other_indents() -> None:
    assert places(("1.", 20), ("", 0), ("2.", 20), ("3.", 60)) == [(1, 0), (1, 0), (1, 0)]


def test_bullets_do_not_go_on_over_paragraphs_and_nothing_goes_on_over_headings() -> None:
    assert places(("•", 20), ("", 0), ("•", 20)) == [(1, 0), (2, 0)]
    assert places(("1.", 20), None, ("2.", 20)) == [(1, 0), (2, 0)]


def test_bullets_under_a_number_at_its_indent_are_inside() -> None:
    assert places(("1.", 20), ("•", 20), ("•", 20), ("2.", 20)) == [(1, 0), (2, 1), (2, 1), (1, 0)]


def test_bullets_go_on_on_a_page_with_another_left_edge() -> None:
    blocks = [Block([0], "•", 60), Block([1], "•", 60)]
    assert {place.list_id for place in list_places(blocks, [20.0, 60.0]).values()} == {"list 1"}


def test_paragraphs_below_the_text_of_an_item_belong_to_it() -> None:
    indents = [("", 20), ("", 20), ("", 20), ("1.", 20), ("", 34), ("", 34), ("2.", 20), ("", 20), ("", 34)]
    blocks = [Block([at], marker, indent, max(indent, 34)) for at, (marker, indent) in enumerate(indents)]
    found = list_places(blocks, [20.0] * len(blocks))
    assert sorted(found) == [3, 4, 5, 6]
    assert {place.list_id for place in found.values()} == {"list 1"}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("1.", "12.", True),
        ("a)", "c)", True),
        ("(a)", "a)", False),
        ("1.", "1)", False),
        ("1.2", "1.3", True),
        ("1.2", "2", False),
    ],
)
def test_markers_of_one_list_look_alike(one: str, other: str, alike: bool) -> None:
    assert (kind_of(one) == kind_of(other)) is alike
