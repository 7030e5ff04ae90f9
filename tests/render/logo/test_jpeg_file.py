"""JPEG files, reduced to what is seen."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefs.render.logo.jpeg_file import read_jpeg
from briefs.render.logo.unusable import UnusableLogo


def jpeg(size: tuple[int, int] = (9, 5)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, (107, 31, 58)).save(target, "JPEG", comment=b"SECRET")
    return target.getvalue()


def test_the_picture_stays_and_what_is_said_of_it_goes() -> None:
    read = read_jpeg(jpeg() + b"SECRET")
    assert b"SECRET" not in read
    with Image.open(io.BytesIO(read)) as opened, Image.open(io.BytesIO(jpeg())) as given:
        assert opened.tobytes() == given.tobytes()


@pytest.mark.parametrize("content", [b"", b"GIF89a", jpeg()[:-30], b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xe0\0\1"])
def test_what_is_damaged_or_none_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableLogo, match=r"^the logo is a damaged JPEG file$"):
        read_jpeg(content)


def test_a_picture_of_more_pixels_than_any_page_shows_is_refused() -> None:
    content = bytearray(jpeg())
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = b"\xff\xff\xff\xff"
    with pytest.raises(UnusableLogo, match="65535 × 65535 pixels"):
        read_jpeg(bytes(content))
