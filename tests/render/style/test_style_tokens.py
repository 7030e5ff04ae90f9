"""Tokens are walked in their order, with what is around them, at any depth."""

from __future__ import annotations

import pytest

from briefs.render.style.style_tokens import UntokenizedSheet, token_lists, tokens_of, walked


def test_tokens_come_in_order_with_what_is_around_them() -> None:
    found = [(token.type, depth, within) for token, depth, within in walked(tokens_of("a{b:C(d(1))}e"))]
    assert found == [
        ("ident", 0, ()),
        ("{} block", 0, ()),
        ("ident", 1, ()),
        ("literal", 1, ()),
        ("function", 1, ()),
        ("function", 2, ("c",)),
        ("number", 3, ("c", "d")),
        ("ident", 0, ()),
    ]


def test_no_depth_is_too_deep_to_be_walked() -> None:
    assert sum(1 for _ in walked(tokens_of("[" * 20_000))) == 20_000


def test_each_block_is_a_list_of_its_own() -> None:
    assert [len(one) for one in token_lists(tokens_of("a{b{}}c{d}"))] == [4, 2, 0, 1]


@pytest.mark.parametrize(("css", "line"), [("a\n" + "1" * 301, 2), ("a" * 250_001, 1)])
def test_what_would_take_too_long_is_not_parted(css: str, line: int) -> None:
    with pytest.raises(UntokenizedSheet) as caught:
        tokens_of(css)
    assert (caught.value.line, caught.value.fault.code) == (line, "style-limit")


def test_pictures_and_fonts_in_a_style_sheet_are_not_counted() -> None:
    assert len(tokens_of(f"a{{b:url(data:font/woff2;base64,{'A' * 300_000})}}")) == 2
