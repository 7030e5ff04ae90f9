"""The versions of libraries are known without what reads their metadata."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from briefs.files import installed_versions
from briefs.files.installed_versions import installed_version
from briefs.pipeline.last_build import SHAPING


def test_versions_are_those_of_the_metadata() -> None:
    assert {name: installed_version(name) for name in SHAPING} == {name: version(name) for name in SHAPING}


def test_a_library_that_is_not_there_has_no_version() -> None:
    assert installed_version("no-such-library") is None


def test_of_several_folders_the_first_counts_however_a_name_is_spelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("first/Some_Library-2.0.dist-info", "second/some_library-1.0.dist-info", "second/odd.dist-info"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / name) for name in ("none", "first", "second")])
    installed_versions._folders.cache_clear()
    try:
        assert installed_version("some.library") == "2.0"
        assert installed_version("odd") is None
    finally:
        installed_versions._folders.cache_clear()
