"""Whether a logo shows anything: it is drawn once, before any brief is laid out."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.model.diagnostics import BriefsError, Fault
from briefs.render.engine.loading import load_engine
from briefs.render.figures.rasterize import rasterize_logo
from briefs.render.logo.logo_picture import LogoPicture

if TYPE_CHECKING:
    from PIL.Image import Image

_WHITE, _WHITE_OF_16_BITS = 255, 65_535


@lru_cache(maxsize=4)  # several steps of a build ask
def drawing_fault(logo: LogoPicture, fonts: Path) -> Fault | None:
    """What is wrong with `logo` as drawn with the engine of the PDF, if anything. Code: `logo-unusable`.

    Raises BriefsError if fonts or system libraries are missing.
    """
    from PIL import Image

    load_engine(fonts)
    try:
        content = rasterize_logo(logo, fonts)
    except (BriefsError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # The engine trusts the values in a picture, and stops in any of these ways if one has no meaning.
        hint = "save it as plain SVG in a graphics program, or as PNG"
        return Fault("logo-unusable", "the logo has a shape or a value that cannot be drawn", hint)
    with Image.open(io.BytesIO(content)) as picture:
        is_blank = _is_blank(picture)
    if is_blank:
        hint = "look at it in a graphics program: everything in it is white, transparent, hidden or outside its edges"
        return Fault("logo-unusable", "the logo shows nothing on white paper", hint)
    return None


def _is_blank(picture: Image) -> bool:
    """Whether nothing of `picture` is seen on white."""
    from PIL import Image

    if picture.mode.startswith("I"):  # greys of 16 bits, which are not converted without loss
        return min(picture.getextrema()) == _WHITE_OF_16_BITS
    paper = Image.new("RGBA", picture.size, "white")
    shown = Image.alpha_composite(paper, picture.convert("RGBA")).convert("L")
    return min(shown.getextrema()) == _WHITE
