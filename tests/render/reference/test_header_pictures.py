"""Pictures of strangers are taken by what they hold, and reduced to what is seen."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from briefs.render.reference.header_pictures import UnusablePicture, seen_picture
from tests.render.logo.pictures import chunk, png


def jpeg(**saved: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (9, 5), (107, 31, 58)).save(target, "JPEG", **saved)
    return target.getvalue()


def vast(columns: int) -> bytes:
    header = struct.pack(">IIBBBBB", columns, columns, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_texts_and_what_stands_behind_a_picture_are_not_taken() -> None:
    facts = Image.Exif()
    facts[0x010E] = "SECRET"
    for given, kind in (
        (jpeg(exif=facts, comment=b"SECRET") + b"SECRET", "image/jpeg"),
        (png() + b"SECRET", "image/png"),
    ):
        content, found = seen_picture(given)
        assert (found, b"SECRET" in content) == (kind, False)
        with Image.open(io.BytesIO(content)) as made, Image.open(io.BytesIO(given)) as before:
            assert made.tobytes() == before.tobytes()


@pytest.mark.parametrize("given", [jpeg(), jpeg(progressive=True), png()], ids=["JPEG", "progressive", "PNG"])
def test_a_plain_picture_is_taken_as_it_is(given: bytes) -> None:
    assert seen_picture(given)[0] == given


def test_an_svg_file_is_reduced_to_what_draws() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><!--SECRET--><path d="M0 0h9"/></svg>'
    content, kind = seen_picture(svg)
    assert (kind, b"SECRET" in content, b"<path" in content) == ("image/svg+xml", False, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"", "neither PNG nor JPEG"),
        (b"%PDF-1.4", "neither PNG nor JPEG"),
        (b"\x01\0\0\0 EMF", "neither PNG nor JPEG"),
        (b"GIF89a", "neither PNG nor JPEG"),
        (png()[:60], "a damaged PNG file"),
        (vast(60_000), "more pixels than any page shows"),
        (jpeg()[:-30], "a damaged JPEG file"),
        (b"\xff\xd8\xff\xe0\0\1", "a damaged JPEG file"),
        (b"\xff\xd8\xff\xd9", "a damaged JPEG file"),
        (b"\xff\xd8\xff\xc0\0\x08\x08\xff\xff\xff\xff\x03", "of 65535 × 65535 pixels"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><script/></svg>', "more than a drawing"),
        (b"<html/>", "more than a drawing"),
    ],
)
def test_what_is_no_picture_of_ours_is_not_taken(given: bytes, said: str) -> None:
    with pytest.raises(UnusablePicture, match=said):
        seen_picture(given)


@pytest.mark.parametrize("end", range(2, 700, 29))
def test_a_jpeg_file_that_is_cut_off_is_damaged(end: int) -> None:
    with pytest.raises(UnusablePicture):
        seen_picture(jpeg()[: min(end, len(jpeg()) - 2)])
