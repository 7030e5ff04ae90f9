"""A drawing in pixels, for programs that do not read SVG: drawn by the engine of the PDF, with its fonts."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.model.sheet import POINTS_PER_MM
from briefs.model.taking_turns import at_engine, at_pdfium
from briefs.render.engine.loading import complaints_raised, load_engine, offline_fetcher
from briefs.render.engine.released_fonts import released_fonts
from briefs.render.figures.figure_drawing import Drawing
from briefs.render.logo.logo_picture import LogoPicture

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 220
"""The resolution that Word keeps when it compresses pictures for print."""

_LOGO_DOTS_PER_INCH = 600
"""Enough for the edges of lines in print."""

_COLOURS = 64
"""Enough colours for drawings with few colours and smooth edges, with a third of the bytes."""


def rasterize(drawing: Drawing, fonts: Path) -> bytes:
    """A PNG of `drawing` in its own size; the same bytes for the same input.

    Raises BriefsError if fonts or system libraries are missing.
    """
    from PIL.Image import Dither

    image = _pixels(drawing.svg, drawing.width, drawing.height, DOTS_PER_INCH, fonts)
    target = io.BytesIO()
    image.quantize(_COLOURS, dither=Dither.NONE).save(target, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), optimize=True)
    return target.getvalue()


@lru_cache(maxsize=4)  # it is checked, and printed in several briefs
def rasterize_logo(logo: LogoPicture, fonts: Path) -> bytes:
    """A PNG of `logo` in its own size: the logo itself, if it is one.

    Raises BriefsError if fonts or system libraries are missing, or if the picture cannot be drawn.
    """
    if not logo.is_svg:
        return logo.content
    width, height = logo.width * POINTS_PER_MM, logo.height * POINTS_PER_MM
    image = _pixels(logo.content.decode(), width, height, _LOGO_DOTS_PER_INCH, fonts)
    target = io.BytesIO()
    image.save(target, "PNG", dpi=(_LOGO_DOTS_PER_INCH, _LOGO_DOTS_PER_INCH), optimize=True)
    return target.getvalue()


@lru_cache(maxsize=4)  # a brief is laid out several times
def logo_for_pages(logo: LogoPicture, fonts: Path) -> LogoPicture:
    """`logo` as every PDF reader shows it: one with gradients or masks, which some leave out, in pixels.

    Raises the same as `rasterize_logo`.
    """
    if logo.is_flat:
        return logo
    return replace(logo, content=rasterize_logo(logo, fonts), media_type="image/png", is_flat=True)


@at_engine
def _pixels(svg: str, width: float, height: float, dots_per_inch: int, fonts: Path) -> Image:
    """`svg`, `width` by `height` points, in pixels on white."""
    engine = load_engine(fonts)
    size = f"{width}pt {height}pt"
    style = f"@page {{ size: {size}; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}"
    fetcher = offline_fetcher(engine)
    page = engine.HTML(string=f"<!DOCTYPE html><style>{style}</style>{svg}", url_fetcher=fetcher)
    with complaints_raised(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        content: bytes = page.write_pdf(font_config=released_fonts())
    return _drawn(content, dots_per_inch)


@at_pdfium
def _drawn(pdf_content: bytes, dots_per_inch: int) -> Image:
    """The first page of a PDF in pixels."""
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    pdf = pypdfium2.PdfDocument(pdf_content)
    try:
        image: Image = pdf[0].render(scale=dots_per_inch / 72).to_pil().convert("RGB")
    finally:
        pdf.close()
    return image
