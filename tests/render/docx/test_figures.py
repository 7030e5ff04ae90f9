"""Figures in Word: SVG, and a picture in pixels beside it."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Figure
from briefs.render.docx.render import render_docx
from briefs.render.figures.figure_drawing import Drawing
from briefs.word.elements import Element, qn
from tests.builders import TIMELINE
from tests.render.docx.samples import document, part, section, starter, text, unit

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"/>'
FIGURE = Figure(TIMELINE, text("Caption"), unit("u1", 1))


def attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def test_a_figure_is_an_svg_with_a_picture_in_pixels_beside_it() -> None:
    file = render_docx(
        document(section(FIGURE)),
        starter(),
        draw=lambda figure: (Drawing(SVG, 72, 36),),
        rasterize=lambda drawing: f"PNG of {drawing.svg}".encode(),
    )
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.read("word/media/figure1.svg").decode() == SVG
        assert archive.read("word/media/figure1.png").decode() == f"PNG of {SVG}"
    root = part(file, "word/document.xml")
    (description,) = root.iter(qn("wp:docPr"))
    (extent,) = root.iter(qn("wp:extent"))
    assert description.get("descr") == "2010: Forum."
    assert attributes(extent) == {"cx": "914400", "cy": "457200"}


@pytest.mark.parametrize(
    ("drawn", "size"),
    [((144, 28.35), ("1828800", "360045")), ((720, 360), ("5615940", "2807970"))],
)
def test_a_figure_is_as_large_as_it_is_drawn_but_no_wider_than_the_text(
    drawn: tuple[float, float], size: tuple[str, str]
) -> None:
    drawing = Drawing(SVG, *drawn)
    file = render_docx(document(section(FIGURE)), starter(), draw=lambda _: (drawing,), rasterize=lambda _: b"")
    (extent,) = part(file, "word/document.xml").iter(qn("wp:extent"))
    assert (extent.get("cx"), extent.get("cy")) == size


def test_a_figure_needs_a_rasterizer() -> None:
    with pytest.raises(BriefsError, match="a figure needs a picture in pixels beside the SVG"):
        render_docx(document(section(FIGURE)), starter(), draw=lambda figure: (Drawing(SVG, 72, 36),))


def test_a_figure_needs_what_draws_it() -> None:
    with pytest.raises(AssertionError, match=r"^nothing draws the figure 'Caption'$"):
        render_docx(document(section(FIGURE)), starter())
