"""Front matter: fields in YAML between two `---` lines at the top of a text file, with the line of each field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.salvage import salvaged_file
from briefs.files.yaml import Lines, parse_yaml
from briefs.model.block_fields import Model
from briefs.model.diagnostics import BriefsError, Checked, DocumentError, Fault, Place

M = TypeVar("M", bound=Model)

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


_FRONT_LINE = re.compile(r"\s*$|\s*#(?!#)|\s*[\w-]+\s*:(\s|$)|\s*- |[ \t]+\S")
"""A line that may stand in front matter: blank, a remark, a field, an item, or part of a longer text."""
_DASHES = re.compile(r"[-‐‑‒–—―−_=*~+]{1,}.?")


@dataclass(frozen=True, slots=True)
class FrontMatterFile(Generic[M]):
    """A text file: its front matter, the lines of its fields, and the body, which begins on `first_line`.

    `lacks` are the fields that are wrong: they are left out, or something stands in for them.
    """

    front: M
    lines: Lines
    body: str
    first_line: int
    lacks: frozenset[str] = frozenset()


def read_front_matter(path: Path, shown_path: str, model: type[M], what: str) -> FrontMatterFile[M]:
    """The file at `path`, with front matter that `model` describes; messages call it `what` ("a template").

    Raises DocumentError, with diagnostics that name the file `shown_path`: `file-encoding`, `front-matter` if there is
    none, `yaml-syntax`, and those of fields. Raises BriefsError if the file cannot be opened.
    """
    return parse_front_matter(_read_text(path, shown_path), shown_path, model, what)


def parse_front_matter(text: str, shown_path: str, model: type[M], what: str) -> FrontMatterFile[M]:
    """As `read_front_matter`, from the `text` of a file with lines that end with `\\n`."""
    match = FRONT_MATTER.match(text)
    if match is None:
        line, fault = _missing(text, what)
        raise DocumentError([fault.at(Place(shown_path, line))])
    value, lines = parse_yaml(match[1], shown_path, first_line=2)
    try:
        front = model.model_validate(value if value is not None else {})
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, shown_path, model)) from None
    return FrontMatterFile(front, lines, text[match.end() :], text[: match.end()].count("\n") + 1)


def _missing(text: str, what: str) -> tuple[int, Fault]:
    """Why no front matter is found in a file that messages call `what`, and the line (from 1) where that shows."""
    rule = f"{what} begins with a line ---, one field per line, and another line ---"
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    begins = lines[first].strip()
    if first == 0 and re.fullmatch(r"---[ \t]*", lines[0]):
        at = next((at for at in range(1, len(lines)) if not _FRONT_LINE.match(lines[at])), len(lines) - 1)
        message, hint = "the front matter is not closed", "write a line --- above this one, below the last field"
        if _DASHES.fullmatch(lines[at].strip()):
            hint = "write three hyphens here and nothing else: ---"
        elif not lines[at].strip():
            hint = "write a line --- below the last field"
        return at + 1, Fault("front-matter", message, hint)
    if begins == "---":
        where = "above it" if first else "before it"
        return first + 1, Fault("front-matter", "the line --- must be the first of the file", f"remove what is {where}")
    if _DASHES.fullmatch(begins):
        message = f'the front matter begins with "{begins}", not with three hyphens'
        return first + 1, Fault("front-matter", message, "write ---; word processors turn hyphens into dashes")
    if re.match(r"[a-z_]+:\s", begins):
        return first + 1, Fault("front-matter", "there is no line --- above the first field", rule)
    return 1, Fault("front-matter", "there is no front matter", rule)


def salvage_front_matter(
    path: Path, shown_path: str, model: type[M], stand_ins: Mapping[str, Any]
) -> Checked[FrontMatterFile[M] | None]:
    """What is good of a file that `read_front_matter` refuses, and everything wrong with its front matter.

    None if there is no front matter, or if not even the `stand_ins` for required fields help. Raises as it does
    BriefsError.
    """
    try:
        text = _read_text(path, shown_path)
    except DocumentError as error:
        return Checked(None, error.diagnostics)
    match = FRONT_MATTER.match(text)
    if match is None:
        return Checked(None)
    read = salvaged_file(match[1], shown_path, model, stand_ins, first_line=2)
    if read.value is None:
        return Checked(None, read.problems)
    first_line = text[: match.end()].count("\n") + 1
    file = FrontMatterFile(read.value.model, read.value.lines, text[match.end() :], first_line, read.value.lacks)
    return Checked(file, read.problems)


def _read_text(path: Path, shown_path: str) -> str:
    try:
        content = read_written(path, shown_path)
    except OSError as error:
        raise BriefsError(f"cannot read {shown_path}: {error.strerror}") from error
    return plain_line_ends(decode(content, shown_path))
