"""A file of candidates of one kind, `blocks/proposed/<kind>s.yaml`, by the lines of its entries.

Entries are kept as they are written: what a person changed, with its remarks and layout, stays.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.files.encoding import decode, plain_line_ends
from briefs.files.parts import entries_of
from briefs.files.written_line import indent_of
from briefs.files.yaml import load_node, parse_yaml
from briefs.model.diagnostics import DocumentError, Fault, Place

HEAD = """# yaml-language-server: $schema=../../../../schemas/blocks.schema.json
# Candidates that briefs draw has found. They are never printed. Change or delete what you like: that stays so.
# To keep one: briefs draw --accept ID. To see it no more: briefs draw --reject ID, or delete it here.
kind: {kind}
blocks:
"""
_ID = re.compile(r"""^[^\S\n]*(?:-[^\S\n]+)?(?:\{[^\S\n]*)?id:\s*["']?([^\s"',}]+)""", re.MULTILINE)
_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a file of candidates: its id, its text with the empty lines behind it, and its first line (from 1).

    `fields` are those that are written, without what stands in remarks.
    """

    id: str
    text: str
    line: int = 0
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def anchors(self) -> tuple[tuple[str, str | None], ...]:
        """Its anchors, each with the scope that it names, if it does."""
        anchors = self.fields.get("anchor")
        written = anchors if isinstance(anchors, list) else [anchors]
        pairs = ((one.get("text"), one.get("in")) if isinstance(one, dict) else (one, None) for one in written)
        return tuple((str(text), None if scope is None else str(scope)) for text, scope in pairs if text)

    @property
    def hash(self) -> str:
        """A hash of its text, without empty lines around it."""
        return text_hash(self.text)


def text_hash(text: str) -> str:
    """A hash of the text of an entry, without empty lines around it and spaces at the ends of lines."""
    lines = "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
    return hashlib.sha256(lines.encode()).hexdigest()[:_HASH_LENGTH]


@dataclass(frozen=True, slots=True)
class ProposedFile:
    """A file of candidates of a `kind`: what stands above its entries, and these."""

    kind: str
    head: str
    entries: tuple[Entry, ...] = ()

    @property
    def content(self) -> bytes:
        """The bytes of the file: entries with an empty line between them."""
        return (self.head + "\n".join(f"{one.text.strip(chr(10))}\n" for one in self.entries)).encode()

    def without(self, ids: frozenset[str]) -> ProposedFile:
        """The same without the entries with these ids."""
        return replace(self, entries=tuple(one for one in self.entries if one.id not in ids))


def new_file(kind: str) -> ProposedFile:
    """A file of candidates of `kind` that has none yet."""
    return ProposedFile(kind, HEAD.format(kind=kind))


def read_proposed(content: bytes, shown: str, kind: str) -> ProposedFile:
    """The candidates of `kind` in a file whose name in messages is `shown`.

    Raises DocumentError if it is no YAML, or has no list of blocks, each with an id.
    """
    text = plain_line_ends(decode(content, shown))
    parse_yaml(text, shown)
    starts, lines = entries_of(text, "blocks"), text.split("\n")
    values = _blocks(text)
    if len(values) != len(starts) or not all(isinstance(one, dict) and one.get("id") for one in values):
        message = "this file of candidates has something else than a list of blocks, each with an id"
        hint = "write each block below `blocks:` as an entry of its own, with its id"
        raise DocumentError([Fault("field-invalid", message, hint).at(Place(shown, 1))])
    if not starts:
        return ProposedFile(kind, text if text.endswith("\n") else f"{text}\n")
    starts = [_with_remarks(lines, start) for start in starts]
    ends = [*starts[1:], len(lines)]
    entries = tuple(
        Entry(str(value["id"]), "\n".join(lines[start:end]).strip("\n") + "\n", start + 1, value)
        for start, end, value in zip(starts, ends, values, strict=True)
    )
    return ProposedFile(kind, "\n".join(lines[: starts[0]]) + "\n", entries)


def _with_remarks(lines: list[str], start: int) -> int:
    """The first line of an entry, with the remarks right above it: those that are indented no more than it is."""
    while (
        start and lines[start - 1].lstrip().startswith("#") and indent_of(lines[start - 1]) <= indent_of(lines[start])
    ):
        if not lines[start - 1].startswith(" ") and indent_of(lines[start]):
            break
        start -= 1
    return start


def _blocks(text: str) -> list[dict[str, object]]:
    value = load_node(text)[1]
    blocks = value.get("blocks") if isinstance(value, dict) else None
    return blocks if isinstance(blocks, list) else []
