"""What a file of blocks would hold with one value changed, added or taken out: its characters alone, nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefs.files.field_splice import with_field, without_field
from briefs.files.splice import spliced
from briefs.files.yaml import Location
from briefs.model.block import KINDS
from briefs.preview.editing.block_source import BlockSource
from briefs.preview.editing.editable_values import AUDIENCES, EditableValue
from briefs.preview.messages import NotPossible

LONGEST = 5_000
"""Characters that a value may have which is saved from the page: no wording is nearly as long."""
_FIRST = ("id", "number")
_LAST = ("lead", "short", "ask", "strength", "absent", "says_more", AUDIENCES, "with", "conflict", "note")
"""The usual order of fields; those of a kind, and its anchors, stand between these."""
_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")


def written_value(source: BlockSource, value: EditableValue) -> str:
    """A value as people see it: without spaces around it, and empty if it is not written."""
    there = source.value(value.at)
    return "" if there is None or isinstance(there, (Mapping, list)) else _as_text(there)


def settled_text(source: BlockSource, value: EditableValue, text: str) -> str:
    """`text` as it is to be written: without spaces around it, and on one line, unless the value has several now, or is
    an editor's note."""
    text = text.strip()
    if "\n" in written_value(source, value) or value.name == "note":
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return _LINE_END.sub(" ", text)


def content_with(source: BlockSource, value: EditableValue, text: str) -> bytes:
    """What the file holds if the value says `text`, which is settled; if that is empty, the value is taken out.

    Raises NotPossible if the value is needed, too long, not one of its choices, or cannot be written there.
    """
    _refuse(source, value, text)
    path, at = source.path, (*source.at, *value.at)
    if not text:
        return _without(source, value)
    there = source.value(value.at)
    if there is not None:
        around = there if isinstance(there, str) else ""
        body = around.strip()
        before, _, behind = around.partition(body) if body else ("", "", "")
        return spliced(source.content, path, at, f"{before}{text}{behind}")
    content, names = source.content, value.at
    if _is_empty(source, names):  # a field with nothing behind its colon
        return spliced(content, path, at, text)
    if len(names) == 1:
        return with_field(content, path, source.at, str(names[0]), text, _fields_before(source, str(names[0])))
    outer, inner = names[:-1], str(names[-1])
    if isinstance(source.value(outer), Mapping):
        behind_inner = () if outer == (AUDIENCES,) else ("anchor",)
        return with_field(content, path, (*source.at, *outer), inner, text, behind_inner)
    if _is_empty(source, outer):
        content = without_field(content, path, (*source.at, *outer))
    name = str(outer[0])
    return with_field(content, path, source.at, name, {inner: text}, _fields_before(source, name))


def _refuse(source: BlockSource, value: EditableValue, text: str) -> None:
    """Raise NotPossible for what the value cannot be, whatever the file holds."""
    owner = f'{value.name} of "{source.block}"'
    if value.is_needed and not text:
        raise NotPossible(f"{owner} cannot be empty: every block of this kind needs it", "write what it is to say")
    if len(text) > LONGEST:
        raise NotPossible(
            f"{owner} has {len(text):,} characters; at most {LONGEST:,} are saved from here", "shorten it"
        )
    if value.choices and text and text not in value.choices:
        raise NotPossible(f'{owner} cannot be "{text}"', f"choose one of: {', '.join(value.choices)}")


def _without(source: BlockSource, value: EditableValue) -> bytes:
    """The file without the value; also without what is left empty by that, such as `audiences` that name none."""
    if source.value(value.at) is None and not _is_empty(source, value.at):
        return source.content
    location: Location = value.at
    if location[-1] == "text":  # a form goes with the anchors that are its own
        location = location[:-1]
    around = source.value(location[:-1])
    if location[0] == AUDIENCES and isinstance(around, Mapping) and len(around) == 1:
        location = location[:-1]
    return without_field(source.content, source.path, (*source.at, *location))


def _is_empty(source: BlockSource, location: Location) -> bool:
    """Whether a field is there, with nothing as its value."""
    around = source.value(location[:-1])
    return isinstance(around, Mapping) and location[-1] in around and around[location[-1]] is None


def _fields_before(source: BlockSource, name: str) -> tuple[str, ...]:
    """The fields that stand in front of one with this name, in the usual order."""
    own = [field.alias or one for one, field in KINDS[source.kind].model_fields.items()]
    order = [*_FIRST, *(one for one in own if one not in (*_FIRST, *_LAST)), *_LAST]
    return tuple(order[: order.index(name)])


def _as_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value).strip()
