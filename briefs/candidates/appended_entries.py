"""Appending accepted candidates to a file of blocks: everything that stands there stays, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from briefs.files.encoding import decode, plain_line_ends
from briefs.files.parts import entries_of
from briefs.files.written_line import indent_of
from briefs.files.yaml import load_node, parse_yaml
from briefs.model.diagnostics import BriefsError

HEAD = "# yaml-language-server: $schema=../../../schemas/blocks.schema.json\nkind: {kind}\nblocks:\n"
_INDENT = 2
"""How far entries of files of candidates are indented."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LIST = re.compile(r"(blocks[ \t]*:)([ \t]*\[[ \t]*\])?(?=[ \t]*(?:#.*)?\Z)")
"""The line above the list, if nothing of it stands there but that it is empty."""
_FIELD = re.compile(r"[^\s#-]")
_BOM = b"\xef\xbb\xbf"
_NO_LIST = "write its blocks below a line blocks:, each beginning with a hyphen on a line of its own"


def with_entries(content: bytes | None, shown: str, kind: str, entries: Sequence[str]) -> bytes:
    """A file of blocks of `kind` with the texts of `entries` at the end of its list; a new one if `content` is None.

    The entries take the indentation and the line ends of the file. Raises DocumentError if the file cannot be read, and
    BriefsError if its list of blocks is not written line by line.
    """
    if content is None:
        return (HEAD.format(kind=kind) + "\n".join(_trimmed(one) for one in entries)).encode()
    received = decode(content, shown)
    parse_yaml(plain_line_ends(received), shown)
    lines = _LINE.findall(received)
    newline = "\r\n" if "\r\n" in received else "\n"
    starts = entries_of(plain_line_ends(received), "blocks")
    at = _end_of_list(lines, starts)
    indent = indent_of(lines[starts[0]]) if starts else _INDENT
    has_gaps = len(starts) < 2 or any(not lines[start - 1].strip() for start in starts[1:])
    added = [_indented(_trimmed(one), indent).replace("\n", newline) for one in entries]
    body = (newline if has_gaps else "").join(added)
    begin = ("" if not at or lines[at - 1].endswith(("\r", "\n")) else newline) + (
        newline if has_gaps and starts else ""
    )
    new = "".join((*_without_brackets(lines[:at], starts), begin, body, *lines[at:]))
    if not _has_added(received, new, entries):
        raise BriefsError(f"candidates cannot be added to the blocks in {shown}", _NO_LIST)
    return (_BOM if content.startswith(_BOM) else b"") + new.encode()


def _end_of_list(lines: Sequence[str], starts: Sequence[int]) -> int:
    """The line (from 0) in front of which entries are added: behind the last line that the list has."""
    if not starts:
        return next((number for number, line in enumerate(lines, 1) if _LIST.match(line.rstrip("\r\n"))), len(lines))
    below = range(starts[-1] + 1, len(lines))
    end = next((number for number in below if _FIELD.match(lines[number])), len(lines))
    while not lines[end - 1].strip() or (end < len(lines) and lines[end - 1].startswith("#")):
        end -= 1
    return end


def _without_brackets(lines: Sequence[str], starts: Sequence[int]) -> Sequence[str]:
    """The lines without the brackets of a list that is empty."""
    if starts or not lines:
        return lines
    return (*lines[:-1], _LIST.sub(r"\1", lines[-1].rstrip("\r\n")) + lines[-1][len(lines[-1].rstrip("\r\n")) :])


def _trimmed(entry: str) -> str:
    """The text of an entry without empty lines around it."""
    return entry.strip("\n") + "\n"


def _indented(entry: str, indent: int) -> str:
    """The text of an entry with its hyphen at `indent`."""
    lines = entry.split("\n")
    own = next((indent_of(line) for line in lines if line.lstrip().startswith("- ")), _INDENT)
    moved = (f"{' ' * max(0, indent_of(line) + indent - own)}{line.lstrip(' ')}" if line else "" for line in lines)
    return "\n".join(moved)


def _has_added(old: str, new: str, entries: Sequence[str]) -> bool:
    """Whether the new text says what the old one did, and the entries behind it."""
    try:
        added = [one for entry in entries for one in _blocks(f"blocks:\n{_trimmed(entry)}")]
        before, after = load_node(plain_line_ends(old))[1], load_node(plain_line_ends(new))[1]
    except (yaml.YAMLError, RecursionError):
        return False
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    expected = {**before, "blocks": [*(before.get("blocks") or []), *added]}
    return repr(after) == repr(expected)


def _blocks(text: str) -> list[object]:
    value = load_node(text)[1]
    blocks = value.get("blocks") if isinstance(value, dict) else None
    return blocks if isinstance(blocks, list) else []
