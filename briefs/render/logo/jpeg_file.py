"""JPEG files (ISO/IEC 10918-1): only what is seen of a picture, without texts, dates, places and smaller pictures."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from briefs.render.logo.png_file import MOST_PIXELS
from briefs.render.logo.unusable import UnusableLogo

SIGNATURE = b"\xff\xd8\xff"
"""How files begin."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of frames (ISO/IEC 10918-1, B.1.1.3)."""
_SCAN, _END = 0xDA, 0xD9
_WITHOUT_LENGTH = frozenset((*range(0xD0, 0xD8), 0x01))
_KEPT_DATA = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Data of applications without which colours would change; all others are texts, places and smaller pictures."""
_SAVE_AGAIN = "open it in a graphics program and save it again"


def read_jpeg(content: bytes) -> bytes:
    """The JPEG file in `content`, up to its end, without data of applications and comments.

    Raises UnusableLogo for one that is damaged, or has more than `MOST_PIXELS`.
    """
    if not content.startswith(SIGNATURE):
        raise _damaged()
    return b"".join(_pieces(content))


def _damaged() -> UnusableLogo:
    return UnusableLogo("the logo is a damaged JPEG file", _SAVE_AGAIN)


def _pieces(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at, has_frame = 2, False
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise _damaged()
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            if not has_frame:
                raise _damaged()
            yield content[at : at + 2]
            return
        if marker in _WITHOUT_LENGTH:
            yield content[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise _damaged()
        if marker in _FRAMES:
            has_frame = True
            if length < 8:
                raise _damaged()
            rows, columns = struct.unpack_from(">HH", content, at + 5)
            if not 0 < rows * columns <= MOST_PIXELS:
                message = f"the logo has {columns} × {rows} pixels, which is more than any page shows"
                raise UnusableLogo(message, f"save it with at most {MOST_PIXELS // 1_000_000} million pixels")
        is_data = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_data or content[at + 4 : end].startswith(_KEPT_DATA.get(marker, b"\0none")):
            yield content[at:end]
        at = end
        if marker == _SCAN:
            following = _after_scan(content, at)
            yield content[at:following]
            at = following
    if content[at : at + 2] != bytes((0xFF, _END)) or not has_frame:
        raise _damaged()
    yield content[at : at + 2]


def _after_scan(content: bytes, at: int) -> int:
    """Where the data of a scan end: before the next marker that is no restart of it (B.1.1.5)."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise _damaged()
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2
