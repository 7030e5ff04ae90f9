"""Colours of pictures outside HTML, and which of their drawings is printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Drawing, Figure
from briefs.model.sheet import TypeSize
from briefs.render.figures.colours import coloured, coloured_svg, printed_drawing
from tests.render.builders import document, layout, paragraph, section, text

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def drawn(inside: str) -> str:
    return coloured_svg(SVG.format(inside), "#6B1F3A").partition(">")[2].removesuffix("</svg>")


def test_the_accent_is_written_where_the_colour_of_text_stood() -> None:
    assert drawn('<rect fill="currentColor"/><line stroke="currentColor"/>') == (
        '<rect fill="#6B1F3A"/><line stroke="#6B1F3A"/>'
    )


def test_a_tint_is_a_solid_colour() -> None:
    assert drawn('<rect fill="currentColor" fill-opacity="0.5"/>') == '<rect fill="#B58F9C"/>'


def test_other_colours_stay() -> None:
    assert drawn('<circle fill="none" stroke="#123456"/>') == '<circle fill="none" stroke="#123456"/>'


def test_ink_and_type_are_said_once_for_the_picture_unless_it_says_them() -> None:
    start = coloured_svg(SVG.format(""), "#6B1F3A")
    assert 'fill="#1A1A1A"' in start
    assert 'font-family="Carlito,Calibri,DejaVu Sans,sans-serif"' in start
    assert 'fill="red"' in coloured_svg(SVG.format("").replace("viewBox", 'fill="red" viewBox'), "#6B1F3A")


def sized(width: float) -> Drawing:
    return Drawing(SVG.replace("viewBox", f'width="{width}pt" height="90pt" viewBox').format(""), width)


DRAWINGS = (sized(442), sized(310), sized(216))


@pytest.mark.parametrize(
    ("measure", "size", "width", "scale"),
    [
        (442.2, 11, 442, 1),
        (441, 11, 310, 1),
        (600, 11, 442, 1),
        (200, 11, 216, 1),
        (481.9, 14, 310, 481.9 / 310),
        (442.2, 14, 310, 442.2 / 310),
        (700, 14, 442, 14 / 9),
        (400, 14, 216, 14 / 9),
        (300, 14, 216, 300 / 216),
        (200, 14, 216, 12 / 9),
    ],
)
def test_the_widest_drawing_is_printed_that_has_labels_large_enough(
    measure: float, size: TypeSize, width: float, scale: float
) -> None:
    drawing, enlarged = printed_drawing(DRAWINGS, measure, size)
    assert drawing.width == width
    assert enlarged == pytest.approx(scale)


def test_in_large_print_a_picture_of_one_drawing_is_enlarged_although_it_is_wider_than_the_text() -> None:
    _, enlarged = printed_drawing(DRAWINGS[:1], 481.9, 14)
    assert enlarged == pytest.approx(12 / 9)


def test_a_document_keeps_everything_but_the_drawings_that_are_not_printed() -> None:
    picture = Figure(DRAWINGS, "A bar", text("Caption"))
    brief = document(section(paragraph("Text"), picture))
    (kept, changed) = coloured(brief, layout()).sections[0].content
    assert kept == paragraph("Text")
    assert changed == replace(picture, drawings=(Drawing(coloured_svg(DRAWINGS[0].svg, "#6B1F3A"), 442),))
    (_, large) = coloured(brief, layout(size=14)).sections[0].content
    assert isinstance(large, Figure)
    (drawing,) = large.drawings
    assert drawing.width == pytest.approx(170 / 25.4 * 72)
    assert 'width="481.89pt" height="139.90pt"' in drawing.svg
