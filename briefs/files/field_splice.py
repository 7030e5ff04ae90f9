"""Adding a field to a YAML file, or taking one out: only its own characters come or go, all others stay byte for byte.

As with a value that is replaced (`briefs.files.splice`), what was made is read again before it counts.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from briefs.files.edit import Edit, FileText
from briefs.files.encoding import decode
from briefs.files.scalar_source import scalar_source
from briefs.files.scalar_styles import in_quotes
from briefs.files.splice import encoded, node_at, says, value_at
from briefs.files.yaml import Location, load_node, parse_yaml, without_soft_breaks
from briefs.model.diagnostics import BriefsError, Place

_WORD = re.compile(r"[A-Za-z][A-Za-z_]*")
"""What needs no quotation marks, unless YAML reads it as something else."""
_BY_HAND = "change the file by hand"


def with_field(
    content: bytes,
    shown_path: str,
    around: Location,
    name: str,
    value: str | Mapping[str, str],
    behind: Sequence[str] = (),
) -> bytes:
    """The YAML file `content` in which the fields at `around` have one more, `name`, with a text or fields as its
    `value`.

    It stands behind the last of the fields `behind` that are there; behind all fields if none is. It is indented as
    they are, or stands within their braces. Raises DocumentError as `parse_yaml` does, and BriefsError if there are no
    fields at `around`, if they have one of that name, or if it cannot be written there.
    """
    file = FileText(decode(content, shown_path))
    text = without_soft_breaks(file.text)
    whole, lines = parse_yaml(file.text, shown_path)
    fields = value_at(content, shown_path, around)
    node = node_at(load_node(text)[0], around)
    place = Place(shown_path, lines.line(around))
    if not isinstance(node, yaml.MappingNode) or not isinstance(fields, dict) or name in fields:
        raise BriefsError(f'{place}: the field "{name}" cannot be added there', _BY_HAND)
    names = list(fields)
    last = max((names.index(one) + 1 for one in behind if one in fields), default=len(names))
    for at in range(last, -1, -1):  # a text that ends with the file would get a line end if something stood behind it
        expected = _with(whole, around, _with_pair(fields, at, name, value))
        for written in _ways(text, value):
            made = encoded(file.edited([_added(text, node, at, f"{_key(name)}: {written}")]), content)
            if made is not None and says(made, shown_path, False, expected):
                return made
    raise BriefsError(f'{place}: the field "{name}" cannot be written there', _BY_HAND)


def without_field(content: bytes, shown_path: str, location: Location) -> bytes:
    """The YAML file `content` without the field at `location`, which is one of several, and without a remark behind its
    value. Remarks on lines of their own stay.

    Raises DocumentError as `parse_yaml` does, and BriefsError if there is no such field, or if it cannot be taken out.
    """
    file = FileText(decode(content, shown_path))
    text = without_soft_breaks(file.text)
    whole, lines = parse_yaml(file.text, shown_path)
    around, name = location[:-1], location[-1]
    fields = value_at(content, shown_path, around)
    node = node_at(load_node(text)[0], around)
    place = Place(shown_path, lines.line(location))
    if not isinstance(node, yaml.MappingNode) or not isinstance(fields, dict) or name not in fields:
        raise BriefsError(f'{place}: there is no field "{name}"', _BY_HAND)
    expected = _with(whole, around, {key: value for key, value in fields.items() if key != name})
    edit = _taken_out(text, node, list(fields).index(name))
    made = encoded(file.edited([edit]), content)
    if made is None or not says(made, shown_path, False, expected):
        raise BriefsError(f'{place}: the field "{name}" cannot be taken out', _BY_HAND)
    return made


def _with_pair(fields: Mapping[Any, Any], at: int, name: str, value: str | Mapping[str, str]) -> dict[Any, Any]:
    """`fields` with one more in front of number `at`."""
    pairs = list(fields.items())
    new = (name, dict(value) if isinstance(value, Mapping) else value)
    return dict([*pairs[:at], new, *pairs[at:]])


def _ways(text: str, value: str | Mapping[str, str]) -> Iterator[str]:
    """Ways to write a value: single words as they are, everything else between quotation marks."""
    if isinstance(value, Mapping):
        yield "{" + ", ".join(f"{_key(name)}: {next(_ways(text, one))}" for name, one in value.items()) + "}"
        return
    if _WORD.fullmatch(value):
        yield value
    yield from in_quotes(text, value)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name) else next(in_quotes("", name))


def _added(text: str, node: yaml.MappingNode, at: int, field: str) -> Edit:
    """The edit that puts `field` in front of number `at` of the fields of `node`, or behind the last one."""
    if node.flow_style:
        begin = node.start_mark.index + 1
        if not node.value:
            return Edit(begin, begin, field)
        if at == 0:
            return Edit(begin, begin, f"{field}, ")
        end = _end(text, node.value[at - 1])
        return Edit(end, end, f", {field}")
    first = node.value[0][0].start_mark
    if at == 0:
        return Edit(first.index, first.index, f"{field}\n{' ' * first.column}")
    end = _end(text, node.value[at - 1])
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return Edit(line_end, line_end, f"\n{' ' * first.column}{field}")


def _taken_out(text: str, node: yaml.MappingNode, at: int) -> Edit:
    """The edit that takes out number `at` of the fields of `node`."""
    pair, pairs = node.value[at], node.value
    start, end = pair[0].start_mark.index, _end(text, pair)
    if node.flow_style:
        if at:
            return Edit(_end(text, pairs[at - 1]), end, "")
        return Edit(start, pairs[1][0].start_mark.index if len(pairs) > 1 else end, "")
    if at == 0 and len(pairs) > 1:
        return Edit(start, pairs[1][0].start_mark.index, "")
    line_end = text.find("\n", end)
    line_start = text.rfind("\n", 0, start) + 1
    if line_end < 0:
        return Edit(max(line_start - 1, 0), len(text), "")
    return Edit(line_start, line_end + 1, "")


def _end(text: str, pair: tuple[yaml.Node, yaml.Node]) -> int:
    """Where a field ends in `text`, without a remark behind it."""
    return max(pair[0].end_mark.index, _end_of(text, pair[1]))


def _end_of(text: str, node: yaml.Node) -> int:
    if isinstance(node, yaml.ScalarNode):
        return scalar_source(text, node).end
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last) if isinstance(node, yaml.MappingNode) else _end_of(text, last)
    return int(node.end_mark.index)


def _with(whole: object, location: Location, fields: object) -> object:
    """A copy of `whole` with `fields` at `location`."""
    if not location:
        return fields
    changed = copy.deepcopy(whole)
    around: Any = changed
    for part in location[:-1]:
        around = around[part]
    around[location[-1]] = fields
    return changed
