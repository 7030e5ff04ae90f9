"""What two processes find in wording is what one finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.check.kept_findings import Findings, KeptFindings
from briefs.pipeline import shared_checks, workers
from briefs.pipeline.checks import check_inputs
from briefs.pipeline.examination import gather
from briefs.pipeline.order import Project
from briefs.pipeline.shared_checks import find_together
from tests.builders import REPOSITORY, write_project


def found_in(root: Path, prepare: Callable[[KeptFindings], None] = lambda kept: None) -> dict[str, Findings]:
    """What is found in a project: all of it by two processes, or nothing."""
    materials = gather(Project(root))
    kept = KeptFindings()
    read, library, composer = materials.read.value, materials.drawn.value, materials.composer.value
    prepare(kept)
    find_together(read, library, composer, kept)
    together = dict(kept.found)
    list(check_inputs(read, library, composer, kept=kept))
    assert together in ({}, {"a": []}, kept.found)
    return kept.found


@pytest.mark.parametrize("number", [1, 2])
def test_two_processes_find_what_one_does(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path)
    monkeypatch.setattr(shared_checks, "_FEWEST", 1000)
    expected = found_in(root)
    monkeypatch.setattr(shared_checks, "_FEWEST", 1)
    monkeypatch.setattr(workers, "can_fork", lambda: number == 2)
    assert found_in(root) == expected != {}


def test_of_many_blocks_each_part_is_checked_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path)
    monkeypatch.setattr(shared_checks, "_FEWEST", 1000)
    expected = found_in(root)
    monkeypatch.setattr(shared_checks, "_FEWEST", 1)
    monkeypatch.setattr(shared_checks, "_PARTS", 1)
    monkeypatch.setattr(shared_checks, "_LARGEST_PART", 2)
    monkeypatch.setattr(shared_checks, "shared", lambda *arguments: pytest.fail("it is shared by two"))
    assert found_in(root) == expected


def test_what_is_known_is_not_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_checks, "_FEWEST", 1)
    monkeypatch.setattr(shared_checks, "shared", lambda *arguments: pytest.fail("wording is checked"))
    found_in(write_project(tmp_path), lambda kept: kept.learn({"a": []}))


@pytest.mark.slow
def test_all_that_is_found_in_a_large_report_is_found_together() -> None:
    assert found_in(REPOSITORY)
