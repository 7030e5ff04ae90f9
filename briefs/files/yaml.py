"""YAML files written by hand: loaded with the line of every value, so that mistakes are reported there.

Plain values follow the core schema of YAML 1.2 (section 10.3), except for floats. Everything but `true`, `false`,
`null` and whole numbers is text, so `no`, `2009-11-27` and `1.10` stay as typed. Aliases and tags are refused: in these
files a leading `*` is emphasis, and a leading `!` is punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from briefs.files.encoding import decode
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Fault, Place

Location: TypeAlias = tuple[Hashable, ...]
"""The keys and indices that lead from the top of a file down to a value."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines (from 1) of the keys and list items of a YAML file, by location."""

    by_location: Mapping[Location, int]

    def present(self, location: Location) -> Location:
        """The parts of `location` that are in the file, without tags of unions and the like."""
        found: Location = ()
        for part in location:
            if (*found, part) in self.by_location:
                found = (*found, part)
        return found

    def line(self, location: Location = ()) -> int:
        """The line of `location`, or of the nearest value around it that is in the file."""
        return self.by_location[self.present(location)]


def line_with(character: str, value: Any, lines: Lines) -> int:
    """The line of the first text in a file's `value` that contains `character`; 0 if none does."""
    for location, line in lines.by_location.items():
        part = value
        for key in location:
            part = part[key]
        if isinstance(part, str) and character in part:
            return line
    return 0


class _Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # a class attribute of PyYAML


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^-?(?:0|[1-9][0-9]{0,17})$", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)

_REMEDIES = (
    ("alias", 'put quotes around text that begins with "*"'),
    ("anchor", 'put quotes around text that begins with "&"'),
    ("mapping values are not allowed", 'put quotes around text that contains ": "'),
    ("cannot start any token", "put quotes around text that begins with a sign"),
    ("while scanning a quoted scalar", "a quotation mark is not closed"),
    ("tag", 'put quotes around text that begins with "!"'),
    ("nested too deeply", "these files need only a few levels of lists and fields"),
    ("is used twice here", "keep only one of them"),
    ("expected key", "look for a missing or extra quotation mark or bracket, and for lines with the wrong indent"),
    ("expected node content", "a bracket or brace is not closed"),
    ("expected ',' or", "a bracket or brace is not closed"),
    ("key must be", "put quotes around it"),
    ("directive", 'put quotes around text that begins with "%"'),
    ("YAML document", 'remove the line that begins with "%"'),
    ("does not allow", "it is invisible: delete the word that contains it, and type the word again"),
    ("single document", 'remove the line "---"'),
)
"""Hints, by words of the message; the first that matches counts."""


def load_yaml(path: Path, shown_path: str, add: str = "") -> tuple[object, Lines]:
    """The value in the YAML file at `path`, and the lines of its parts; diagnostics call the file `shown_path`.

    Raises DocumentError: `file-missing` (with `add` as its hint), `file-encoding` (not UTF-8), `yaml-syntax` (also for
    duplicate keys and aliases). Raises BriefsError when the file cannot be opened.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        missing = Fault("file-missing", "the file does not exist", add)
        raise DocumentError([missing.at(Place(shown_path))]) from error
    except OSError as error:
        raise BriefsError(f"cannot read {shown_path}: {error.strerror}") from error
    return parse_yaml(decode(content, shown_path), shown_path)


def parse_yaml(text: str, shown_path: str, first_line: int = 1) -> tuple[object, Lines]:
    """As `load_yaml`, for text that begins on `first_line` of its file (front matter).

    Raises DocumentError: `yaml-syntax`.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Location, int] = {(): first_line}
        if node:
            lines.update(_locate(loader, node, first_line, set()))
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        raise DocumentError([_syntax(error, text, shown_path, first_line)]) from error
    except RecursionError:
        deep = yaml.composer.ComposerError(None, None, "lists or fields are nested too deeply", None)
        raise DocumentError([_syntax(deep, text, shown_path, first_line)]) from None
    finally:
        loader.dispose()
    return value, Lines(lines)


def _locate(
    loader: _Loader, node: yaml.Node, first_line: int, seen: set[int], at: Location = ()
) -> Iterator[tuple[Location, int]]:
    """Location and line of everything below `node`.

    Raises yaml.YAMLError for a node that occurs twice (an alias), for tags and for duplicate keys.
    """
    if id(node) in seen:
        raise yaml.composer.ComposerError(None, None, "an alias is not allowed here", node.start_mark)
    seen.add(id(node))
    _refuse_tag(loader, node)
    if isinstance(node, yaml.MappingNode):
        lines: dict[object, int] = {}
        for key_node, child in node.value:
            _refuse_tag(loader, key_node)
            key = loader.construct_object(key_node, deep=True)
            mark = key_node.start_mark
            line = mark.line + first_line
            if not isinstance(key, str | int):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word or a number", mark)
            if key in lines:
                problem = f'the key "{key}" is used twice here, first on line {lines[key]}'
                raise yaml.constructor.ConstructorError(None, None, problem, mark)
            lines[key] = line
            yield (*at, key), line
            yield from _locate(loader, child, first_line, seen, (*at, key))
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield (*at, index), child.start_mark.line + first_line
            yield from _locate(loader, child, first_line, seen, (*at, index))


def _refuse_tag(loader: _Loader, node: yaml.Node) -> None:
    """Raise yaml.YAMLError for an explicit tag, since what it asks for may fail in any way."""
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    if node.tag != loader.resolve(type(node), node.value, (is_plain, not is_plain)):  # type: ignore[no-untyped-call]
        raise yaml.composer.ComposerError(None, None, f"the tag {node.tag} is not allowed here", node.start_mark)


def _syntax(error: yaml.YAMLError, text: str, shown_path: str, first_line: int) -> Diagnostic:
    message, index = str(error).splitlines()[0], 0
    if isinstance(error, yaml.MarkedYAMLError):
        message = error.problem or message
        if mark := error.problem_mark or error.context_mark:
            index = mark.line
    elif isinstance(error, yaml.reader.ReaderError):
        index = text.encode()[: error.position].count(b"\n")  # libyaml counts bytes
        message = "a character that YAML does not allow"
    words = f"{message} {getattr(error, 'context', None) or ''}"
    hint = next((remedy for part, remedy in _REMEDIES if part in words), "")
    written = text.split("\n")
    index = min(index, len(written) - 1)  # libyaml may put the end one line on
    if written[index].lstrip(" ").startswith("\t"):
        hint = "indent with spaces, not with tabs"
    return Fault("yaml-syntax", message, hint).at(Place(shown_path, first_line + index))
