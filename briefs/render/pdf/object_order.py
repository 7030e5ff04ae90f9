"""The order of objects in a PDF file: what varies between copies stands last, so that what is before is hashed once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_WIDTHS = re.compile(rb"/W \[ (\d+) (\d+) (\d+) \]")
_LENGTH = re.compile(rb"/Length \d+")
_PREDICTOR = re.compile(rb" /DecodeParms << /Columns \d+ /Predictor 12 >>")
_IN_FILE = 1
"""The type of an entry for an object that is not in an object stream (ISO 32000-1, table 18)."""


def with_last(pdf: bytes, is_last: Callable[[bytes], bool]) -> bytes:
    """The same file with those objects behind all others whose bytes `is_last` accepts.

    `pdf` is a file as qpdf writes it, with one cross-reference stream at its end. Raises ValueError for any other.
    """
    found = _START.search(pdf)
    if found is None:
        raise ValueError("the file has no end")
    start = int(found[1])
    head, _, stream = pdf[start : found.start()].partition(b"stream\n")
    if b"/Type /XRef" not in head or not (widths := _WIDTHS.search(head)) or b"/Index" in head:
        raise ValueError("the file has no cross-reference stream that covers all of it")
    sizes = tuple(map(int, widths.groups()))
    entries = _entries(stream.rpartition(b"\nendstream")[0], sizes, bool(_PREDICTOR.search(head)))
    places = sorted((place, number) for number, (kind, place, _) in enumerate(entries) if kind == _IN_FILE)
    ends = [*(place for place, _ in places[1:]), start]
    pieces = [(number, pdf[place:end]) for (place, number), end in zip(places, ends, strict=True) if place < start]
    position = places[0][0]
    result = [pdf[:position]]
    for number, piece in sorted(pieces, key=lambda one: is_last(one[1])):
        entries[number] = (_IN_FILE, position, entries[number][2])
        result.append(piece)
        position += len(piece)
    width = max(1, (position.bit_length() + 7) // 8)
    sizes = (sizes[0], max(sizes[1], width), sizes[2])
    packed = zlib.compress(
        b"".join(part.to_bytes(size, "big") for entry in entries for part, size in zip(entry, sizes, strict=True)), 9
    )
    head = _PREDICTOR.sub(b"", _LENGTH.sub(b"/Length %d" % len(packed), head))
    head = _WIDTHS.sub(b"/W [ %d %d %d ]" % sizes, head)
    end = b"stream\n%b\nendstream\nendobj\n\nstartxref\n%d\n%%%%EOF\n" % (packed, position)
    return b"".join((*result, head, end))


def _entries(packed: bytes, sizes: tuple[int, ...], is_predicted: bool) -> list[tuple[int, int, int]]:
    """The entries of a cross-reference stream: type, place or object stream, generation or index (7.5.8.3)."""
    data, row = zlib.decompress(packed), sum(sizes)
    if is_predicted:
        data = _unpredicted(data, row)
    first, second, _ = sizes
    return [
        (
            int.from_bytes(data[at : at + first], "big"),
            int.from_bytes(data[at + first : at + first + second], "big"),
            int.from_bytes(data[at + first + second : at + row], "big"),
        )
        for at in range(0, len(data), row)
    ]


def _unpredicted(data: bytes, row: int) -> bytes:
    """Rows of bytes from their differences to the row above (PNG, 9.2, filter type 2)."""
    result, above = bytearray(), bytes(row)
    for at in range(0, len(data), row + 1):
        if data[at] != 2:
            raise ValueError("a row of the cross-reference stream has another predictor")
        above = bytes((up + new) & 0xFF for up, new in zip(above, data[at + 1 : at + 1 + row], strict=True))
        result += above
    return bytes(result)
