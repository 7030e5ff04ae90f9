"""A picture in pixels, for programs that do not read SVG: drawn by the engine and with the fonts of the PDF."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.render.pdf.engine import load_engine, offline_fetcher

DOTS_PER_INCH = 220
"""What Word keeps of a picture when it is told to save room for print."""

_COLOURS = 64
"""Enough for drawings in a few colours with smooth edges, in a third of the bytes."""

_SIZE = re.compile(r'\bviewBox="\S+ \S+ (\S+) (\S+)"')


def rasterize(svg: str, fonts: Path, width_mm: float = 156.0) -> bytes:
    """A PNG of the picture `svg`, `width_mm` wide (the measure of the text); the same bytes for the same input.

    Raises BriefsError when fonts or system libraries are missing or `svg` has no view box.
    """
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    size = _SIZE.search(svg)
    if size is None:
        raise BriefsError("a picture has no view box, so that its shape is not known", "give its <svg> a viewBox")
    height_mm = width_mm * float(size[2]) / float(size[1])
    engine = load_engine(fonts)
    style = f"""@page {{ size: {width_mm}mm {height_mm:.3f}mm; margin: 0 }} body {{ margin: 0 }}
        svg {{ display: block; width: {width_mm}mm; height: {height_mm:.3f}mm }}"""
    fetcher = offline_fetcher(engine)
    page = engine.HTML(string=f"<!DOCTYPE html><style>{style}</style>{svg}", url_fetcher=fetcher)
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
