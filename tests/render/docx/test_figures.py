"""Figures in Word: SVG, and a picture in pixels beside it."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Drawing, Figure
from briefs.render.docx.render import render_docx
from briefs.word.elements import Element, qn
from tests.render.docx.samples import document, part, section, starter, text, unit

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"/>'


def attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def test_a_figure_is_an_svg_with_a_picture_in_pixels_beside_it() -> None:
    figure = Figure((Drawing(SVG, 72),), "What it shows", text("Caption"), unit("u1", 1))
    file = render_docx(document(section(figure)), starter(), rasterize=lambda svg: f"PNG of {svg}".encode())
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.read("word/media/figure1.svg").decode() == SVG
        assert archive.read("word/media/figure1.png").decode() == f"PNG of {SVG}"
    root = part(file, "word/document.xml")
    (description,) = root.iter(qn("wp:docPr"))
    (extent,) = root.iter(qn("wp:extent"))
    assert description.get("descr") == "What it shows"
    assert attributes(extent) == {"cx": "914400", "cy": "457200"}


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg width="2in" height="10mm"/>', ("1828800", "360000")),
        ('<svg viewBox="0 0 96 48"/>', ("914400", "457200")),
        ('<svg width="100%" viewBox="0,0,960,480"/>', ("5615940", "2807970")),
    ],
)
def test_a_figure_is_as_large_as_it_says_but_no_wider_than_the_text(svg: str, size: tuple[str, str]) -> None:
    file = render_docx(
        document(section(Figure((Drawing(svg, 72),), "x", text("y")))), starter(), rasterize=lambda svg: b""
    )
    (extent,) = part(file, "word/document.xml").iter(qn("wp:extent"))
    assert (extent.get("cx"), extent.get("cy")) == size


def test_a_figure_needs_a_rasterizer() -> None:
    with pytest.raises(BriefsError, match="a figure needs a picture in pixels beside the SVG"):
        render_docx(document(section(Figure((Drawing(SVG, 72),), "x", text("y")))), starter())
