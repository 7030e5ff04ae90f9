"""Pictures in headers and footers of a reference document: PNG, JPEG and SVG, by what they hold, whatever they are
called. They are reduced to what is seen: without texts, dates, places, and what stands behind the picture.

What reads pictures is only loaded for a reference document that has some.
"""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

_SVG = "image/svg+xml"
_ENDINGS = {CT.PNG: ("png",), CT.JPEG: ("jpg", "jpeg"), _SVG: ("svg",)}


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
    from briefs.render.logo.jpeg_file import SIGNATURE as JPEG
    from briefs.render.logo.jpeg_file import read_jpeg
    from briefs.render.logo.png_file import SIGNATURE, read_png
    from briefs.render.logo.svg_file import read_svg
    from briefs.render.logo.unusable import UnusableLogo

    if content.startswith(SIGNATURE):
        try:
            return read_png(content).content, CT.PNG
        except UnusableLogo as error:
            raise UnusablePicture("a damaged PNG file, or one of more pixels than any page shows") from error
    if content.startswith(JPEG):
        try:
            return read_jpeg(content), CT.JPEG
        except UnusableLogo as error:
            said = error.message.removeprefix("the logo is ").replace("the logo has", "of", 1)
            raise UnusablePicture(said) from error
    if content.lstrip()[:1] == b"<":
        try:
            return etree.tostring(read_svg(content).root, encoding="utf-8"), _SVG
        except UnusableLogo as error:
            raise UnusablePicture("an SVG file that is more than a drawing") from error
    raise UnusablePicture("neither PNG nor JPEG")


def _name(name: str, kind: str) -> str:
    """The name of a part, with an ending that says what it is."""
    base, _, ending = name.rpartition(".")
    endings = _ENDINGS[kind]
    return name if ending.lower() in endings else f"{base}-{endings[0]}.{endings[0]}"
