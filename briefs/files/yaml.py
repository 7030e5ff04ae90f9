"""YAML files written by hand: loaded with the line of every value, so that mistakes are reported there.

Plain values follow the core schema of YAML 1.2 (section 10.3), except for floats. Everything but `true`, `false`,
`null` and whole numbers is text, so `no`, `2009-11-27` and `1.10` stay as typed. Aliases and tags are refused: in these
files a leading `*` is emphasis, and a leading `!` is punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.rereading import Rereading
from briefs.files.swallowed import swallowed
from briefs.files.yaml_errors import GivenTwice, TooMuch
from briefs.model.diagnostics import DocumentError, Fault, Place
from briefs.model.limits import LONGEST_VALUE, LONGEST_WORD, MOST_MARKS, MOST_NESTED_VALUES, MOST_VALUES
from briefs.model.unwieldy_text import heaped_marks, long_word

Location: TypeAlias = tuple[Hashable, ...]
"""The keys and indices that lead from the top of a file down to a value."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines (from 1) of the keys and list items of a YAML file, by location.

    `text` is what was read, from `first_line` of the file on: messages show lines of it.
    """

    by_location: Mapping[Location, int]
    text: str = ""
    first_line: int = 1

    def written(self, line: int) -> str:
        """A line (from 1) of the file as written; empty if it is not there."""
        lines = _lines_of(self.text)
        index = line - self.first_line
        return lines[index] if 0 <= index < len(lines) else ""

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


@lru_cache(maxsize=4)
def _lines_of(text: str) -> list[str]:
    """The lines of a text, split once for all messages about it."""
    return text.split("\n")


def line_with(character: str, value: Any, lines: Lines) -> int:
    """The line of the first text in a file's `value` that contains `character`; 0 if none does."""
    for location, line in lines.by_location.items():
        part = value
        for key in location:
            part = part[key]
        if isinstance(part, str) and character in part:
            return line
    return 0


_SOFT_BREAKS = re.compile("[\u0085\u2028\u2029]")
_BARE_TAG = re.compile(r"!(?<=[:-][ ]!)(?=[ ])")
"""An exclamation mark that begins a text: YAML takes it for a tag without a name, and drops it."""


class _Loader(yaml.CSafeLoader):
    """Builds values with the line of each, and no more of them than `briefs.model.limits` says (CWE-400, CWE-674)."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # a class attribute of PyYAML

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._values = self._depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        """A value begins, in `current_node` if that is not the whole file. Raises TooMuch."""
        self._values += 1
        self._depth += 1
        if self._depth > MOST_NESTED_VALUES or self._values > MOST_VALUES:
            raise too_much(self._depth > MOST_NESTED_VALUES, current_node.start_mark.line if current_node else 0)

    def ascend_resolver(self) -> None:
        """A value ends."""
        self._depth -= 1


def too_much(is_too_deep: bool, line: int) -> TooMuch:
    """What to say of a file whose values lie too deep in each other on `line` (from 0), or are too many."""
    if is_too_deep:
        message = f"lists or fields lie in each other more than {MOST_NESTED_VALUES} levels deep"
        return TooMuch(message, "these files need only a few levels of both", line)
    message = f"the file has more than {MOST_VALUES:,} values, the last of them in what begins here"
    return TooMuch(message, "divide it into several files, or take out what was not written by hand", line)


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^-?(?:0|[1-9][0-9]{0,17})$", list("-0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


def load_yaml(path: Path, shown_path: str, add: str = "") -> tuple[object, Lines]:
    """The value in the YAML file at `path`, and the lines of its parts; diagnostics call the file `shown_path`.

    Raises DocumentError: `file-missing` (with `add` as its hint), `file-unreadable`, `file-encoding` (not UTF-8),
    `yaml-syntax` (also for duplicate keys, aliases and anchors).
    """
    try:
        content = read_written(path, shown_path)
    except (FileNotFoundError, NotADirectoryError) as error:
        missing = Fault("file-missing", "the file does not exist", add)
        raise DocumentError([missing.at(Place(shown_path))]) from error
    return parse_yaml(plain_line_ends(decode(content, shown_path)), shown_path)


def parse_yaml(
    text: str, shown_path: str, first_line: int = 1, rereading: Rereading | None = None
) -> tuple[object, Lines]:
    """As `load_yaml`, for text that begins on `first_line` of its file (front matter). `rereading` says how much of it
    may still be read again to find what is wrong.

    Raises DocumentError: `yaml-syntax`.
    """
    if _SOFT_BREAKS.search(text):
        text = _SOFT_BREAKS.sub(" ", text)  # only YAML 1.1 ends a line there, and no editor shows it
    try:
        root, value, lines = _load(text)
    except TooMuch as error:
        fault = Fault("yaml-syntax", error.message, error.hint)
        raise _wrong([(error.line + 1, fault)], shown_path, first_line) from error
    except (yaml.YAMLError, RecursionError) as error:
        from briefs.files.syntax_faults import syntax_faults  # only if something is wrong: it looks for what it is

        found = syntax_faults(text, _load, Rereading() if rereading is None else rereading)
        raise _wrong(found, shown_path, first_line) from error
    if root is not None and (faults := swallowed(text, root)):
        raise _wrong(faults, shown_path, first_line)
    offset = first_line - 1
    shifted = {location: line + offset for location, line in lines.items()} if offset else lines
    return value, Lines(shifted, text, first_line)


def load_node(text: str) -> tuple[yaml.Node | None, object]:
    """The root of a text and its value, as `parse_yaml` reads them; marks count the characters of the text.

    Raises yaml.YAMLError or RecursionError where `parse_yaml` finds a mistake.
    """
    text = without_soft_breaks(text)
    root, value, _ = _load(text)
    if root is not None and any(True for _ in swallowed(text, root)):
        raise yaml.YAMLError("words would be lost")
    return root, value


def is_readable(text: str) -> bool:
    """Whether `parse_yaml` can read `text`; what is wrong with it is not looked for."""
    try:
        load_node(text)
    except (yaml.YAMLError, RecursionError):
        return False
    return True


def without_soft_breaks(text: str) -> str:
    """`text` with spaces for the signs at which only YAML 1.1 ends a line: no editor shows them."""
    return _SOFT_BREAKS.sub(" ", text)


def _wrong(faults: Iterable[tuple[int, Fault]], shown_path: str, first_line: int) -> DocumentError:
    return DocumentError(fault.at(Place(shown_path, first_line + line - 1)) for line, fault in faults)


def _load(text: str) -> tuple[yaml.Node | None, object, dict[Location, int]]:
    """The root of a text, its value, and the line (from 1) of each location. Raises yaml.YAMLError, RecursionError."""
    loader = _Loader(text)
    try:
        if "&" in text:
            _refuse_anchors(text)
        if (found := _BARE_TAG.search(text)) and re.match(
            r"\s*(?:- )*[\w-]+: !", text[text.rfind("\n", 0, found.end()) + 1 :]
        ):
            line = text.count("\n", 0, found.end())
            mark = yaml.Mark("", 0, line, 0, None, 0)
            raise yaml.composer.ComposerError(None, None, 'a tag "!" would be lost', mark)
        node = loader.get_single_node()
        lines: dict[Location, int] = {(): 1}
        if node:
            lines.update(_locate(loader, node))
        return node, loader.construct_document(node) if node else None, lines
    finally:
        loader.dispose()


def _refuse_anchors(text: str) -> None:
    """Raise yaml.YAMLError for an anchor: nodes do not keep it, so the word it takes from a text would be lost. Aliases
    of one value, each of which has several of another, would be more values than any memory holds (CWE-776)."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_NESTED_VALUES:
            raise too_much(is_too_deep=True, line=event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.NodeEvent) and event.anchor and not isinstance(event, yaml.AliasEvent):
            problem = f'"&{event.anchor}" would be lost: an ampersand begins a name here'
            raise yaml.composer.ComposerError(None, None, problem, event.start_mark)  # type: ignore[arg-type]  # a mark


def _locate(loader: _Loader, node: yaml.Node, at: Location = ()) -> Iterator[tuple[Location, int]]:
    """Location and line of everything below `node`.

    Raises yaml.YAMLError for tags and duplicate keys.
    """
    _refuse_tag(loader, node)
    if isinstance(node, yaml.MappingNode):
        lines: dict[object, int] = {}
        for key_node, child in node.value:
            _refuse_tag(loader, key_node)
            key = loader.construct_object(key_node, deep=True)
            if isinstance(key_node, yaml.ScalarNode):
                _refuse_unwieldy(key_node)
            mark = key_node.start_mark
            if not isinstance(key, str | int):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word or a number", mark)
            if key in lines:
                raise GivenTwice(key, lines[key], mark)
            lines[key] = mark.line
            yield (*at, key), mark.line + 1
            yield from _locate(loader, child, (*at, key))
    elif isinstance(node, yaml.ScalarNode):
        _refuse_unwieldy(node)
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield (*at, index), child.start_mark.line + 1
            yield from _locate(loader, child, (*at, index))


def _refuse_unwieldy(node: yaml.ScalarNode) -> None:
    """Raise TooMuch for a text that nobody wrote, and that takes minutes to compare with others."""
    if len(node.value) <= MOST_MARKS:
        return
    text, line = str(node.value), node.start_mark.line
    if len(text) > LONGEST_VALUE:
        raise TooMuch(f"a text has more than {LONGEST_VALUE:,} characters", "shorten it", line)
    if long_word(text) is not None:
        raise TooMuch(f"a word has more than {LONGEST_WORD:,} characters", "shorten it, or divide it by spaces", line)
    if heaped_marks(text) is not None:
        raise TooMuch(f"more than {MOST_MARKS} marks stand on one letter, which no writing has", "take them out", line)


def _refuse_tag(loader: _Loader, node: yaml.Node) -> None:
    """Raise yaml.YAMLError for an explicit tag, since what it asks for may fail in any way."""
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    if node.tag != loader.resolve(type(node), node.value, (is_plain, not is_plain)):  # type: ignore[no-untyped-call]
        raise yaml.composer.ComposerError(None, None, f"the tag {node.tag} is not allowed here", node.start_mark)
