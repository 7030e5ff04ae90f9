"""Pictures in headers and footers of a reference document: PNG, JPEG and SVG, by what they hold, whatever they are
called. They are reduced to what is seen: without texts, dates, places, and what stands behind the picture.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

from briefs.render.logo.png_file import MOST_PIXELS, SIGNATURE, read_png
from briefs.render.logo.svg_file import read_svg
from briefs.render.logo.unusable import UnusableLogo

_SVG = "image/svg+xml"
_ENDINGS = {CT.PNG: ("png",), CT.JPEG: ("jpg", "jpeg"), _SVG: ("svg",)}
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of frames (ISO/IEC 10918-1, B.1.1.3)."""
_SCAN, _END = 0xDA, 0xD9
_WITHOUT_LENGTH = frozenset((*range(0xD0, 0xD8), 0x01))
_KEPT_DATA = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Data of applications without which colours would change; all others are texts, places and smaller pictures."""


class UnusablePicture(Exception):
    """A picture that briefs do not take; the message says what it is."""


def usable_pictures(part: XmlPart) -> dict[str, str]:
    """Reduce the pictures of a header or footer to what is seen; returns what the others are, by their relationships.

    These are dropped, whether or not the part shows them.
    """
    wrong: dict[str, str] = {}
    made: dict[Part, Part] = {}
    for id, relation in list(part.rels.items()):
        if relation.is_external or relation.reltype != RT.IMAGE:
            wrong[id] = "elsewhere"
            del part.rels[id]
            continue
        given = relation.target_part
        try:
            content, kind = seen_picture(given.blob)
        except UnusablePicture as error:
            wrong[id] = str(error)
            del part.rels[id]
            continue
        if given not in made:
            made[given] = Part(PackURI(_name(str(given.partname), kind)), kind, content, part.package)
        del part.rels[id]
        part.load_rel(RT.IMAGE, made[given], id)
    return wrong


def seen_picture(content: bytes) -> tuple[bytes, str]:
    """A picture reduced to what is seen, and its type. Raises UnusablePicture."""
    if content.startswith(SIGNATURE):
        try:
            return read_png(content).content, CT.PNG
        except UnusableLogo as error:
            raise UnusablePicture("a damaged PNG file, or one of more pixels than any page shows") from error
    if content.startswith(_JPEG):
        return b"".join(_jpeg_pieces(content)), CT.JPEG
    if content.lstrip()[:1] == b"<":
        try:
            return etree.tostring(read_svg(content).root, encoding="utf-8"), _SVG
        except UnusableLogo as error:
            raise UnusablePicture("an SVG file that is more than a drawing") from error
    raise UnusablePicture("neither PNG nor JPEG")


def _jpeg_pieces(content: bytes) -> Iterator[bytes]:
    """The pieces of a JPEG file up to its end, without data of applications and comments.

    Raises UnusablePicture for one that is damaged, or has more than `MOST_PIXELS`.
    """
    damaged = UnusablePicture("a damaged JPEG file")
    yield content[:2]
    at, has_frame = 2, False
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise damaged
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END:
            if not has_frame:
                raise damaged
            yield content[at : at + 2]
            return
        if marker in _WITHOUT_LENGTH:
            yield content[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise damaged
        if marker in _FRAMES:
            has_frame = True
            if length < 8:
                raise damaged
            rows, columns = struct.unpack_from(">HH", content, at + 5)
            if not 0 < rows * columns <= MOST_PIXELS:
                raise UnusablePicture(f"of {columns} × {rows} pixels, which is more than any page shows")
        is_data = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_data or content[at + 4 : end].startswith(_KEPT_DATA.get(marker, b"\0none")):
            yield content[at:end]
        at = end
        if marker == _SCAN:
            following = _after_scan(content, at)
            yield content[at:following]
            at = following
    if content[at : at + 2] != bytes((0xFF, _END)) or not has_frame:
        raise damaged
    yield content[at : at + 2]


def _after_scan(content: bytes, at: int) -> int:
    """Where the data of a scan end: before the next marker that is no restart of it (B.1.1.5)."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise UnusablePicture("a damaged JPEG file")
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _name(name: str, kind: str) -> str:
    """The name of a part, with an ending that says what it is."""
    base, _, ending = name.rpartition(".")
    endings = _ENDINGS[kind]
    return name if ending.lower() in endings else f"{base}-{endings[0]}.{endings[0]}"
