"""Drawings in pixels."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from PIL import Image

from briefs.model.diagnostics import BriefsError
from briefs.render.figures.figure_drawing import Drawing
from briefs.render.figures.rasterize import rasterize
from tests.render.drawn import FONTS

DRAWING = Drawing(
    '<svg xmlns="http://www.w3.org/2000/svg" width="144pt" height="72pt" viewBox="0 0 200 100">'
    '<rect x="0" y="0" width="100" height="100" fill="#6B1F3A"/></svg>',
    144,
    72,
)


def test_a_picture_has_its_own_size_at_220_dots_an_inch() -> None:
    image = Image.open(io.BytesIO(rasterize(DRAWING, FONTS)))
    assert image.format == "PNG"
    assert image.size == (440, 220)
    assert image.info["dpi"] == pytest.approx((220, 220), abs=0.1)
    left, right = image.width // 4, image.width * 3 // 4
    assert image.convert("RGB").getpixel((left, 100)) == (0x6B, 0x1F, 0x3A)
    assert image.convert("RGB").getpixel((right, 100)) == (255, 255, 255)


def test_the_same_picture_has_the_same_bytes() -> None:
    assert rasterize(DRAWING, FONTS) == rasterize(DRAWING, FONTS)


def test_what_is_wrong_with_a_picture_is_not_said_of_one_that_another_thread_draws(
    caplog: pytest.LogCaptureFixture,
) -> None:
    wrong = replace(DRAWING, svg=DRAWING.svg.replace("<rect", '<image href="https://example.org/a.png"/><rect'))
    with pytest.raises(BriefsError, match="WeasyPrint says"):
        rasterize(wrong, FONTS)

    def draw_wrong(times: int) -> None:
        for _ in range(times):
            with pytest.raises(BriefsError):
                rasterize(wrong, FONTS)

    with ThreadPoolExecutor() as threads:
        drawing = threads.submit(draw_wrong, 8)
        assert len({rasterize(DRAWING, FONTS) for _ in range(8)}) == 1
        drawing.result()
    caplog.clear()
