"""A logo as all formats print it."""

from __future__ import annotations

import base64

from briefs.render.logo.logo_picture import LogoPicture


def test_its_address_holds_the_picture_itself() -> None:
    address = LogoPicture(b"<svg/>", "image/svg+xml", 30, 10).address
    assert address == f"data:image/svg+xml;base64,{base64.b64encode(b'<svg/>').decode()}"


def test_pixels_to_the_inch_are_those_in_print() -> None:
    assert LogoPicture(b"", "image/png", 50.8, 25.4, rows=300).resolution == 300
