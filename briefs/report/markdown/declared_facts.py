"""What stands above a Markdown text and says what it is: front matter in YAML, or the title block of Pandoc."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.files.yaml import parse_yaml
from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, Place
from briefs.report.running_text import single_spaced

_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_FIELD = re.compile(r"[A-Za-z_][\w .-]{0,60}:(?:\s|$)")
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class DeclaredFacts:
    """What a text says of itself, and how many of its first `lines` say so."""

    lines: int = 0
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    problems: tuple[Diagnostic, ...] = ()


def declared_facts(lines: Sequence[str], path: str) -> DeclaredFacts:
    """What the first of the `lines` of a text at `path` say of it. Code: `report-markup` if they cannot be read."""
    if not lines:
        return DeclaredFacts()
    if lines[0].rstrip() == "---":
        end = next((at for at in range(1, len(lines)) if _END.fullmatch(lines[at])), None)
        if end is not None and any(_FIELD.match(line) for line in lines[1:end]):
            return _front_matter(lines[1:end], path)
    if lines[0].startswith("% "):
        block: list[str] = []
        for line in lines[:_TITLE_LINES]:
            if not line.startswith("%"):
                break
            block.append(single_spaced(line[1:]))
        said = [*block, "", "", ""]
        return DeclaredFacts(len(block), said[0], said[1], said[2])
    return DeclaredFacts()


def _front_matter(lines: Sequence[str], path: str) -> DeclaredFacts:
    count = len(lines) + 2
    try:
        fields, _ = parse_yaml("\n".join(lines) + "\n", path, first_line=2)
    except DocumentError as error:
        line = error.diagnostics[0].place.line
        fault = Fault(
            "report-markup",
            "the front matter of the report cannot be read, so what it says is not known",
            f"correct it as YAML; what is wrong here: {error.diagnostics[0].message}",
        )
        return DeclaredFacts(count, problems=(fault.at(Place(path, line)),))
    if not isinstance(fields, dict):
        return DeclaredFacts(count)
    said = {str(name).lower(): value for name, value in fields.items()}
    return DeclaredFacts(
        count,
        _text(said.get("title")),
        _text(said.get("author", said.get("authors"))),
        _text(said.get("date")),
        _text(said.get("lang", said.get("language"))),
    )


def _text(value: object) -> str:
    """A value as text: names of several authors with commas between them."""
    match value:
        case str() | int():
            return single_spaced(str(value))
        case list():
            return ", ".join(filter(None, map(_text, value)))
        case dict():
            return _text(value.get("name", value.get("text", value.get("literal"))))
        case _:
            return ""
