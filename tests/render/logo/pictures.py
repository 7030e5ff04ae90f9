"""Small logos, and files that pretend to be some."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">'
    '<rect width="150" height="100" fill="#6B1F3A"/></svg>'
)


def svg(content: str = "", attributes: str = 'viewBox="0 0 300 100"', before: str = "") -> bytes:
    """An SVG file with this content."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{content}</svg>".encode()


def png(columns: int = 900, rows: int = 300, mode: str = "RGBA", **saved: object) -> bytes:
    """A PNG of one colour."""
    target = io.BytesIO()
    Image.new(mode, (columns, rows), 1 if mode in "1LP" else (107, 31, 58)[: len(mode)]).save(target, "PNG", **saved)
    return target.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def raw_png(columns: int, rows: int, data: bytes, *, depth: int = 8, colours: int = 2, interlaced: int = 0) -> bytes:
    """A PNG with a header that claims this size, and with these compressed data."""
    header = struct.pack(">IIBBBBB", columns, rows, depth, colours, 0, 0, interlaced)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
