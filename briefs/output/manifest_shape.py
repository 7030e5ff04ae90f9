"""Whether what a `manifest.json` holds is what this program writes, down to every value that it uses.

Anybody can edit or send a manifest. One that is damaged counts as none, and nothing else looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, TypeAlias, get_args

from briefs.model.brief_key import BRIEF
from briefs.model.sheet import Paper
from briefs.output.editions import EDITION
from briefs.output.superseded import KEPT

VERSION = 2
"""The format of manifests that this program writes."""

DEEPEST = 20
"""How many lists and objects may be in each other; a manifest has seven."""
LARGEST_NUMBER = 2**53
"""Beyond it, programs that read JSON do not agree on whole numbers (RFC 8259, section 6)."""

_SURROGATE = re.compile("[\ud800-\udfff]")

Check: TypeAlias = Callable[[Any], bool]


def is_plain(value: object) -> bool:
    """Whether a value that was read from JSON can be written as JSON and UTF-8, and is not nested very deep."""
    waiting: list[tuple[object, int]] = [(value, 1)]
    while waiting:
        one, depth = waiting.pop()
        inside: list[object] = []
        if isinstance(one, dict):
            inside = [*one, *one.values()]
        elif isinstance(one, list):
            inside = one
        elif not _is_plain_leaf(one):
            return False
        if depth > DEEPEST:
            return False
        waiting += [(each, depth + 1) for each in inside]
    return True


def _is_plain_leaf(value: object) -> bool:
    if isinstance(value, str):
        return "\0" not in value and (value.isascii() or _SURROGATE.search(value) is None)
    if isinstance(value, int | float):
        return abs(value) <= LARGEST_NUMBER  # also false for what is no number; whole numbers may be beyond any float
    return value is None


def is_manifest(value: object) -> bool:
    """Whether `value` is a manifest as this program writes it, which a build can continue."""
    if not isinstance(value, dict) or not _is_whole(value.get("manifest")) or value["manifest"] != VERSION:
        return False
    lists: dict[str, Check] = {
        "files": _is_entry,
        "editions": is_edition,
        "superseded": _is_superseded,
        "provenance": lambda entry: _is_superseded(entry) and _has_texts(entry, ("inputs",)),
    }
    found = {"provenance": [], **value}  # older manifests have none
    return _is_mapping_of(_is_input_set)(value.get("inputs")) and all(
        _is_list_of(check)(found.get(name)) for name, check in lists.items()
    )


def is_edition(entry: Any) -> bool:
    """Whether `entry` is the entry of a kept edition, as far as a build needs it."""
    return _has_texts(entry, EDITION) and _fits(entry, {"inputs": _is_text, "superseded": _is_bool})


def is_inside(path: str) -> bool:
    """Whether a path in a manifest names a file in its own folder, or in a folder there."""
    place = PurePosixPath(path)
    return bool(place.parts) and not place.is_absolute() and ".." not in place.parts


def _is_superseded(entry: Any) -> bool:
    return _has_texts(entry, KEPT) and is_inside(entry["path"]) and _fits(entry, {"edition": _is_kept_as})


def _is_kept_as(value: Any) -> bool:
    """Whether it says which kept edition a file was made from; its `path` is None if that is no longer kept."""
    if not _has_texts(value, ("sha256",)) or not _fits(value, {"path": _or_none(_is_text)}):
        return False
    return not value.get("path") or is_inside(value["path"])


def _is_entry(entry: Any) -> bool:
    """Whether `entry` is the entry of a file in `build/`."""
    return (
        _is_superseded(entry)
        and _has_texts(entry, ("inputs",))
        and _fits(
            entry,
            {
                "paper": lambda paper: paper is None or paper in get_args(Paper),
                "large_print": _is_bool,
                "stale": _is_text,
                "pages": _or_none(_is_whole),
                "budget": _or_none(_is_whole),
                "words": _is_whole,
                "fit": lambda fit: isinstance(fit, dict) and _fits(fit, {"shortened": _FATES, "left_out": _FATES}),
                "units": _is_list_of(_is_unit),
                "tables": _is_mapping_of(_is_whole),
            },
        )
    )


def _is_unit(value: Any) -> bool:
    return (
        _has_texts(value, ("name", "tag"))
        and _is_list_of(_is_text)(value.get("blocks"))
        and ("number" in value and _or_none(_is_whole)(value["number"]))
    )


def _is_input_set(value: Any) -> bool:
    """Whether it names inputs: the hashes of files by path, and versions."""
    return isinstance(value, dict) and _fits(
        value, {"files": _is_mapping_of(_is_text), "versions": _is_mapping_of(_is_text)}
    )


def _has_texts(entry: object, keys: Iterable[str]) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("product", BRIEF), str):
        return False
    return all(isinstance(entry.get(key), str) for key in keys)


def _fits(entry: Mapping[str, Any], checks: Mapping[str, Check]) -> bool:
    """Whether the values of an `entry` are as `checks` say; none of them must be there."""
    return all(check(entry[key]) for key, check in checks.items() if key in entry)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _is_list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def _is_mapping_of(check: Check) -> Check:
    return lambda value: isinstance(value, dict) and all(map(check, value.values()))


_FATES = _is_list_of(lambda fate: _has_texts(fate, ("unit",)))
"""Units that were shortened or left out."""
