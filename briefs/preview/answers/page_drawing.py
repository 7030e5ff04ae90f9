"""A page of a PDF as a picture: drawn by PDFium, written as PNG."""

from __future__ import annotations

import struct
import zlib

from briefs.model.taking_turns import at_pdfium
from briefs.preview.messages import NotFound

_EFFORT = 3
"""How hard pictures are compressed (zlib): harder takes twice as long, and saves a tenth."""
_ROWS = 64
"""How many rows are compressed at once: after each time, a thread that builds may keep this one waiting."""


@at_pdfium
def page_png(pdf: bytes, page: int, width: int) -> bytes:
    """A page of a PDF, counted from 1, as a PNG that is `width` pixels wide, with the fields of its forms.

    Raises NotFound if there is no such page.
    """
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 1 <= page <= len(document):
            raise NotFound("this page is not there any more: ask for the pages of the brief again")
        document.init_forms()
        opened = document[page - 1]
        scale = (width - 1e-6) / opened.get_width()  # a pixel that is begun counts
        bitmap = opened.render(scale=scale, may_draw_forms=True, rev_byteorder=True)
        try:
            return _png(bitmap.width, bitmap.height, bitmap.stride, memoryview(bitmap.buffer).cast("B"))
        finally:
            bitmap.close()
            opened.close()
    finally:
        document.close()


def _png(width: int, height: int, stride: int, pixels: memoryview) -> bytes:
    """Pixels of three bytes (red, green, blue) as a PNG (W3C, third edition, 5 and 11); `stride` are bytes of a row.

    Rows are not filtered: this is faster for text, and smaller too.
    """
    packing = zlib.compressobj(_EFFORT)
    packed = bytearray()
    for first in range(0, height, _ROWS):
        starts = range(first * stride, min(height, first + _ROWS) * stride, stride)
        packed += packing.compress(b"".join(part for at in starts for part in (b"\0", pixels[at : at + 3 * width])))
    packed += packing.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", bytes(packed)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
