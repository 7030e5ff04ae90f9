"""A guess at what lines that YAML cannot read were meant to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from briefs.files.written_line import shown


@dataclass(frozen=True, slots=True)
class Repair:
    """A guess: the lines that should stand in place of lines `at` to `until` (from 0, the last one not included).

    `message` says what is wrong with line `at`, `hint` what it should be.
    """

    at: int
    until: int
    lines: tuple[str, ...]
    message: str
    hint: str


Guess: TypeAlias = Callable[[Sequence[str], int, Set[str]], Iterator[Repair]]
"""The guesses of one kind about a line, given all lines, its index, and the names of fields that are known."""


def one_line(at: int, line: str, message: str, hint: str) -> Repair:
    """A guess that is the one `line` in place of line `at`; the hint shows it."""
    return Repair(at, at + 1, (line,), message, f"{hint}{shown(line)}")


def begins_something(line: str, known: Set[str]) -> bool:
    """Whether a line seems to begin a field or an item."""
    found = re.match(r"\s*(?:- )?\"?([\w-]+)\"?:(\s|$)", line)
    return (found is not None and found[1].lower() in known) or line.lstrip().startswith(("- ", "#"))
