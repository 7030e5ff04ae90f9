"""Paths in what people read."""

from __future__ import annotations

from pathlib import Path

from briefs.preview.paths_in_words import from_project


def test_what_is_in_the_project_is_named_from_there() -> None:
    root = Path("/home/ana/briefs")
    assert from_project(f"no report in {root / 'seeds'}, nor in {root}", root) == f"no report in seeds, nor in {root}"
    assert from_project("/home/ana/briefs-2/a", root) == "/home/ana/briefs-2/a"
