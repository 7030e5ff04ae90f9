"""A logo is drawn once before anything is printed, so that one which cannot be drawn, or shows nothing, is found."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefs.render.figures.drawn_logo import drawing_fault
from briefs.render.logo.logo_picture import LogoPicture
from tests.render.drawn import FONTS
from tests.render.logo.pictures import SVG, png, svg

BLANK = "the logo shows nothing on white paper"
UNDRAWN = "the logo has a shape or a value that cannot be drawn"
RECT = '<rect width="90" height="90"/>'


def said(content: bytes) -> str:
    kind, rows = ("image/png", 100) if content.startswith(b"\x89PNG") else ("image/svg+xml", 0)
    fault = drawing_fault(LogoPicture(content, kind, 30, 10, rows), FONTS)  # type: ignore[arg-type]  # one of two
    return fault.message if fault else ""


def pixels(mode: str, *colours: object) -> bytes:
    image = Image.new(mode, (9, 3), colours[0])  # type: ignore[arg-type]  # a number or several
    for at, colour in enumerate(colours[1:]):
        image.putpixel((at, 0), colour)  # type: ignore[arg-type]
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        svg(),
        svg(f'<g display="none">{RECT}</g>'),
        svg(f"<defs>{RECT}</defs>"),
        svg('<rect x="900" width="9" height="9"/>'),
        svg('<rect width="9" height="9" fill="#FFF"/>'),
        svg('<rect width="9" height="9" opacity="0"/>'),
        pixels("RGBA", (0, 0, 0, 0)),
        pixels("LA", (0, 0)),
        pixels("RGB", (255, 255, 255)),
        pixels("I;16", 65_535),
    ],
)
def test_a_logo_that_shows_nothing_is_refused(content: bytes) -> None:
    assert said(content) == BLANK


@pytest.mark.parametrize(
    "content",
    [
        svg(f'<g transform="rotate()">{RECT}</g>'),
        svg('<rect width="9" height="9" opacity="x"/>'),
        svg(f'<g id="a">{RECT}</g><use x="q" href="#a"/>'),
        svg(f'<style>rect {{ clip-path: url(#c) }}</style><clipPath id="c">{RECT}</clipPath>{RECT}'),
    ],
)
def test_a_logo_that_cannot_be_drawn_is_refused(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert said(content) == UNDRAWN
    caplog.clear()  # what the engine says is not for the reader


@pytest.mark.parametrize(
    "content",
    [SVG.encode(), png(), pixels("RGBA", (0, 0, 0, 0), (0, 0, 0, 255)), pixels("I;16", 65_535, 300), pixels("L", 0)],
)
def test_a_logo_that_shows_something_is_let_through(content: bytes) -> None:
    assert said(content) == ""
