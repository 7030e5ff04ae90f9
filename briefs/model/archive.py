"""Kept Documents: lossless, compressed JSON, with which later editions and returned files can be compared.

Every element is an object with all its fields; if several types are possible, `type` says which it is. Editions in
earlier versions of this format are brought up to date; one in a later version, or a damaged one, is refused.
"""

from __future__ import annotations

import dataclasses
import gzip
import json
import types
import zlib
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.earlier_editions import brought_up_to_date

VERSION = 2
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
    encoded: dict[str, Any] = _encoded(document)
    return encoded


def document_from_json(value: object) -> Document:
    """The Document that `document_json` made into `value`. Raises ValueError, KeyError or TypeError otherwise."""
    document: Document = _decoded(Document, value)
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


def _encoded(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _encoded(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"type": type(value).__name__, **fields}
    return [_encoded(one) for one in value] if isinstance(value, tuple) else value


def _decoded(annotation: Any, value: Any) -> Any:
    """`value` as a value of the type `annotation`: a data class of the model, a tuple, a union, a literal, or plain."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _decoded(_chosen(arguments, value), value)
    if origin is Literal:
        if value not in arguments or type(value) is not type(arguments[arguments.index(value)]):
            raise ValueError(f"{value!r} is none of {arguments}")
        return value
    if origin is tuple:
        return _decoded_tuple(arguments, value)
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return _decoded_fields(annotation, value)
    if annotation is float and type(value) is int:
        return float(value)
    if type(value) is not (type(None) if annotation is None else annotation):
        raise TypeError(f"{value!r} is not of type {annotation}")
    return value


def _decoded_tuple(arguments: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(_decoded(arguments[0], one) for one in value)
    return tuple(_decoded(argument, one) for argument, one in zip(arguments, value, strict=True))


def _decoded_fields(kind: Any, value: Any) -> Any:
    fields = _fields(kind)
    if not isinstance(value, dict) or value.keys() != fields.keys() | {"type"} or value["type"] != kind.__name__:
        raise ValueError(f"this is not a {kind.__name__}")
    return kind(**{name: _decoded(annotation, value[name]) for name, annotation in fields.items()})


def _chosen(alternatives: tuple[Any, ...], value: Any) -> Any:
    """The member of a union that `value` belongs to."""
    if isinstance(value, dict):
        named = {
            kind.__name__: kind for kind in alternatives if dataclasses.is_dataclass(kind) and isinstance(kind, type)
        }
        return named[value["type"]]
    plain = [kind for kind in alternatives if not dataclasses.is_dataclass(kind)]
    for kind in plain:
        if type(value) is kind or (kind in (None, types.NoneType) and value is None):
            return kind
    raise TypeError(f"{value!r} is of none of the types {alternatives}")


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """The fields of a data class with their types."""
    hints = get_type_hints(kind)
    return {name: hints[name] for name in (field.name for field in dataclasses.fields(kind))}
