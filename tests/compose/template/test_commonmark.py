from __future__ import annotations

import pytest

from briefs.compose.template.commonmark import commonmark_parser, elements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# A\n\nb\n\n***\n", [("heading_open", 1), ("paragraph_open", 1), ("hr", 0)]),
        ("- a\n- b\n", [("bullet_list_open", 10)]),
        ("| a |\n|---|\n", [("table_open", 7)]),
    ],
)
def test_elements_are_found_with_what_is_in_them(text: str, expected: list[tuple[str, int]]) -> None:
    found = elements_of(commonmark_parser().parse(text))
    assert [(element.type, len(inside)) for element, inside in found] == expected


def test_any_link_is_parsed_so_that_it_can_be_refused() -> None:
    [_, inline, _] = commonmark_parser().parse("[a](javascript:b)")
    assert [child.type for child in inline.children or ()] == ["link_open", "text", "link_close"]
