"""What the next build continues: the manifest of the last one, as far as it can be read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.limits import LARGEST_MANIFEST
from briefs.output.last_manifest import known_hashes, manifest_to_continue, read_manifest
from briefs.output.manifest import dump_manifest
from tests.output.builders import MANIFEST, entry, manifest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"files": 1}',
        json.dumps({**MANIFEST, "manifest": 1}),
        json.dumps({**MANIFEST, "files": [1]}),
        json.dumps({**MANIFEST, "files": [{"path": "a"}]}),
        json.dumps({**MANIFEST, "files": [{**entry("a"), "path": ["a"]}]}),
        json.dumps({**MANIFEST, "files": [{**entry("a"), "inputs": ["a"]}]}),
        json.dumps({**MANIFEST, "files": [{**entry("a"), "paper": 4}]}),
        json.dumps({**MANIFEST, "files": [{**entry("a"), "large_print": "no"}]}),
        json.dumps({**MANIFEST, "superseded": {}}),
        json.dumps({**MANIFEST, "superseded": [{}]}),
        json.dumps({**MANIFEST, "inputs": []}),
        json.dumps({**MANIFEST, "files": [{**entry("a"), "fit": 10**400}]}),
        "\udcff",
    ],
)
def test_a_manifest_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    assert read_manifest(tmp_path) == {}
    (tmp_path / "manifest.json").write_bytes(text.encode(errors="surrogateescape"))
    assert read_manifest(tmp_path) == {}


@pytest.mark.parametrize("version", [1, 2])
def test_kept_editions_that_are_still_there_are_carried_on_from_any_manifest(tmp_path: Path, version: int) -> None:
    names = ("report", "audience", "identifier", "status", "version", "date", "sha256")
    kept, gone, outside = (
        {"path": path, **dict.fromkeys(names, "a")} for path in ("editions/a.gz", "editions/b.gz", "../a.gz")
    )
    for path in (tmp_path / "build" / "editions" / "a.gz", tmp_path / "a.gz"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"1")
    listed = {**MANIFEST, "manifest": version, "editions": [kept, gone, outside]}
    (tmp_path / "build" / "manifest.json").write_text(json.dumps(listed))
    carried = manifest_to_continue(tmp_path / "build")
    assert carried == {**(MANIFEST if version == 2 else {}), "editions": [kept]}


def test_a_manifest_of_a_newer_program_is_not_continued(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({**MANIFEST, "manifest": 3}))
    with pytest.raises(BriefsError, match=r"manifest\.json was written by a newer version of this program"):
        manifest_to_continue(tmp_path)


@pytest.mark.parametrize("version", [1, 2])
def test_what_builds_have_made_is_known_by_its_hash_and_so_is_their_manifest(tmp_path: Path, version: int) -> None:
    made = {**manifest(a="one"), "manifest": version}
    (tmp_path / "manifest.json").write_bytes(dump_manifest(made))
    known = known_hashes(tmp_path)
    assert known["a"] == entry("a", "one")["sha256"]
    assert known["manifest.json"] == hashlib.sha256((tmp_path / "manifest.json").read_bytes()).hexdigest()


def test_a_manifest_that_is_too_large_is_not_continued_and_stays(tmp_path: Path) -> None:
    with (tmp_path / "manifest.json").open("wb") as file:
        file.truncate(LARGEST_MANIFEST + 1)
    with pytest.raises(BriefsError, match=r"manifest\.json is larger than 20 MB"):
        manifest_to_continue(tmp_path)
    assert read_manifest(tmp_path) == {}
