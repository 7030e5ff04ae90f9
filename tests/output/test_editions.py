"""What the manifest says of kept editions, and how their files are called."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.brief import Brief
from briefs.model.diagnostics import BriefsError
from briefs.output.editions import edition_path, moved_editions, new_editions
from briefs.output.folder import write_build
from tests.output.test_manifest import brief, words


def paths(*briefs: object, old: list[dict[str, object]] | None = None) -> list[str]:
    made = new_editions(briefs, "in", old or [])  # type: ignore[arg-type]
    return [entry["path"] for entry in made]


def test_a_file_is_called_after_the_identifier_of_its_edition() -> None:
    made = words()
    named = replace(made, properties=replace(made.properties, identifier="ICMC/CGGM/MIN 0.3 draft"))
    assert paths(brief("x", of=named)) == ["editions/ICMC-CGGM-MIN_0.3_draft.json.gz"]


def test_an_edition_replaces_its_earlier_build_and_no_other() -> None:
    first = new_editions([replace(brief("x"), edition=b"1")], "in", [])
    again = new_editions([replace(brief("x"), edition=b"2")], "in", first, {first[0]["sha256"]})
    assert [entry["path"] for entry in again] == [entry["path"] for entry in first]
    assert again[0]["sha256"] != first[0]["sha256"]
    other = words()
    other = replace(other, properties=replace(other.properties, identifier="R/1 0.4"))
    both = new_editions([replace(brief("x", of=other), edition=b"3")], "in", again)
    assert [entry["identifier"] for entry in both] == ["R/1 0.3", "R/1 0.4"]


def test_briefs_with_one_identifier_are_told_apart() -> None:
    mine, theirs = brief("x"), brief("y", report="quay")
    first = new_editions([mine], "in", [])
    both = new_editions([theirs], "in", first)
    assert [entry["path"] for entry in both] == [
        "editions/R-1_0.3.json.gz",
        "editions/R-1_0.3_quay_ministers.json.gz",
    ]
    assert edition_path(theirs, {"editions": both}) == "editions/R-1_0.3_quay_ministers.json.gz"
    assert new_editions([mine, theirs], "in", both)[1]["path"] == both[1]["path"]


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


def named(identifier: str) -> Brief:
    made = words()
    return brief("x", of=replace(made, properties=replace(made.properties, identifier=identifier)))


@pytest.mark.parametrize("other", ["HB-CAP 0.3 draft", "hb/cap 0.3 draft"])
def test_another_identifier_never_takes_the_file_of_one(other: str) -> None:
    first = new_editions([replace(named("HB/CAP 0.3 draft"), edition=b"1")], "in", [])
    both = new_editions([replace(named(other), edition=b"2")], "in", first)
    at = {entry["identifier"]: entry["path"] for entry in both}
    assert at["HB/CAP 0.3 draft"] == "editions/HB-CAP_0.3_draft.json.gz"
    assert len({path.casefold() for path in at.values()}) == 2
    third = new_editions([replace(named("HB+CAP 0.3 draft"), edition=b"3")], "in", both)
    assert len({entry["path"].casefold() for entry in third}) == 3


def test_what_is_superseded_stays_under_another_path_and_is_kept_once() -> None:
    one = new_editions([replace(brief("x"), edition=b"1")], "in", [])
    two = new_editions([replace(brief("x"), edition=b"2")], "in", one)
    mark = one[0]["sha256"][:8]
    assert [(entry["path"], entry.get("superseded", False)) for entry in two] == [
        ("editions/R-1_0.3.json.gz", False),
        (f"editions/R-1_0.3_{mark}.json.gz", True),
    ]
    assert two[1]["sha256"] == one[0]["sha256"]
    assert moved_editions({"editions": two}, {"editions": one}) == {two[1]["path"]: one[0]["path"]}
    assert edition_path(brief("x"), {"editions": two}) == one[0]["path"]
    assert new_editions([replace(brief("x"), edition=b"2")], "in", two) == two
    back = new_editions([replace(brief("x"), edition=b"1")], "in", two)
    assert [entry["sha256"] for entry in back] == [one[0]["sha256"], two[0]["sha256"]]


def test_a_kept_edition_that_no_manifest_lists_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "a.json.gz").write_bytes(b"sent")
    manifest = {"files": [], "editions": [{"path": "editions/a.json.gz"}]}
    with pytest.raises(BriefsError, match=r"editions/a\.json\.gz would be overwritten"):
        write_build(tmp_path, {"editions/a.json.gz": b"new"}, manifest, {})
    assert (tmp_path / "editions" / "a.json.gz").read_bytes() == b"sent"
    write_build(tmp_path, {"editions/a.json.gz": b"sent"}, manifest, {})
