"""What the manifest says of kept editions, and how their files are called."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.output.editions import edition_path, new_editions
from briefs.output.folder import write_build
from tests.output.test_manifest import brief, words


def paths(*briefs: object, old: list[dict[str, object]] | None = None) -> list[str]:
    made = new_editions(briefs, {"ministers": b"1", "ambassadors": b"2"}, old or [])  # type: ignore[arg-type]
    return [entry["path"] for entry in made]


def test_a_file_is_called_after_the_identifier_of_its_edition() -> None:
    made = words()
    named = replace(made, properties=replace(made.properties, identifier="ICMC/CGGM/MIN 0.3 draft"))
    assert paths(brief("x", of=named)) == ["editions/ICMC-CGGM-MIN_0.3_draft.json.gz"]


def test_an_edition_replaces_its_earlier_build_and_no_other() -> None:
    first = new_editions([brief("x")], {"ministers": b"1"}, [])
    again = new_editions([brief("x")], {"ministers": b"2"}, first)
    assert [entry["path"] for entry in again] == [entry["path"] for entry in first]
    assert again[0]["sha256"] != first[0]["sha256"]
    other = words()
    other = replace(other, properties=replace(other.properties, identifier="R/1 0.4"))
    both = new_editions([brief("x", of=other)], {"ministers": b"3"}, again)
    assert [entry["identifier"] for entry in both] == ["R/1 0.3", "R/1 0.4"]


def test_briefs_with_one_identifier_are_told_apart() -> None:
    mine, theirs = brief("x"), brief("y", report="quay")
    first = new_editions([mine], {"ministers": b"1"}, [])
    both = new_editions([theirs], {"ministers": b"2"}, first)
    assert [entry["path"] for entry in both] == [
        "editions/R-1_0.3.json.gz",
        "editions/R-1_0.3_quay_ministers.json.gz",
    ]
    assert edition_path(theirs, {"editions": both}) == "editions/R-1_0.3_quay_ministers.json.gz"
    assert new_editions([mine, theirs], {"ministers": b"1"}, both)[1]["path"] == both[1]["path"]


@pytest.mark.parametrize("is_link", [False, True])
def test_what_stands_where_their_folder_belongs_is_left_alone(tmp_path: Path, is_link: bool) -> None:
    build, elsewhere = tmp_path / "build", tmp_path / "elsewhere"
    build.mkdir()
    elsewhere.mkdir()
    if is_link:
        (build / "editions").symlink_to(elsewhere)
    else:
        (build / "editions").write_text("mine")
    with pytest.raises(BriefsError, match="editions is not a folder"):
        write_build(build, {"editions/a.json.gz": b"1"}, {"files": [], "editions": []}, {})
    assert [path.name for path in build.iterdir()] == ["editions"]
    assert list(elsewhere.iterdir()) == []


def test_what_else_lies_in_their_folder_stays_and_what_is_replaced_goes(tmp_path: Path) -> None:
    build = tmp_path / "build"
    entry = {"path": "editions/a.json.gz", "sha256": hashlib.sha256(b"1").hexdigest()}
    write_build(build, {"editions/a.json.gz": b"1"}, {"files": [], "editions": [entry]}, {})
    (build / "editions" / "mine.txt").write_text("mine")
    old = {"files": [], "editions": [entry]}
    write_build(build, {"editions/b.json.gz": b"2"}, {"files": [], "editions": [{"path": "editions/b.json.gz"}]}, old)
    assert sorted(path.name for path in (build / "editions").iterdir()) == ["b.json.gz", "mine.txt"]
