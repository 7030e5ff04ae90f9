"""Colours of pictures outside HTML."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Figure
from briefs.render.pictures import coloured, coloured_svg
from tests.render.builders import document, paragraph, section, text

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


def test_in_large_print_the_narrow_picture_is_enlarged_to_the_size_of_the_text() -> None:
    sized = SVG.replace("viewBox", 'width="{}pt" height="90pt" viewBox').replace("{}</svg>", "</svg>")
    picture = Figure(sized.format(442), "A bar", text("Caption"), narrow=sized.format(216))
    (made,) = coloured(document(section(picture)), "#6B1F3A", 14).sections[0].content
    assert isinstance(made, Figure)
    assert 'width="336.00pt" height="140.00pt"' in made.svg
    (alone,) = coloured(document(section(replace(picture, narrow=""))), "#6B1F3A", 14).sections[0].content
    assert isinstance(alone, Figure)
    assert 'width="442pt" height="90pt"' in alone.svg


def test_a_document_keeps_everything_else() -> None:
    picture = Figure(SVG.format('<rect fill="currentColor"/>'), "A bar", text("Caption"), narrow=SVG.format(""))
    brief = document(section(paragraph("Text"), picture))
    made = coloured(brief, "#6B1F3A")
    (kept, changed) = made.sections[0].content
    assert kept == paragraph("Text")
    assert isinstance(changed, Figure)
    assert (changed.alternative, changed.caption, changed.narrow) == (
        picture.alternative,
        picture.caption,
        picture.narrow,
    )
    assert changed.svg == coloured_svg(picture.svg, "#6B1F3A")
