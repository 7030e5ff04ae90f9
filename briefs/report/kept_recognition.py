"""What was recognised in a report before, in the user's cache: a long PDF takes seconds to read, and each command reads
it again.

It is kept by the bytes of the file, its path (which messages name), and the state of the program. What is damaged there
is not used.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import fields
from hashlib import blake2b
from typing import Any, cast, get_args

from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep
from briefs.model.codes import CODES
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.report import AsideKind, LeftAside, Page
from briefs.report.hints import HeadingHint
from briefs.report.pieces import Piece, TableShape
from briefs.report.recognized import Recognized, Recognizer

_FOLDER = "recognition"
_MOST_FILES = 24
_MOST_BYTES = 40_000_000
"""Longer ones are not kept."""
_LEAST_SECONDS = 0.15
"""What takes less to recognise is not kept: to read that would not be quicker."""
_KINDS: Mapping[str, type[Piece]] = {kind.__name__: kind for kind in get_args(Piece)}


def recognize_once(recognizer: Recognizer, content: bytes, path: str) -> Checked[Recognized]:
    """What `recognizer` finds in `content`, or found when it last read it. Raises what it raises, which is not kept."""
    name = _name(content, path)
    kept = _unpacked(cached(_FOLDER, name))
    if kept is not None:
        return kept
    before = time.perf_counter()
    found = recognizer(content, path)
    if time.perf_counter() - before >= _LEAST_SECONDS:
        packed = _packed(found)
        if packed is not None and len(packed) <= _MOST_BYTES:
            keep(_FOLDER, name, packed, _MOST_FILES)
    return found


def _name(content: bytes, path: str) -> str:
    digest = blake2b(content, digest_size=20)
    digest.update(f"\0{path}\0{program_state()}".encode(errors="replace"))
    return f"{digest.hexdigest()}.json"


def _packed(found: Checked[Recognized]) -> bytes | None:
    """What is kept; None if a table has hints, which no recogniser gives it."""
    recognized = found.value
    try:
        pieces = [_told(piece) for piece in recognized.pieces]
    except TypeError:
        return None
    said = {
        "pieces": pieces,
        "pages": [[page.label, page.first_line] for page in recognized.pages],
        "left_aside": [[one.kind, one.text, one.line] for one in recognized.left_aside],
        "languages": {str(line): tag for line, tag in recognized.languages.items()},
        "problems": [[one.code, one.message, one.hint, one.place.path, one.place.line] for one in found.problems],
        **{name: getattr(recognized, name) for name in ("text", "is_file_text", "language", "title", "author", "date")},
    }
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _told(piece: Piece) -> list[Any]:
    return [type(piece).__name__, *(_value_told(getattr(piece, field.name)) for field in fields(piece))]


def _value_told(value: object) -> object:
    if isinstance(value, HeadingHint):
        return value.model_dump()
    if isinstance(value, TableShape):
        return [value.number, list(value.columns)]
    if value is None or isinstance(value, str | int | float | tuple):
        return value
    raise TypeError


def _unpacked(content: bytes | None) -> Checked[Recognized] | None:
    if content is None:
        return None
    try:
        said: Any = json.loads(content.decode("utf-8", "surrogatepass"))
        shapes: dict[tuple[int, tuple[str, ...]], TableShape] = {}
        recognized = Recognized(
            tuple(_piece(one, shapes) for one in said["pieces"]),
            str(said["text"]),
            bool(said["is_file_text"]),
            tuple(Page(str(label), int(line)) for label, line in said["pages"]),
            str(said["language"]),
            {int(line): str(tag) for line, tag in said["languages"].items()},
            str(said["title"]),
            str(said["author"]),
            str(said["date"]),
            tuple(_aside(*one) for one in said["left_aside"]),
        )
        return Checked(recognized, tuple(_problem(*one) for one in said["problems"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _piece(said: list[Any], shapes: dict[tuple[int, tuple[str, ...]], TableShape]) -> Piece:
    kind = _KINDS[said[0]]
    readers: Mapping[str, Callable[[Any], object]] = {
        "hint": lambda value: HeadingHint.model_validate(value),
        "lines": lambda value: tuple(int(line) for line in value),
        "cells": lambda value: tuple(str(cell) for cell in value),
        "table": lambda value: _shape(value, shapes),
    }
    values = {
        field.name: readers[field.name](value) if field.name in readers else value
        for field, value in zip(fields(kind), said[1:], strict=True)
    }
    make: Callable[..., Piece] = kind
    return make(**values)


def _shape(value: list[Any], shapes: dict[tuple[int, tuple[str, ...]], TableShape]) -> TableShape:
    key = (int(value[0]), tuple(str(column) for column in value[1]))
    return shapes.setdefault(key, TableShape(*key))


def _aside(kind: object, text: object, line: object) -> LeftAside:
    if kind not in get_args(AsideKind):
        raise ValueError
    return LeftAside(cast("AsideKind", kind), str(text), int(str(line)))


def _problem(code: object, message: object, hint: object, path: object, line: int) -> Diagnostic:
    if code not in CODES:
        raise ValueError
    return Fault(str(code), str(message), str(hint)).at(Place(str(path), int(line)))
