"""YAML files in parts: a mistake in one part, such as a field or an entry of a list, does not hide those of the others.

A parser of YAML stops at the first mistake. So the part that has it is taken out, and the rest is read again: every
part that is wrong is reported as if it were the only one, and what the others say is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from briefs.files.rereading import Rereading
from briefs.files.written_line import indent_of
from briefs.files.yaml import Lines, is_readable, parse_yaml
from briefs.model.diagnostics import Diagnostic, DocumentError

_FIELD = re.compile(r"(?!---|\.\.\.)(?:[^\s#\-\]})'\"][^:]*:(?:\s|$)|[\w-]+\s*$)")
"""A line that begins a field at the top of a file."""
_MOST = 50
"""After so many wrong parts, the rest of a file is not read."""


@dataclass(frozen=True, slots=True)
class ReadParts:
    """What could be read of a file: its `value` with the lines of its parts, and the texts of the parts that are
    `lost`."""

    value: object
    lines: Lines
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartsRead:
    """What could be read of a file, None if nothing could, and everything wrong with its syntax."""

    read: ReadParts | None
    problems: tuple[Diagnostic, ...] = ()


def fields_of(text: str) -> list[int]:
    """The first lines (from 0) of the parts of a file of fields: each field at its top is one."""
    return [number for number, line in enumerate(text.split("\n")) if _FIELD.match(line)]


def entries_of(text: str, field: str) -> list[int]:
    """The first lines (from 0) of the parts of a file whose `field` holds a list: each entry of the list is one."""
    lines = text.split("\n")
    head = next((number for number, line in enumerate(lines) if re.match(rf"{field}\s*:", line)), None)
    if head is None:
        return []
    below = range(head + 1, len(lines))
    first = next((number for number in below if re.match(r"\s*- ?", lines[number])), None)
    if first is None:
        return []
    indent = indent_of(lines[first])
    entry = re.compile(rf"(?: {{{indent}}}-(?:\s|$)|\s*-\s*[{{]?\s*id\s*:)")
    return [number for number in below if entry.match(lines[number])]


def read_parts(text: str, shown_path: str, starts: Sequence[int], first_line: int = 1) -> PartsRead:
    """What can be read of the YAML in `text`, whose parts begin on the lines `starts` (from 0).

    `shown_path` and `first_line` are as in `parse_yaml`. Text before the first part must be right.
    """
    lines = text.split("\n")
    parts = [range(*ends) for ends in pairwise((*starts, len(lines)))]
    problems: list[Diagnostic] = []
    lost: list[str] = []
    rereading = Rereading()
    known_good = 0  # so many parts, from the first on, can be read alone
    while len(lost) < _MOST and not rereading.is_over:
        try:
            value, where = parse_yaml("\n".join(lines), shown_path, first_line, rereading)
        except DocumentError as error:
            problems += _news(error.diagnostics, problems, parts, first_line)
            line = error.diagnostics[0].place.line - first_line
            found, known_good = _wrong_part(lines, parts, known_good, line, rereading)
            if found is None:
                break
            wrong = parts.pop(found)
            lost.append("\n".join(lines[wrong.start : wrong.stop]))
            lines[wrong.start : wrong.stop] = [""] * len(wrong)
        else:
            return PartsRead(ReadParts(value, where, tuple(lost)), tuple(problems))
    return PartsRead(None, tuple(problems))


def _news(
    found: Sequence[Diagnostic], told: Sequence[Diagnostic], parts: Sequence[range], first_line: int
) -> list[Diagnostic]:
    """Those `found` in parts about which nothing was `told`: when a part is taken out, the others are read again."""
    known = {_part_with(one.place.line - first_line, parts) for one in told} - {None}
    return [one for one in found if _part_with(one.place.line - first_line, parts) not in known]


def _part_with(line: int, parts: Sequence[range]) -> int | None:
    """The index of the one of `parts`, which are in the order of the file, that `line` (from 0) is in."""
    at = bisect_right(parts, line, key=attrgetter("start")) - 1
    return at if at >= 0 and line in parts[at] else None


def _wrong_part(
    lines: Sequence[str], parts: Sequence[range], known_good: int, line: int, rereading: Rereading
) -> tuple[int | None, int]:
    """The index of the first of `parts` that cannot be read alone, or else of the one that `line` (from 0) is in, and
    how many parts before it can be read; `known_good` are known to be readable. None if no more may be read."""
    for at in range(known_good, len(parts)):
        part = "\n".join(lines[parts[at].start : parts[at].stop])
        if not is_readable(part):
            return at, at
        rereading.read_alone(part)
        if rereading.is_over:
            return None, at
    found = _part_with(line, parts)
    if found is None and parts and line >= len(lines):
        found = len(parts) - 1
    return found, len(parts) if found is None else len(parts) - 1
