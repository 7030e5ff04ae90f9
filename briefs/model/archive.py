"""Kept Documents: lossless, compressed JSON, with which later editions and returned files can be compared.

Every element is an object with all its fields; if several types are possible, `type` says which it is. Editions in
earlier versions of this format are brought up to date; one in a later version, or a damaged one, is refused.
"""

from __future__ import annotations

import dataclasses
import gzip
import json
import zlib
from typing import Any

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.earlier_editions import brought_up_to_date
from briefs.model.json_values import decoded, encoded

VERSION = 6
LARGEST = 64 * 1024 * 1024
"""The most bytes of JSON that are read: a thousand times what a brief of four pages takes."""

_MALFORMED = (EOFError, OSError, zlib.error, ValueError, KeyError, TypeError, RecursionError)


@dataclasses.dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition as it was built: the name of its report, and its Document."""

    report: str
    document: Document


def kept_edition(report: str, document: Document) -> bytes:
    """The kept form of an edition: JSON, compressed with gzip (RFC 1952); the same bytes for the same Document."""
    kept = {"kept_edition": VERSION, "report": report, "document": document_json(document)}
    return gzip.compress(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def read_edition(content: bytes) -> KeptEdition:
    """The edition in `content`. Raises BriefsError if it is not one, is damaged, or has another version."""
    hint = "build the edition again from the files that it was made from"
    try:
        kept = json.loads(_decompressed(content))
        version = kept.get("kept_edition") if isinstance(kept, dict) else None
        if type(version) is not int or not 0 < version <= VERSION:
            raise BriefsError("this is not a kept edition that this version of the program can read", hint)
        return KeptEdition(_text(kept["report"]), document_from_json(brought_up_to_date(kept["document"], version)))
    except _MALFORMED as error:
        raise BriefsError("a kept edition is damaged and cannot be read", hint) from error


def document_json(document: Document) -> dict[str, Any]:
    """`document` as values that can be written as JSON."""
    values: dict[str, Any] = encoded(document)
    return values


def document_from_json(value: object) -> Document:
    """The Document that `document_json` made into `value`. Raises ValueError, KeyError or TypeError otherwise."""
    document: Document = decoded(Document, value)
    return document


def _decompressed(content: bytes) -> bytes:
    stream = zlib.decompressobj(wbits=31)  # gzip
    text = stream.decompress(content, LARGEST)
    if not stream.eof:
        raise ValueError("cut off, or larger than any edition")
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value
