"""A drawing in pixels, for programs that do not read SVG: drawn by the engine of the PDF, with its fonts."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from briefs.render.engine.loading import load_engine, offline_fetcher
from briefs.render.figures.figure_drawing import Drawing

DOTS_PER_INCH = 220
"""The resolution that Word keeps when it compresses pictures for print."""

_COLOURS = 64
"""Enough colours for drawings with few colours and smooth edges, with a third of the bytes."""


def rasterize(drawing: Drawing, fonts: Path) -> bytes:
    """A PNG of `drawing` in its own size; the same bytes for the same input.

    Raises BriefsError if fonts or system libraries are missing.
    """
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    engine = load_engine(fonts)
    size = f"{drawing.width}pt {drawing.height}pt"
    style = f"@page {{ size: {size}; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}"
    fetcher = offline_fetcher(engine)
    page = engine.HTML(string=f"<!DOCTYPE html><style>{style}</style>{drawing.svg}", url_fetcher=fetcher)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        pdf = pypdfium2.PdfDocument(page.write_pdf())
    try:
        image = pdf[0].render(scale=DOTS_PER_INCH / 72).to_pil()
    finally:
        pdf.close()
    target = io.BytesIO()
    image.convert("RGB").quantize(_COLOURS, dither=0).save(
        target, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), optimize=True
    )
    return target.getvalue()
