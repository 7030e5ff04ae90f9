"""The manifest can say with which libraries of the system a brief was drawn."""

from __future__ import annotations

import importlib
import re

import pytest

from briefs.render.engine import system_libraries as libraries


def test_each_library_says_its_version() -> None:
    found = libraries.library_versions()
    assert list(found) == ["python", "zlib", "pango", "harfbuzz", "fontconfig"]
    assert [name for name, version in found.items() if not re.fullmatch(r"\d+\.\d+(\.\d+)*\S*", version)] == []


def test_they_are_those_that_weasyprint_loads() -> None:
    loaded = importlib.import_module("weasyprint.text.ffi").pango.pango_version()
    version = ".".join(str(loaded // factor % 100) for factor in (10000, 100, 1))
    assert libraries.library_versions()["pango"] == version


def test_a_library_that_is_not_there_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries._NAMES, "pango", ("libpango-0.so.0",))
    assert libraries._version("pango") == "?"
