"""Writing new anchors into a field: only their characters change, and the field keeps its form as far as it can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefs.files.splice import spliced, spliced_source, value_at
from briefs.files.yaml import Location
from briefs.model.block_fields import Anchor


def with_anchors(content: bytes, shown_path: str, location: Location, anchors: Sequence[tuple[Anchor, ...]]) -> bytes:
    """The YAML file `content` with `anchors` in the field at `location`: for each one there, those that take its place.

    Raises BriefsError if the field cannot be written so, and DocumentError as `spliced` does.
    """
    value = value_at(content, shown_path, location)
    if not isinstance(value, list):
        return _with_one(content, shown_path, location, anchors[0])
    if all(len(one) == 1 for one in anchors):
        for number, one in enumerate(anchors):
            content = _with_one(content, shown_path, (*location, number), one)
        return content
    return _with_list(content, shown_path, location, [anchor for one in anchors for anchor in one])


def _with_one(content: bytes, shown_path: str, location: Location, anchors: tuple[Anchor, ...]) -> bytes:
    """The file with one anchor, or a list in the place of one."""
    if len(anchors) > 1:
        return _with_list(content, shown_path, location, anchors)
    [anchor] = anchors
    value: Any = value_at(content, shown_path, location)
    if not isinstance(value, dict):
        if anchor.scope is None:
            return spliced(content, shown_path, location, anchor.text)
        return spliced_source(content, shown_path, location, anchor.source, _value(anchor))
    if anchor.scope is None and "in" in value:
        return spliced_source(content, shown_path, location, anchor.source, anchor.text)
    if anchor.scope is not None and "in" not in value:
        return spliced_source(content, shown_path, location, anchor.source, _value(anchor))
    content = spliced(content, shown_path, (*location, "text"), anchor.text)
    return content if anchor.scope is None else spliced(content, shown_path, (*location, "in"), anchor.scope)


def _with_list(content: bytes, shown_path: str, location: Location, anchors: Sequence[Anchor]) -> bytes:
    source = f"[{', '.join(one.source for one in anchors)}]"
    return spliced_source(content, shown_path, location, source, [_value(one) for one in anchors])


def _value(anchor: Anchor) -> object:
    """What an anchor is read as."""
    return anchor.text if anchor.scope is None else {"text": anchor.text, "in": anchor.scope}
