"""What is kept of files that were replaced, and of how many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.output.manifest import dump_manifest, new_manifest
from briefs.output.superseded import MOST, superseded
from tests.output.test_manifest import INPUTS, VERSIONS, brief


def entry(number: int, path: str = "a.pdf", **fields: str) -> dict[str, str]:
    names = ("report", "audience", "format", "status", "version", "date", "inputs")
    return {"path": path, **dict.fromkeys(names, "x"), **fields, "sha256": str(number)}


def test_the_latest_of_each_brief_in_each_format_stay() -> None:
    kept: list[object] = []
    for number in range(MOST + 20):
        pair = [entry(number), entry(number, "a.docx", format="docx"), entry(number, "b.pdf", audience="y")]
        kept = superseded(kept, pair, [])  # type: ignore[arg-type,assignment]
    assert len(kept) == 3 * MOST
    assert {one["sha256"] for one in kept} == set(map(str, range(20, MOST + 20)))  # type: ignore[index]
    assert "inputs" not in kept[0]  # type: ignore[operator]


def test_the_last_one_of_each_version_stays_for_good() -> None:
    old = [entry(number, f"a_v{number // 100}.pdf") for number in range(1000)]
    numbers = [int(one["sha256"]) for one in superseded([], old, [])]
    assert numbers == [*range(99, 900, 100), *range(1000 - MOST, 1000)]


def test_what_is_there_again_is_not_replaced_and_nothing_is_listed_twice() -> None:
    back_and_forth = [entry(1), entry(2), entry(1), entry(2)]
    assert [one["sha256"] for one in superseded(back_and_forth, [entry(1)], [entry(2)])] == ["1"]
    assert superseded([entry(1)], [], [entry(1)]) == []


@pytest.mark.parametrize("builds", [MOST + 30, 2 * MOST])
def test_a_manifest_is_as_large_after_a_hundred_builds_as_after_eighty(builds: int) -> None:
    made = old = new_manifest([], {}, {}, {})
    for number in range(builds):
        content = f"{number:03}"
        made = new_manifest([replace(brief(content), edition=content.encode())], INPUTS, VERSIONS, old)
        old = made
    assert (len(made["superseded"]), len(made["editions"])) == (MOST, MOST + 1)
    assert len(dump_manifest(made)) < 60_000
    named = {one["edition"]["sha256"] for one in (*made["files"], *made["superseded"])}
    assert {one["sha256"] for one in made["editions"]} == named


def test_kept_editions_that_no_file_was_known_to_be_made_from_stay() -> None:
    """An older manifest may list editions, but no files."""
    first = new_manifest([replace(brief("1"), edition=b"1")], INPUTS, VERSIONS, {})
    orphan = {**first["editions"][0], "superseded": True, "sha256": "0" * 64, "path": "editions/sent.json.gz"}
    old = {"editions": [*first["editions"], orphan]}
    for number in range(MOST + 5):
        old = new_manifest([replace(brief(str(number)), edition=b"%d" % number)], INPUTS, VERSIONS, old)
    assert orphan["path"] in {one["path"] for one in old["editions"]}
