"""Shapes as SVG: in the colours of the text around them, or in solid ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefs.render.figures.shapes import Colours, Dot, Label, Line, Rectangle, Shape, Sketch, svg_of

SOLID = Colours("#1A1A1A", "#6B1F3A")


def drawn(shape: Shape, colours: Colours | None = None) -> str:
    return svg_of(Sketch((shape,), 9), 9, "Title", colours).splitlines()[2]


@pytest.mark.parametrize(
    ("shape", "on_screen", "solid"),
    [
        (
            Rectangle(1, 2, 3, 4),
            '<rect x="1" y="2" width="3" height="4" fill="currentColor"/>',
            '<rect x="1" y="2" width="3" height="4" fill="#6B1F3A"/>',
        ),
        (
            Rectangle(1, 2, 3, 4, 0.5),
            '<rect x="1" y="2" width="3" height="4" fill="currentColor" fill-opacity="0.5"/>',
            '<rect x="1" y="2" width="3" height="4" fill="#B58F9C"/>',
        ),
        (
            Line(0, 1.005, 2.126, 1, 1.5, is_dashed=True),
            '<line x1="0" y1="1" x2="2.13" y2="1" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 3"/>',
            '<line x1="0" y1="1" x2="2.13" y2="1" stroke="#6B1F3A" stroke-width="1.5" stroke-dasharray="2 3"/>',
        ),
        (
            Dot(5, 6, 3.5, 1.5),
            '<circle cx="5" cy="6" r="2.75" stroke="currentColor" stroke-width="1.5" fill="currentColor"/>',
            '<circle cx="5" cy="6" r="2.75" stroke="#6B1F3A" stroke-width="1.5" fill="#6B1F3A"/>',
        ),
        (
            Dot(5, 6, 3.5, 1.5, is_open=True),
            '<circle cx="5" cy="6" r="2.75" stroke="currentColor" stroke-width="1.5" fill="none"/>',
            '<circle cx="5" cy="6" r="2.75" stroke="#6B1F3A" stroke-width="1.5" fill="none"/>',
        ),
        (
            Label(1, 8, "a < b & c", 9),
            '<text x="1" y="8" font-size="9">a &lt; b &amp; c</text>',
            '<text x="1" y="8" font-size="9">a &lt; b &amp; c</text>',
        ),
        (
            Label(1, 8, "12", 12, is_bold=True, is_accented=True, right_aligned=True),
            '<text x="1" y="8" font-size="12" font-weight="bold" fill="currentColor" text-anchor="end">12</text>',
            '<text x="1" y="8" font-size="12" font-weight="bold" fill="#6B1F3A" text-anchor="end">12</text>',
        ),
    ],
)
def test_a_shape_takes_the_colour_of_the_text_or_the_accent_without_transparency(
    shape: Shape, on_screen: str, solid: str
) -> None:
    assert drawn(shape) == on_screen
    assert drawn(shape, SOLID) == solid


def test_a_picture_says_its_size_and_what_it_shows() -> None:
    assert svg_of(Sketch((), 10.5), 40, "This & that").splitlines() == [
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" width="40pt" height="10.5pt" viewBox="0 0 40 10.5">',
        "<title>This &amp; that</title>",
        "</svg>",
    ]


def test_a_picture_may_have_a_class_for_style_sheets() -> None:
    svg = svg_of(Sketch((), 10), 40, "Title", name="wide")
    assert svg.startswith('<svg class="wide" role="img" xmlns="http://www.w3.org/2000/svg" ')


def test_ink_and_type_are_said_once_for_a_picture_in_solid_colours_which_may_be_enlarged() -> None:
    assert svg_of(Sketch((), 10), 40, "", SOLID, (60, 15)).splitlines()[0] == (
        '<svg role="img" xmlns="http://www.w3.org/2000/svg" width="60pt" height="15pt" viewBox="0 0 40 10" '
        'fill="#1A1A1A" font-family="Carlito,Calibri,DejaVu Sans,sans-serif">'
    )


@given(st.text(st.sampled_from("<>&\"'/ script=onload")))
def test_words_stay_words(text: str) -> None:
    root = etree.fromstring(svg_of(Sketch((Label(0, 0, text, 9),), 9), 9, text))
    assert [str(element.tag).partition("}")[2] for element in root] == ["title", "text"]
    assert [element.text or "" for element in root] == [text, text]
