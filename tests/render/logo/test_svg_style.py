"""Styles of a logo that move, or that only some programs follow, are refused."""

from __future__ import annotations

import pytest

from briefs.render.logo.svg_style import check_style
from briefs.render.logo.unusable import UnusableLogo

MOVES = "the logo has scripts or moves, which a brief never does"
EFFECTS = "the logo has effects that only some programs draw"
RULES = "the logo has rules of style that only some programs follow"


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("@keyframes turn { to { rotate: 1turn } }", MOVES),
        ("@-WEBKIT-KEYFRAMES a {} @KEYFRAMES a {}", MOVES),
        ("rect { fill: red; animation: turn 2s }", MOVES),
        ("rect { -webkit-animation-name: turn }", MOVES),
        ("rect{transition:fill 1s}", MOVES),
        ("rect { offset-path: path('M0 0h9') }", MOVES),
        ("rect { filter: blur(2px) }", EFFECTS),
        ("rect{fil/* */ter:drop-shadow(1px 1px red)}", EFFECTS),
        ("rect { MIX-BLEND-MODE: multiply }", EFFECTS),
        ("rect { backdrop-filter: blur(1px); fill: red }", EFFECTS),
        ("@media (prefers-color-scheme: dark) { rect { fill: white } }", RULES),
        ("@supports (fill: red) { rect { fill: white } }", RULES),
        ("rect:hover { fill: red }", RULES),
        ("rect { fill: red; &:hover { fill: blue } }", RULES),
    ],
)
def test_a_style_sheet_neither_moves_nor_has_effects(sheet: str, message: str) -> None:
    with pytest.raises(UnusableLogo) as caught:
        check_style({}, sheet)
    assert caught.value.message == message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("style", "animation: turn 2s", MOVES),
        ("style", "fill: red; filter: blur(2px)", EFFECTS),
        ("filter", "url(#shadow)", EFFECTS),
        ("mix-blend-mode", "screen", EFFECTS),
    ],
)
def test_an_attribute_neither_moves_nor_has_effects(name: str, value: str, message: str) -> None:
    with pytest.raises(UnusableLogo) as caught:
        check_style({name: value}, "")
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("attributes", "sheet"),
    [
        ({"style": "mix-blend-mode:normal;filter:none;fill:red", "filter": "none"}, ""),
        ({"class": "animation"}, ".animation, #filter > path { fill: #123 } /* @media, :hover */"),
        ({"color-interpolation-filters": "sRGB"}, "rect { isolation: isolate; mix-blend-mode: normal !important }"),
    ],
)
def test_plain_styles_are_let_through(attributes: dict[str, str], sheet: str) -> None:
    check_style(attributes, sheet)
