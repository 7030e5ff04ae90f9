"""How a value of a YAML file is written: the characters that each letter of it comes from (YAML 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import yaml

from briefs.files.edit import Atom

Style: TypeAlias = Literal["", "'", '"', "|", ">"]

ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
"""What stands behind a backslash between double quotation marks, and what it means (section 5.7)."""

_FOLD = re.compile(r"[ \t]*\n[ \t\n]*")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|\n[ \t]*|(.))", re.DOTALL)
_DASHES = re.compile(r"[ ]*(?:- )*")
_FIELD_DASHES = re.compile(r"[ ]*(?:- (?=.*: ))*")
_HEADER = re.compile(r"[|>]([-+0-9]*)[ \t]*(?:#[^\n]*)?(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class ScalarSource:
    """How a value is written, at the characters `start`–`end` of a text.

    `inner` and `inner_end` are where its words begin and end, within quotation marks or after the header of a block;
    `indent` is what its further lines begin with. `atoms` are what it is made of; None if that cannot be told. `header`
    is where the indicators of a block end, and `tail` the line ends that end its value.
    """

    style: Style
    start: int
    end: int
    inner: int
    inner_end: int
    indent: str
    atoms: tuple[Atom, ...] | None
    header: int = 0
    tail: str = ""

    @property
    def is_block(self) -> bool:
        """Whether it is written in lines of its own, after `|` or `>`."""
        return self.style in ("|", ">")


def scalar_source(text: str, node: yaml.ScalarNode) -> ScalarSource:
    """How the value of `node` is written in `text`, which it was read from."""
    start, end = node.start_mark.index, node.end_mark.index
    style: Style = node.style if node.style in ("'", '"', "|", ">") else ""  # type: ignore[assignment]  # one of them
    if style in ("|", ">"):
        return _block(text, start, style, node)
    inner, inner_end = (start + 1, end - 1) if style else (start, end)
    atoms = tuple(_flow_atoms(text, inner, inner_end, style))
    is_known = "".join(atom.text for atom in atoms) == node.value
    return ScalarSource(
        style, start, end, inner, inner_end, _further_indent(text, start, end), atoms if is_known else None
    )


def _further_indent(text: str, start: int, end: int) -> str:
    """What the second line of a value begins with or, if it has none, what it would: two spaces more than the first."""
    for line in text[start:end].split("\n")[1:]:
        if line.strip(" \t"):
            return line[: len(line) - len(line.lstrip(" \t"))]
    return " " * (_leading(_DASHES, text, start) + 2)


def _leading(pattern: re.Pattern[str], text: str, at: int) -> int:
    """How many characters of the line at `at` stand before its words, which `pattern` finds."""
    found = pattern.match(text, text.rfind("\n", 0, at) + 1)
    return len(found[0]) if found else 0


def _flow_atoms(text: str, start: int, end: int, style: Style) -> Iterator[Atom]:
    at, begun = start, start
    while at < end:
        if style == '"' and (escape := _ESCAPE.match(text, at, end)):
            code = escape[1] or escape[2] or escape[3]
            means = chr(int(code, 16)) if code and int(code, 16) < 0x110000 else ESCAPES.get(escape[4] or "", "")
            at = escape.end()
            if not means:
                continue  # the end of a line that counts for nothing: it belongs to the next letter
        elif fold := _FOLD.match(text, at, end):
            count = fold[0].count("\n")
            means, at = "\n" * (count - 1) or " ", fold.end()
        elif style == "'" and text.startswith("''", at):
            means, at = "'", at + 2
        else:
            means, at = text[at], at + 1
        yield Atom(begun, at, means)
        begun = at


def _block(text: str, start: int, style: Style, node: yaml.ScalarNode) -> ScalarSource:
    header = _HEADER.match(text, start)
    assert header is not None
    lines = _body(text, header, _own_indent(text, header)) if node.value.strip(" \t\n") else []
    indicators = start + 1 + len(header[1])
    if not lines:
        end = header.end() - header[0].endswith("\n")
        return ScalarSource(style, start, end, end, end, "", None, indicators, node.value)
    indent = _own_indent(text, header)
    atoms = _block_atoms(text, lines, len(indent), style)
    said = "".join(atom.text for atom in atoms) if atoms is not None else ""
    tail = node.value[len(node.value.rstrip("\n")) :] if atoms is None else node.value[len(said) :]
    if atoms is not None and (not node.value.startswith(said) or tail.strip("\n")):
        atoms = None
    inner = min(lines[0][0] + len(indent), lines[0][1])
    return ScalarSource(style, start, lines[-1][1], inner, lines[-1][1], indent, atoms, indicators, tail)


def _own_indent(text: str, header: re.Match[str]) -> str:
    """What the lines of a block begin with: as its first line does, unless the header says how much."""
    if digits := re.sub("[-+]", "", header[1]):
        return " " * (_leading(_FIELD_DASHES, text, header.start()) + int(digits))
    found = re.compile(r"(?:[ ]*\n)*([ ]*)[^ \n]").match(text, header.end())
    return str(found[1]) if found else ""


def _body(text: str, header: re.Match[str], indent: str) -> list[tuple[int, int]]:
    """Where the lines of a block begin and end, without the blank ones at its end."""
    lines: list[tuple[int, int]] = []
    at, last = header.end(), 0
    while at < len(text) and indent:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip(" ") and not line.startswith(indent):
            break
        lines.append((at, end))
        last = len(lines) if line.strip(" ") else last
        at = end + 1
    return lines[:last]


def _block_atoms(text: str, lines: list[tuple[int, int]], indent: int, style: Style) -> tuple[Atom, ...] | None:
    """What the lines of a block stand for; None for folded lines that begin with spaces, with their own rules."""
    contents = [(min(start + indent, end), end) for start, end in lines]
    if style == ">" and any(text[start : start + 1] in (" ", "\t") for start, end in contents if start < end):
        return None
    atoms: list[Atom] = []
    breaks = begun = 0
    for number, (start, end) in enumerate(contents):
        if number:
            breaks += 1
        if style == "|" or start < end:
            if breaks:
                means = "\n" if style == "|" else "\n" * (breaks - 1) or " "
                atoms.append(Atom(begun, start, means))
                breaks = 0
            atoms += [Atom(at, at + 1, text[at]) for at in range(start, end)]
            begun = end
    return tuple(atoms)
