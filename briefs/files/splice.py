"""Replacing one value of a YAML file: only its characters change, all others stay byte for byte.

Remarks, the order of fields, quotation marks, indentation and line ends are those of whoever wrote the file. What was
made is read again before it counts: it must say the new text in that place, and the same as before everywhere else.
"""

from __future__ import annotations

import copy
from collections.abc import Hashable
from typing import Any

import yaml

from briefs.files.edit import Edit, FileText
from briefs.files.encoding import decode
from briefs.files.front_matter import FRONT_MATTER
from briefs.files.scalar_source import scalar_source
from briefs.files.scalar_styles import ways_to_write
from briefs.files.yaml import Location, load_node, parse_yaml, without_soft_breaks
from briefs.model.diagnostics import BriefsError, Place

_BOM = b"\xef\xbb\xbf"


def spliced(content: bytes, shown_path: str, location: Location, after: str) -> bytes:
    """The YAML file `content` with the text `after` at `location`, which must hold a single value.

    The style of the value stays as long as it can say the text: a plain text is put between quotation marks if it
    would be read as something else. Raises DocumentError as `parse_yaml` does, and BriefsError if there is no such
    value, or no way to write the text there.
    """
    return _spliced(content, shown_path, location, after, is_front_matter=False)


def spliced_front_matter(content: bytes, shown_path: str, location: Location, after: str) -> bytes:
    """As `spliced`, for a field in the front matter of a template. Raises the same."""
    return _spliced(content, shown_path, location, after, is_front_matter=True)


def spliced_source(content: bytes, shown_path: str, location: Location, source: str, after: object) -> bytes:
    """The YAML file `content` with the characters `source` in place of the value at `location`: one text, or fields or
    a list in brackets. It must then be read as `after`. Raises as `spliced` does.
    """
    file = FileText(decode(content, shown_path))
    value, lines = parse_yaml(file.text, shown_path, 1)
    node = node_at(load_node(file.text)[0], location)
    if node is None:
        raise _absent(shown_path, location)
    place = Place(shown_path, lines.line(location))
    if isinstance(node, yaml.ScalarNode):
        written = scalar_source(without_soft_breaks(file.text), node)
        is_simple, start, end = not written.is_block, written.start, written.end
    else:
        is_simple = bool(getattr(node, "flow_style", False))
        start, end = node.start_mark.index, node.end_mark.index
    new = encoded(file.edited([Edit(start, end, source)]), content) if is_simple else None
    if new is None or not says(new, shown_path, False, with_value_at(value, location, after)):
        raise BriefsError(f"{place}: this cannot be written there", "change the file by hand")
    return new


def value_at(content: bytes, shown_path: str, location: Location, is_front_matter: bool = False) -> object:
    """The value at `location`. Raises DocumentError as `parse_yaml` does, and BriefsError if there is none."""
    yaml_text, _, first_line = _yaml_part(FileText(decode(content, shown_path)).text, shown_path, is_front_matter)
    value, lines = parse_yaml(yaml_text, shown_path, first_line)
    if location not in lines.by_location:
        raise _absent(shown_path, location)
    return _value(value, location)


def _spliced(content: bytes, shown_path: str, location: Location, after: str, is_front_matter: bool) -> bytes:
    file = FileText(decode(content, shown_path))
    part, offset, first_line = _yaml_part(file.text, shown_path, is_front_matter)
    value, lines = parse_yaml(part, shown_path, first_line)
    place = Place(shown_path, lines.line(location))
    root, read = load_node(part)[0], without_soft_breaks(part)
    node = node_at(root, location)
    if node is None:
        raise _absent(shown_path, location)
    if not isinstance(node, yaml.ScalarNode):
        raise BriefsError(f"{place}: a text cannot take the place of a list or of fields")
    if _value(value, location) == after and isinstance(_value(value, location), str):
        return content
    expected = with_value_at(value, location, after)
    for edits in ways_to_write(read, scalar_source(read, node), after):
        own = [Edit(one.start + offset, one.end + offset, one.text) for one in edits]
        new = encoded(file.edited(own), content)
        if new is not None and says(new, shown_path, is_front_matter, expected):
            return new
    raise BriefsError(f"{place}: the new text cannot be written there", "change the file by hand")


def _yaml_part(text: str, shown_path: str, is_front_matter: bool) -> tuple[str, int, int]:
    """The YAML in a text, the index at which it begins, and its first line. Raises BriefsError if it has none."""
    if not is_front_matter:
        return text, 0, 1
    match = FRONT_MATTER.match(text)
    if match is None:
        raise BriefsError(f"{shown_path}: the file does not begin with fields between two lines of three hyphens")
    return match[1], match.start(1), 2


def says(content: bytes, shown_path: str, is_front_matter: bool, expected: object) -> bool:
    """Whether a file is read as `expected`: the same values of the same types, in the same order."""
    try:
        text = FileText(decode(content, shown_path)).text
        part, _, _ = _yaml_part(text, shown_path, is_front_matter)
        return repr(load_node(part)[1]) == repr(expected)
    except (yaml.YAMLError, RecursionError, BriefsError):
        return False


def encoded(text: str, old: bytes) -> bytes | None:
    """The bytes of a file, with a byte order mark if the `old` one has one; None for characters that UTF-8 lacks."""
    try:
        return (_BOM if old.startswith(_BOM) else b"") + text.encode()
    except UnicodeEncodeError:
        return None


def node_at(node: yaml.Node | None, location: Location) -> yaml.Node | None:
    """The node at `location` below `node`; None if there is none."""
    for part in location:
        if isinstance(node, yaml.MappingNode):
            node = next((child for key, child in node.value if _is_key(key, part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and 0 <= part < len(node.value):
            node = node.value[part]
        else:
            return None
    return node


def _is_key(node: yaml.Node, part: Hashable) -> bool:
    is_number = node.tag == "tag:yaml.org,2002:int"
    return bool(node.value == str(part) and is_number == isinstance(part, int))


def _value(value: Any, location: Location) -> object:
    for part in location:
        value = value[part]
    return value


def with_value_at(value: object, location: Location, after: object) -> object:
    """A copy of `value` with `after` at `location`, which is there."""
    if not location:
        return after
    changed = copy.deepcopy(value)
    around: Any = _value(changed, location[:-1])
    around[location[-1]] = after
    return changed


def _absent(shown_path: str, location: Location) -> BriefsError:
    name = ".".join(map(str, location))
    return BriefsError(
        f"{shown_path}: there is no value {name} any more", "it was changed meanwhile: run briefs review again"
    )
