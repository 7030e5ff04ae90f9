"""Planted faults are found where they are, and harmless edits stop nobody: the measure of all checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.mutations import prove_mutations
from bench.planting import PROJECTS, Planted, block_file, cases, copy_project, field_lines, plant, restore, saved
from bench.proof import prove, share
from bench.proving import Prover, judge
from briefs.model.diagnostics import Fault, Place
from briefs.pipeline.order import Project

FAULTS, HARMLESS = cases("faults.yaml"), cases("harmless.yaml")
FOUND, MUTATIONS_FOUND, STOPPED = 170 / 186, 0.85, 1 / 42
"""Which share of planted faults and of mutations must be found, and of harmless edits may be stopped by an error."""


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: copy_project(name, tmp_path_factory.mktemp("proof") / name) for name in PROJECTS}


def test_there_are_enough_of_both_and_each_has_a_name_of_its_own() -> None:
    for edits, least in ((FAULTS, 200), (HARMLESS, 60)):
        assert len(edits) >= least
        assert len({edit.id for edit in edits}) == len(edits)


def test_each_edit_has_its_place_and_changes_it(copies: dict[str, Path]) -> None:
    for edits in (FAULTS, HARMLESS):
        for project, root in copies.items():
            kept = saved(root)
            for edit in edits:
                if edit.project == project:
                    (spot, *_) = plant(edit, root)
                    changed = (root / spot.path).read_bytes()
                    restore(root, kept)
                    assert changed != (root / spot.path).read_bytes(), edit.id


def test_what_is_planted_in_is_good_itself(tmp_path: Path) -> None:
    assert Prover(copy_project("water", tmp_path / "water")).before == set()


def test_a_field_of_a_block_is_found_and_not_that_of_its_parts() -> None:
    lines = [
        "blocks:",
        "  - id: a.b",
        "    what:",
        "      short: One",
        "    short:",
        "      text: Two",
        "      anchor: X",
    ]
    assert field_lines(lines, "a.b", "short") == (4, 6)
    assert field_lines(lines, "a.b", "short.text") == (5, 5)
    assert field_lines(lines, "a.b", "what.short") == (3, 3)


def test_findings_count_at_their_place_only(tmp_path: Path) -> None:
    root = copy_project("water", tmp_path / "water")
    edit = Planted(id="one", kind="kind", project="water", block="st.well", replace=("new",), by="deep")
    (spot,) = plant(edit, root)
    assert root / spot.path == block_file(root, "st.well")
    there, elsewhere = Place(spot.path, spot.first), Place(spot.path, spot.last + 1)
    found = Fault("name-untraced", "a name", "a hint")
    warning, incidental = Fault("sense-doubtful", "no", "hint"), Fault("short-too-long", "long", "hint")
    assert judge("one", "kind", [spot], [found.at(there)]).verdict == "error"
    assert judge("one", "kind", [spot], [warning.at(there), found.at(elsewhere)]).verdict == "warning"
    assert judge("one", "kind", [spot], [found.at(elsewhere)]).verdict == "wrong place"
    assert judge("one", "kind", [spot], [incidental.at(there)]).verdict == "missed"


@pytest.mark.slow
def test_faults_are_found_and_harmless_edits_are_not_stopped_in_a_small_report() -> None:
    """All that is planted in the other house's report: the sample that is tried whenever the tests are run."""
    faults = prove([edit for edit in FAULTS if edit.project == "water"], quick=True)
    assert [one.id for one in faults if one.verdict == "stale"] == []
    assert share(faults) >= 0.75
    harmless = prove([edit for edit in HARMLESS if edit.project == "water"], quick=True)
    assert [one for one in harmless if one.verdict == "error"] == []


@pytest.mark.slow
def test_nearly_all_planted_faults_are_found_where_they_are() -> None:
    judged = prove(FAULTS)
    missed = [one.id for one in judged if one.verdict not in ("error", "warning")]
    assert share(judged) >= FOUND, missed


@pytest.mark.slow
def test_hardly_any_harmless_edit_is_stopped() -> None:
    judged = prove(HARMLESS)
    stopped = [one for one in judged if one.verdict == "error"]
    assert share(judged, ("error", "wrong place")) <= STOPPED, stopped


@pytest.mark.slow
def test_most_mutations_are_found() -> None:
    assert share(prove_mutations(Project(PROJECTS["shipped"]))) >= MUTATIONS_FOUND
