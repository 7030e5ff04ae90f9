"""Pictures in pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefs.model.diagnostics import BriefsError
from briefs.render.figures.rasterize import rasterize
from tests.render.drawn import FONTS

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100">'
    '<rect x="0" y="0" width="100" height="100" fill="#6B1F3A"/></svg>'
)


def test_a_picture_is_as_wide_as_the_text_at_220_dots_an_inch() -> None:
    image = Image.open(io.BytesIO(rasterize(SVG, FONTS)))
    assert image.format == "PNG"
    assert image.width == pytest.approx(156 / 25.4 * 220, abs=2)
    assert image.height == pytest.approx(image.width / 2, abs=2)
    assert image.info["dpi"] == pytest.approx((220, 220), abs=0.1)
    left, right = image.width // 4, image.width * 3 // 4
    assert image.convert("RGB").getpixel((left, 100)) == (0x6B, 0x1F, 0x3A)
    assert image.convert("RGB").getpixel((right, 100)) == (255, 255, 255)


def test_its_width_can_be_chosen() -> None:
    assert Image.open(io.BytesIO(rasterize(SVG, FONTS, 25.4))).width == 220


def test_the_same_picture_has_the_same_bytes() -> None:
    assert rasterize(SVG, FONTS, 25.4) == rasterize(SVG, FONTS, 25.4)


def test_a_picture_without_a_view_box_has_no_shape() -> None:
    with pytest.raises(BriefsError, match=r"^a picture has no view box"):
        rasterize('<svg xmlns="http://www.w3.org/2000/svg"/>', FONTS)
