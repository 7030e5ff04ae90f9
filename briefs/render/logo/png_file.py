"""PNG files (ISO/IEC 15948): read without trust, and reduced to their picture.

A file of some kilobytes can claim to be a picture of gigabytes, so nothing is unpacked beyond the size of the picture,
and large pictures are refused before anything is. Only the picture is kept: colour profiles would look different in
each program, and texts and dates are nobody's business.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from briefs.render.logo.unusable import UnusableLogo

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS = 16_000_000
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many values a pixel has, by colour type (11.2.2)."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PALETTE = 3
_GREY = (0, 4)
_MOST_COLOURS = 256
_CLEAR_COLOUR = {0: 2, 2: 6}
"""How many bytes name the colour that is transparent, by colour type (11.3.2.1)."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column, first row and steps of the passes of an interlaced picture (8.2)."""
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_ORDERS = ([b"IHDR"], [b"IHDR", b"PLTE"], [b"IHDR", b"tRNS"], [b"IHDR", b"PLTE", b"tRNS"])
"""What may come before the data of the picture (5.6)."""
_LAST_FILTER = 4


@dataclass(frozen=True, slots=True)
class PngFile:
    """A PNG file: its content with nothing but the picture, and its size in pixels."""

    content: bytes
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class _Header:
    columns: int
    rows: int
    depth: int
    colours: int
    interlaced: int

    def lines(self) -> Iterator[int]:
        """The lengths in bytes of all lines, with the byte that names their filter, in the order of the data."""
        for left, top, across, down in _PASSES if self.interlaced else ((0, 0, 1, 1),):
            columns, rows = ceil((self.columns - left) / across), ceil((self.rows - top) / down)
            if columns > 0 and rows > 0:
                length = 1 + ceil(columns * _CHANNELS[self.colours] * self.depth / 8)
                yield from (length for _ in range(rows))


def read_png(content: bytes) -> PngFile:
    """The PNG file in `content`. Raises UnusableLogo if it is damaged, or has more than `MOST_PIXELS`."""
    if not content.startswith(SIGNATURE):
        raise _damaged()
    chunks = [(kind, data) for kind, data in _chunks(content) if kind in _KEPT]
    if not chunks or chunks[0][0] != b"IHDR":
        raise _damaged()
    header = _header(chunks[0][1])
    if header.columns * header.rows > MOST_PIXELS:
        message = f"the logo has {header.columns} × {header.rows} pixels, which is more than any page shows"
        raise UnusableLogo(message, f"save it with at most {MOST_PIXELS // 1_000_000} million pixels, or as SVG")
    _check_colours(chunks, header)
    _check_data(b"".join(data for kind, data in chunks if kind == b"IDAT"), header)
    return PngFile(SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks), header.columns, header.rows)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a file, up to its end. Raises UnusableLogo if one is damaged or cut off."""
    at = len(SIGNATURE)
    while True:
        if len(content) < at + 12:
            raise _damaged()
        (length,) = struct.unpack_from(">I", content, at)
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length
        if len(content) < at or struct.unpack_from(">I", content, at - 4)[0] != zlib.crc32(kind + data):
            raise _damaged()
        yield kind, data
        if kind == b"IEND":
            return


def _damaged() -> UnusableLogo:
    return UnusableLogo("the logo is a damaged PNG file", "open it in a graphics program and save it again")


def _header(data: bytes) -> _Header:
    try:
        columns, rows, depth, colours, compression, filters, interlaced = struct.unpack(">IIBBBBB", data)
    except struct.error as error:
        raise _damaged() from error
    is_known = depth in _DEPTHS.get(colours, ()) and (compression, filters) == (0, 0) and interlaced in (0, 1)
    if not (is_known and columns and rows):
        raise _damaged()
    return _Header(columns, rows, depth, colours, interlaced)


def _check_colours(chunks: Sequence[tuple[bytes, bytes]], header: _Header) -> None:
    """Raise UnusableLogo if a file has not one header, palette and transparency, each of its length, in this order."""
    kinds = [kind for kind, _ in chunks]
    before = kinds[: kinds.index(b"IDAT")] if b"IDAT" in kinds else kinds
    if before not in _ORDERS or any(kind in kinds[len(before) :] for kind in before):
        raise _damaged()
    if any(kind not in (b"IDAT", b"IEND") for kind in kinds[len(before) :]):
        raise _damaged()
    found = dict(chunks)
    palette, clear = found.get(b"PLTE"), found.get(b"tRNS")
    colours, rest = divmod(len(palette or b""), 3)
    if palette is None:
        is_whole = header.colours != _PALETTE
    else:
        most = 2**header.depth if header.colours == _PALETTE else _MOST_COLOURS
        is_whole = header.colours not in _GREY and rest == 0 and 1 <= colours <= most
    if clear is not None and header.colours == _PALETTE:
        is_whole = is_whole and 1 <= len(clear) <= colours
    elif clear is not None:
        is_whole = is_whole and len(clear) == _CLEAR_COLOUR.get(header.colours)
    if not is_whole:
        raise _damaged()


def _check_data(data: bytes, header: _Header) -> None:
    """Raise UnusableLogo if the data of the picture do not give all its lines, and nothing else."""
    lines = list(header.lines())
    stream = zlib.decompressobj()
    try:
        unpacked = stream.decompress(data, sum(lines) + 1)
    except zlib.error as error:
        raise _damaged() from error
    if len(unpacked) != sum(lines) or not stream.eof:
        raise _damaged()
    at = 0
    for length in lines:
        if unpacked[at] > _LAST_FILTER:
            raise _damaged()
        at += length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
