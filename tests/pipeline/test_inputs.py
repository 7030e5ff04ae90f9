"""What briefs of one report are made from, and what keeps it from being complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline import Project, prepare
from briefs.pipeline.inputs import Lacks, draw_blocks, inputs_from, prepare_composer
from briefs.pipeline.sources import read_sources
from tests.builders import BLOCKS, front, write_project


def codes(root: Path) -> list[str]:
    with pytest.raises(DocumentError) as raised:
        prepare(Project(root))
    return [problem.code for problem in raised.value.diagnostics]


def test_a_project_without_mistakes_is_prepared_without_problems(tmp_path: Path) -> None:
    prepared = prepare(Project(write_project(tmp_path)))
    assert prepared.problems == ()
    assert prepared.value.name == "harbour"
    assert sorted(prepared.value.library.blocks) == ["fact.bicycles", "fact.timetable", "rec.tides"]


def test_without_a_report_blocks_have_no_extracts_and_are_looked_at_all_the_same(tmp_path: Path) -> None:
    fish = "kind: fish\nblocks: []\n"
    conflict = BLOCKS["fact"].replace("audiences:", "conflict: [con.sails]\n    audiences:")
    root = write_project(tmp_path, report=None, blocks={"fact": conflict, "fish": fish})
    sources = read_sources(Project(root)).value
    drawn = draw_blocks(sources)
    assert [problem.code for problem in drawn.problems] == ["reference-unknown", "kind-unknown"]
    assert drawn.value.hollow == drawn.value.blocks.keys() == {"fact.timetable", "fact.bicycles"}
    composer = prepare_composer(sources, drawn.value)
    inputs = inputs_from(sources, drawn.value, composer.value)
    assert (inputs.is_complete, inputs.lacks.are_few, inputs.report.children) == (False, False, ())


def test_without_a_report_templates_are_checked_against_its_blocks(tmp_path: Path) -> None:
    templates = {"clerks": front("clerks") + '## Issue\n\n{{ statements("fact.tides", "rec.tides") }}\n'}
    assert codes(write_project(tmp_path, report=None, templates=templates)) == [
        "report-missing",
        "audience-unknown",
        "block-unknown",
        "block-excluded",
    ]


def test_what_hints_and_house_lack_decides_what_can_be_known() -> None:
    assert Lacks().doubts == frozenset()
    lacks = Lacks(frozenset({"known_names"}), frozenset({"logo"}))
    assert lacks.doubts == {"name-untraced", "over-budget", "over-words", "first-page"}
    assert lacks.are_few
    assert not Lacks(frozenset(), frozenset({"language"})).are_few


def test_without_a_report_all_else_that_is_wrong_is_told_too(tmp_path: Path) -> None:
    root = write_project(tmp_path, report=None, house="issuer: x\n", blocks={"fact": "kind: fish\nblocks: []\n"})
    found = codes(root)
    assert {"report-missing", "field-missing", "kind-unknown"} <= set(found)


def test_without_a_house_the_wording_of_blocks_is_checked_all_the_same(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates" / "house.yaml").unlink()
    facts = root / "seeds/harbour/blocks/fact.yaml"
    facts.write_text(facts.read_text().replace("Most keepers agreed that a shared", "All keepers agreed that 9 shared"))
    assert {"file-missing", "number-untraced", "strength-upgraded"} <= set(codes(root))


def test_a_block_template_that_cannot_be_read_makes_no_call_of_it_wrong(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates/blocks/asks.html").write_text("no front matter")
    prepared = prepare(Project(root))
    assert [problem.code for problem in prepared.problems] == ["front-matter"]
