"""Accepting a report: block by block where a passage has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.drift.report_lock import NAME
from briefs.model.unknown_name import UnknownName
from tests.builders import HINTS, contents
from tests.drift.builders import accept_named, accepted_project, change, drift, states


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return accepted_project(tmp_path)


def test_only_the_blocks_that_are_named_are_accepted(root: Path) -> None:
    change(root, "report.txt", "would reduce waiting", "would increase waiting")
    change(root, "report.txt", "could carry more", "might carry more")
    first = accept_named(root)
    assert (first.named, first.left) == ((), ("fact.bicycles", "fact.timetable"))
    second = accept_named(root, "fact.bicycles")
    assert (second.named, second.left) == (("fact.bicycles",), ("fact.timetable",))
    assert {name for name, state in states(root).items() if state == "reworded"} == {"fact.timetable"}
    third = accept_named(root, "fact.timetable")
    assert (third.named, third.left) == (("fact.timetable",), ())


def test_accepting_again_writes_nothing(root: Path) -> None:
    before = contents(root)
    assert accept_named(root).written == ()
    assert contents(root) == before


def test_the_same_report_and_blocks_give_the_same_lock_in_one_step_or_in_several(tmp_path: Path) -> None:
    locks = []
    for name in ("one", "two"):
        root = accepted_project(tmp_path / name)
        change(root, "report.txt", "would reduce waiting", "would increase waiting")
        if name == "two":
            accept_named(root)
        accept_named(root, "fact.timetable")
        locks.append((root / "seeds" / "harbour" / NAME).read_bytes())
    assert locks[0] == locks[1]


def test_a_block_whose_anchor_matches_nothing_cannot_be_accepted(root: Path) -> None:
    change(root, "report.txt", "Ferries that share", "Boats that share")
    done = accept_named(root, "fact.bicycles")
    assert (done.named, done.left) == ((), ("fact.bicycles",))
    change(root, "blocks/fact.yaml", "Ferries that share", "Boats that share")
    assert states(root)["fact.bicycles"] == "reworded"
    assert accept_named(root, "fact.bicycles").left == ()
    assert set(states(root).values()) == {"unchanged"}


def test_a_block_that_there_is_not_cannot_be_accepted(root: Path) -> None:
    with pytest.raises(UnknownName):
        accept_named(root, "fact.timetables")


def test_the_fingerprint_in_the_hints_follows(tmp_path: Path) -> None:
    root = accepted_project(tmp_path)
    former = drift(root).lock
    assert former is not None
    hints = root / "seeds" / "harbour" / "report.yaml"
    hints.write_text(f"{HINTS}# as received\nsha256: {former.sha256}  # in May\n", encoding="utf-8")
    change(root, "report.txt", "small boats", "tall boats")
    done = accept_named(root)
    now = drift(root).lock
    assert now is not None
    assert [path.name for path in done.written] == ["report.lock", "report.yaml"]
    assert hints.read_text(encoding="utf-8") == f"{HINTS}# as received\nsha256: {now.sha256}  # in May\n"
