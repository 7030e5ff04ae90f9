"""What may never be in a package that somebody sends: what all readers of Word files look for, and how they read XML.

Nothing may exhaust memory (CWE-409), and nothing may be smuggled in. A document type declaration must not be in a
package (ISO/IEC 29500-2, 7.1.4), and is how entities are.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable

from lxml import etree

from briefs.model.limits import LARGEST_UNPACKED, MOST_PARTS, MOST_TAGS
from briefs.word.elements import Element

COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
"""The first bytes of a compound file ([MS-CFB] 2.2): an encrypted document, or one of the old format."""
CONTENT_TYPES = "[Content_Types].xml"
STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
"""The relationship of the main part in the strict variant of the format (ISO/IEC 29500-1, 9)."""
MOST = LARGEST_UNPACKED
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways in which parts may be packed (ISO/IEC 29500-2, B.2). Others can ask for gigabytes to unpack a few bytes."""
_LISTED = b"PK\x01\x02"
"""How each entry of the list begins that is at the end of a package (PKWARE APPNOTE 4.3.12)."""
_DECLARATIONS = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


class TooManyTags(ValueError):
    """A part has so many tags and attributes that a tree of them would fill the memory."""


def lists_too_many(content: bytes) -> bool:
    """Whether the package with this `content` has far more parts than may be, so that already their list is large."""
    return content.count(_LISTED) > 2 * MOST_PARTS


def is_oddly_packed(entries: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether an entry of a package is packed in a way in which none may be."""
    return any(entry.compress_type not in _WAYS for entry in entries)


def unpacked_size(entries: Iterable[zipfile.ZipInfo]) -> int:
    """How many bytes the entries of a package say that they have once they are unpacked."""
    return sum(entry.file_size for entry in entries)


def has_declaration(content: bytes) -> bool:
    """Whether a part has a document type declaration."""
    return any(declaration in content for declaration in _DECLARATIONS)


def is_xml(name: str) -> bool:
    """Whether the part with this name is XML."""
    return name.lower().endswith((".xml", ".rels"))


def read_part(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    """The bytes of a part. Raises ValueError if they are more than `most`, whatever the package says of them."""
    with package.open(name) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise ValueError(f"{name} is larger than in any brief")
    return content


def tags_in(content: bytes) -> int:
    """How many tags and attributes a part has, or a few more: each takes up to 240 bytes in a tree."""
    return content.count(b"<") + content.count(b"=")


def parsed(content: bytes) -> Element:
    """The XML of a part, without comments and without anything that a declaration smuggles in or that is elsewhere.

    Raises TooManyTags; `lxml.etree.XMLSyntaxError`, also if elements are nested deeper than 256.
    """
    if tags_in(content) > MOST_TAGS:
        raise TooManyTags("the part has more tags and attributes than any document")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content, parser)
