"""A manifest counts only if every value that the program uses is what a build writes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from briefs.output.manifest_shape import DEEPEST, is_inside, is_manifest, is_plain
from tests.output.builders import entry, manifest

FATE = {"unit": "s/fact"}
UNUSED = [("editions", 0, "format"), ("superseded", 0, "inputs")]
FULL = {
    **manifest(),
    "files": [
        {
            **entry("a.pdf"),
            "product": "brief",
            "paper": "letter",
            "large_print": False,
            "pages": 2,
            "budget": None,
            "words": 300,
            "stale": "",
            "edition": {"sha256": "0", "path": "editions/a.json.gz"},
            "fit": {"shortened": [FATE], "left_out": [FATE]},
            "units": [{"name": "s/fact", "tag": "u1", "number": 1, "blocks": ["fact.tides"]}],
            "tables": {"s/fact": 1},
        }
    ],
    "editions": [{**entry("editions/a.json.gz"), "identifier": "A 1", "superseded": True}],
    "provenance": [{**entry("a.provenance.json"), "edition": {"sha256": "0", "path": None}}],
    "superseded": [entry("b.pdf")],
    "inputs": {"a": {"files": {"seeds/a/report.md": "0"}, "versions": {"briefs": "1"}}},
}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a value has another in it."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*path, key)
        yield from places(each, (*path, key))


def with_value(path: tuple[Any, ...], value: Any) -> Any:
    """The manifest with another value at a place."""
    changed = copy.deepcopy(FULL)
    within: Any = changed
    for key in path[:-1]:
        within = within[key]
    within[path[-1]] = value
    return changed


def test_what_a_build_writes_is_a_manifest() -> None:
    assert is_plain(FULL)
    assert is_manifest(FULL)


@pytest.mark.parametrize(
    "path", [path for path in places(FULL) if path not in UNUSED], ids=lambda path: "/".join(map(str, path))
)
def test_a_value_of_a_wrong_type_makes_it_none(path: tuple[Any, ...]) -> None:
    assert not is_manifest(with_value(path, [{"a": 1}]))
    assert not is_manifest(with_value(path, 1.5))


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "editions/../../a", "", "."])
def test_files_are_in_the_folder_of_the_manifest(path: str) -> None:
    assert not is_inside(path)
    assert not is_manifest(with_value(("files", 0, "path"), path))


@pytest.mark.parametrize("text", ['"\\udcff"', '{"\\ud800": 1}', '"\\u0000"', "1e999", "NaN", str(2**60), "-1e300"])
def test_what_cannot_be_written_again_everywhere_is_not_plain(text: str) -> None:
    assert not is_plain(json.loads(text))


def test_what_is_nested_deep_is_not_plain() -> None:
    value: Any = 1
    for _ in range(DEEPEST - 1):
        value = [value]
    assert is_plain(value)
    assert not is_plain({"a": value})
