"""Front matter: fields in YAML between two `---` lines at the top of a text file, with the line of each field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from briefs.files.encoding import decode
from briefs.files.fields import diagnostics_of
from briefs.files.yaml import Lines, parse_yaml
from briefs.model.block_fields import Model
from briefs.model.diagnostics import BriefsError, DocumentError, Fault, Place

M = TypeVar("M", bound=Model)

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatterFile(Generic[M]):
    """A text file: its front matter, the lines of its fields, and the body, which begins on `first_line`."""

    front: M
    lines: Lines
    body: str
    first_line: int


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
        hint = f"{what} begins with a line ---, one field per line, and another line ---"
        raise DocumentError([Fault("front-matter", "there is no front matter", hint).at(Place(shown_path, 1))])
    value, lines = parse_yaml(match[1], shown_path, first_line=2)
    try:
        front = model.model_validate(value if value is not None else {})
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, shown_path, model)) from None
    return FrontMatterFile(front, lines, text[match.end() :], text[: match.end()].count("\n") + 1)


def _read_text(path: Path, shown_path: str) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BriefsError(f"cannot read {shown_path}: {error.strerror}") from error
    return decode(content, shown_path).replace("\r\n", "\n")
