"""Files that the program writes and people keep in git: one JSON value a line, so that a change is a line.

Two people who change different lines can merge them, and a line that both changed shows as a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefs.model.diagnostics import BriefsError


class JsonLine(NamedTuple):
    """A line of such a file, from 1, and its fields; None if it is not a JSON object."""

    number: int
    fields: Mapping[str, Any] | None


def read_json_lines(path: Path, shown: str) -> list[JsonLine] | None:
    """The lines of the file at `path` that are not empty; None if there is no such file.

    Raises BriefsError if it cannot be opened; `shown` is its name there.
    """
    try:
        content = path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
    if content is None:
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
