"""What briefs of one report are made from, and what keeps it from being complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline import Project, prepare
from briefs.pipeline.inputs import draw_blocks, inputs_from, prepare_composer
from briefs.pipeline.sources import read_sources
from tests.builders import write_project


def codes(root: Path) -> list[str]:
    with pytest.raises(DocumentError) as raised:
        prepare(Project(root))
    return [problem.code for problem in raised.value.diagnostics]


def test_a_project_without_mistakes_is_prepared_without_problems(tmp_path: Path) -> None:
    prepared = prepare(Project(write_project(tmp_path)))
    assert prepared.problems == ()
    assert prepared.value.name == "harbour"
    assert sorted(prepared.value.library.blocks) == ["fact.bicycles", "fact.timetable", "rec.tides"]


def test_without_a_report_nothing_is_drawn_or_composed_and_blocks_are_looked_at(tmp_path: Path) -> None:
    root = write_project(tmp_path, report=None, blocks={"fact": "kind: fish\nblocks: []\n"})
    sources = read_sources(Project(root)).value
    drawn = draw_blocks(sources)
    assert (drawn.value, [problem.code for problem in drawn.problems]) == (None, ["kind-unknown"])
    composer = prepare_composer(sources, drawn.value)
    assert (composer.value, composer.problems) == (None, ())
    assert inputs_from(sources, drawn.value, composer.value) is None


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
