"""How large the streams of a PDF are once they are unpacked (ISO 32000-1, 7.4), found without holding them in memory.

A megabyte can unpack to a thousand, which pdfium would hold twice. Pictures may be large: nobody unpacks them here.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from typing import Any

_MOST = 200_000_000
"""Bytes of one stream, or of all that a page has: real ones come to a tenth of this."""
_PIECE = 16_384
_RUN = 64
"""A run of two bytes stands for 128 of them at most (7.4.5)."""
_FLATE = 1_032
"""Nothing packed by zlib unpacks to more than so many times its size."""
_FLATES, _LZWS, _RUNS = ("/FlateDecode", "/Fl"), ("/LZWDecode", "/LZW"), ("/RunLengthDecode", "/RL")
_HEX, _BASE_85 = ("/ASCIIHexDecode", "/AHx"), ("/ASCII85Decode", "/A85")
_BASE_85_ZEROS = 4
"""The letter `z` stands for so many bytes (7.4.3)."""
_OF_FILE = re.compile(rb"/(?:ObjStm|XRef)\b[^\0]{0,1000}?>>\s{0,8}stream\r?\n")
"""A stream that is unpacked as soon as the file is opened: objects, or where they are (7.5.7, 7.5.8)."""
_CLEAR, _END, _FIRST, _CODES = 256, 257, 258, 4096
"""Codes of LZW (7.4.4)."""


def opens_small(content: bytes) -> bool:
    """Whether what must be unpacked to open the PDF with this `content` is small enough."""
    return all(_flate_size(content, found.end()) <= _MOST for found in _OF_FILE.finditer(content))


def stays_small(pdf: Any) -> bool:
    """Whether all streams of an open `pdf` are small enough, and the contents of each page in all."""
    import pikepdf

    known: dict[tuple[int, int], int] = {}
    for one in pdf.objects:
        is_stream = isinstance(one, pikepdf.Stream)
        if is_stream and one.get("/Subtype") != "/Image" and _size_of(one, known) > _MOST:
            return False
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        if sum(_size_of(part, known) for part in parts if isinstance(part, pikepdf.Stream)) > _MOST:
            return False
    return True


def _size_of(stream: Any, known: dict[tuple[int, int], int]) -> int:
    if stream.objgen not in known:
        known[stream.objgen] = _unpacked_size(stream.read_raw_bytes(), list(_filters(stream)))
    return known[stream.objgen]


def _filters(stream: Any) -> Iterator[str]:
    import pikepdf

    named = stream.get("/Filter")
    yield from map(str, named if isinstance(named, pikepdf.Array) else [named] if named is not None else [])


def _unpacked_size(packed: bytes, filters: list[str]) -> int:
    """The size of a stream; if it is packed twice, the most that it can have."""
    if filters and filters[0] in (*_HEX, *_BASE_85):
        packed, filters = _bytes_of(packed, filters[0]), filters[1:]
    size = len(packed)
    for number, name in enumerate(filters):
        if name in _FLATES:
            size = _flate_size(packed) if number == 0 else size * _FLATE
        elif name in _LZWS:
            size = _lzw_size(packed) if number == 0 else size * _CODES
        elif name in _RUNS:
            size *= _RUN
        elif name in _BASE_85:
            size *= _BASE_85_ZEROS
    return size


def _bytes_of(spelt: bytes, name: str) -> bytes:
    """The bytes that letters spell, or as many as they may be, if they are not well-formed."""
    try:
        if name in _HEX:
            return bytes.fromhex(spelt.decode("ascii").strip().removesuffix(">"))
        return base64.a85decode(spelt.strip().removeprefix(b"<~").removesuffix(b"~>"), ignorechars=b" \t\n\r\v\f\0")
    except ValueError:
        return bytes(_BASE_85_ZEROS * len(spelt))


def _flate_size(content: bytes, start: int = 0) -> int:
    """How much what is packed from `start` on unpacks to, as far as it is whole; counting ends above the most."""
    unpacking, size = zlib.decompressobj(), 0
    try:
        for at in range(start, len(content), _PIECE):
            size += len(unpacking.decompress(content[at : at + _PIECE]))
            if unpacking.eof or size > _MOST:
                break
    except zlib.error:
        pass
    return size


def _lzw_size(packed: bytes) -> int:
    """How much codes of 9 to 12 bits unpack to: each stands for one byte more than the one before it did."""
    lengths, width, size = [1] * _FIRST, 9, 0
    before = bits = held = 0
    for byte in packed:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == _END or size > _MOST:
            break
        if code == _CLEAR:
            del lengths[_FIRST:]
            width, before = 9, 0
            continue
        own = lengths[code] if code < len(lengths) else before + 1
        size += own
        if before and len(lengths) < _CODES:
            lengths.append(before + 1)
        before = own
        width = min(12, max(9, (len(lengths) + 1).bit_length()))
    return size
