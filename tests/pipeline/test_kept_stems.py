"""Tests for `briefs.pipeline.kept_stems`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.files.user_cache import cached, keep
from briefs.pipeline.kept_stems import kept_stems
from briefs.text import stems


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(stems, "_KNOWN", {})


def test_stems_are_kept_and_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_stems():
        assert stems.stem("migrations") == "migrat"
    monkeypatch.setattr(stems, "_KNOWN", {})
    monkeypatch.setattr(stems, "_stemmer", None)
    with kept_stems():
        assert stems.stem("migrations") == "migrat"


@pytest.mark.parametrize(
    "content", [b"", b"no JSON", b"[]", b'{"program": "another", "stems": {"english": {"a": "b"}}}']
)
def test_what_is_damaged_or_of_another_program_is_not_used(content: bytes) -> None:
    keep("stems", "stems.json", content, 1)
    with kept_stems():
        assert stems.stem("a") == "a"


def test_damaged_stems_of_this_program_are_found_anew() -> None:
    with kept_stems():
        stems.stem("rivers")
    content = json.loads(cached("stems", "stems.json") or b"")
    keep("stems", "stems.json", json.dumps({**content, "stems": ["rivers"]}).encode(), 1)
    with kept_stems():
        assert stems.stem("rivers") == "river"


def test_within_another_block_stems_are_read_and_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_stems():
        stems.stem("rivers")
    reads: list[str] = []
    monkeypatch.setattr("briefs.pipeline.kept_stems.cached", lambda *name: reads.append(name[1]))
    with kept_stems():
        with kept_stems():
            assert stems.stem("quays") == "quay"
        assert stems.stem("boats") == "boat"
    assert reads == ["stems.json"]


def test_a_block_that_fails_does_not_count_as_open() -> None:
    def fail() -> None:
        with kept_stems():
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - raised here
        fail()
    with kept_stems():
        stems.stem("rivers")
    assert cached("stems", "stems.json")
