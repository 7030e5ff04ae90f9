"""Files that the program writes and people keep in git: one JSON value a line, so that a change is a line.

Two people who change different lines can merge them, and a line that both changed shows as a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefs.files.bounded_reading import read_written
from briefs.model.limits import LARGEST_REPORT


class JsonLine(NamedTuple):
    """A line of such a file, from 1, and its fields; None if it is not a JSON object."""

    number: int
    fields: Mapping[str, Any] | None


def read_json_lines(path: Path, shown: str) -> list[JsonLine] | None:
    """The lines of the file at `path` that are not empty; None if there is no such file.

    Raises DocumentError if it is not read; `shown` is its name there. Code: `file-unreadable`.
    """
    try:
        content = read_written(path, shown, LARGEST_REPORT)  # a lock holds the words of the report
    except (FileNotFoundError, NotADirectoryError):
        return None
    lines = content.decode("utf-8", errors="replace").split("\n")  # `splitlines` would also part texts
    return [JsonLine(number, _fields(line)) for number, line in enumerate(lines, 1) if line.strip()]


def dump_json_lines(values: Iterable[Mapping[str, Any]]) -> bytes:
    """A file with these values, a line each; their fields stay in order."""
    return "".join(f"{json.dumps(value, ensure_ascii=False)}\n" for value in values).encode()


def _fields(line: str) -> Mapping[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
