"""PNG files are reduced to their picture; damaged and enormous ones are refused."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from briefs.render.logo.png_file import read_png
from briefs.render.logo.unusable import UnusableLogo
from tests.render.logo.pictures import chunk, png, raw_png


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_picture_keeps_its_pixels(mode: str) -> None:
    content = png(31, 7, mode) if mode != "LA" else _saved(Image.new("LA", (31, 7), (40, 128)))
    read = read_png(content)
    assert (read.columns, read.rows) == (31, 7)
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(read.content))
    assert list(after.convert("RGBA").tobytes()) == list(before.convert("RGBA").tobytes())


def test_an_interlaced_picture_is_read() -> None:
    data = zlib.compress(b"\0abc" + b"\0def" + b"\0ghijkl")  # passes 1, 6 and 7
    assert read_png(raw_png(2, 2, data, interlaced=1)).rows == 2


def test_what_is_not_the_picture_is_left_out() -> None:
    texts = PngInfo()
    texts.add_text("Author", "Somebody", zip=True)
    content = png(pnginfo=texts, dpi=(72, 72), icc_profile=b"profile")
    assert all(kind in content for kind in (b"zTXt", b"pHYs", b"iCCP"))
    kept = read_png(content).content
    assert not any(kind in kept for kind in (b"zTXt", b"pHYs", b"iCCP", b"Somebody"))


def test_a_small_file_that_claims_to_be_enormous_is_refused_unopened() -> None:
    with pytest.raises(UnusableLogo) as caught:
        read_png(raw_png(60_000, 60_000, zlib.compress(bytes(100_000))))
    assert caught.value.message == "the logo has 60000 × 60000 pixels, which is more than any page shows"
    assert caught.value.hint == "save it with at most 16 million pixels, or as SVG"


ONE_PIXEL = zlib.compress(b"\0abc")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(png()[:-5], id="cut off"),
        pytest.param(png()[:8], id="nothing but its signature"),
        pytest.param(png().replace(b"IDAT", b"IDAX"), id="a wrong checksum"),
        pytest.param(raw_png(1, 1, zlib.compress(bytes(50_000_000))), id="data that unpack to more than the picture"),
        pytest.param(raw_png(9, 9, ONE_PIXEL), id="data that unpack to less"),
        pytest.param(raw_png(1, 1, b"no data"), id="data that do not unpack"),
        pytest.param(raw_png(1, 1, ONE_PIXEL[:-4]), id="data without their end"),
        pytest.param(raw_png(1, 1, zlib.compress(b"\7abc")), id="a filter that does not exist"),
        pytest.param(raw_png(0, 1, ONE_PIXEL), id="no columns"),
        pytest.param(raw_png(1, 1, ONE_PIXEL, depth=3), id="a depth that does not exist"),
        pytest.param(raw_png(1, 1, ONE_PIXEL, colours=5), id="colours that do not exist"),
        pytest.param(raw_png(1, 1, ONE_PIXEL, interlaced=2), id="an interlace that does not exist"),
        pytest.param(raw_png(1, 1, zlib.compress(b"\0\0"), colours=3), id="no palette"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"short") + chunk(b"IEND", b""), id="a short header"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), id="no header"),
    ],
)
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableLogo) as caught:
        read_png(content)
    assert caught.value.message == "the logo is a damaged PNG file"
    assert caught.value.hint == "open it in a graphics program and save it again"


PALETTE = (b"PLTE", bytes(6))
DATA = (b"IDAT", zlib.compress(b"\0\0"))


def with_chunks(colours: int, *chunks: tuple[bytes, bytes], depth: int = 8) -> bytes:
    """A PNG of one pixel with these chunks between its header and its end."""
    whole = raw_png(1, 1, b"", depth=depth, colours=colours)
    header, end = whole[:33], whole[-12:]
    return header + b"".join(chunk(kind, data) for kind, data in chunks) + end


@pytest.mark.parametrize(
    ("colours", "chunks"),
    [
        (3, [(b"PLTE", b""), DATA]),
        (3, [(b"PLTE", bytes(4)), DATA]),
        (3, [(b"PLTE", bytes(3 * 257)), DATA]),
        (3, [PALETTE, PALETTE, DATA]),
        (3, [DATA, PALETTE]),
        (3, [(b"tRNS", b"\0"), PALETTE, DATA]),
        (3, [PALETTE, (b"tRNS", b""), DATA]),
        (3, [PALETTE, (b"tRNS", bytes(3)), DATA]),
        (3, [PALETTE, DATA, (b"tRNS", b"\0")]),
        (0, [PALETTE, DATA]),
        (0, [(b"tRNS", b"\0"), DATA]),
        (0, [(b"IHDR", raw_png(1, 1, b"")[16:29]), DATA]),
        (2, [(b"tRNS", bytes(1)), (b"IDAT", ONE_PIXEL)]),
        (4, [(b"tRNS", bytes(2)), (b"IDAT", zlib.compress(bytes(3)))]),
        (3, [DATA, (b"IHDR", raw_png(1, 1, b"")[16:29])]),
    ],
)
def test_a_palette_or_transparency_that_cannot_be_is_refused(colours: int, chunks: list[tuple[bytes, bytes]]) -> None:
    with pytest.raises(UnusableLogo, match="the logo is a damaged PNG file"):
        read_png(with_chunks(colours, *chunks))


@pytest.mark.parametrize(
    ("colours", "chunks"),
    [
        (3, [PALETTE, DATA]),
        (3, [PALETTE, (b"tRNS", b"\0"), DATA]),
        (0, [(b"tRNS", bytes(2)), DATA]),
        (2, [(b"tRNS", bytes(6)), (b"IDAT", ONE_PIXEL)]),
        (2, [PALETTE, (b"IDAT", ONE_PIXEL[:5]), (b"IDAT", ONE_PIXEL[5:])]),
    ],
)
def test_palettes_and_transparency_are_kept(colours: int, chunks: list[tuple[bytes, bytes]]) -> None:
    kept = read_png(with_chunks(colours, *chunks)).content
    assert all(chunk(kind, data) in kept for kind, data in chunks)


def _saved(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()
