from __future__ import annotations

from dataclasses import replace

from briefs.model.library import ABOUT
from briefs.pipeline.checks import check_inputs
from briefs.pipeline.inputs import Inputs, draw_blocks, with_filled_templates
from briefs.pipeline.sources import read_sources
from briefs.preview.editing.block_findings import audience_findings, block_findings, library_with
from briefs.preview.editing.block_source import drawn_block

WRONG = "All 12 pirates agreed"


def with_short(inputs: Inputs, block: str, text: str) -> Inputs:
    file = inputs.seed / "blocks" / "fact.yaml"
    file.write_text(file.read_text().replace("Most keepers agreed that a shared timetable would reduce waiting.", text))
    library = draw_blocks(read_sources(inputs.project).value).value
    return replace(inputs, library=library)


def test_the_same_is_found_in_a_block_as_by_a_build(copied: Inputs) -> None:
    inputs = with_short(copied, "fact.timetable", WRONG)
    sources = with_filled_templates(read_sources(copied.project).value, copied.composer)
    of_build = [one for one in check_inputs(sources, inputs.library, copied.composer) if one.block == "fact.timetable"]
    found = block_findings(inputs, inputs.library.blocks["fact.timetable"])
    assert list(found) == of_build
    assert {"number-untraced", "strength-upgraded"} <= {one.code for one in found}


def test_the_house_says_how_serious_it_is(copied: Inputs) -> None:
    inputs = with_short(copied, "fact.timetable", "Most keepers agreed wholeheartedly that it would reduce waiting.")
    found = block_findings(inputs, inputs.library.blocks["fact.timetable"])
    assert [(one.code, one.severity) for one in found] == [("word-doubtful", "warning")]
    house = inputs.house.model_copy(update={"severity": {"word-doubtful": "error"}})
    stricter = replace(inputs, layered_house=replace(inputs.layered_house, house=house))
    assert [one.severity for one in block_findings(stricter, inputs.library.blocks["fact.timetable"])] == ["error"]


def test_a_block_stands_in_place_of_the_one_with_its_id(harbour: Inputs) -> None:
    library, about = harbour.library, drawn_block(harbour, ABOUT)
    other = replace(library.blocks["fact.timetable"], doubts=frozenset({"x"}))
    assert library_with(library, other).blocks["fact.timetable"] is other
    assert library_with(replace(library, partial={other.id: other}, blocks={}), other).blocks == {}
    assert library_with(library, replace(about, doubts=frozenset({"x"}))).about != about


def test_a_block_that_a_call_for_its_kind_prints_may_be_excluded(copied: Inputs) -> None:
    never = drawn_block(copied, "fact.bicycles")
    never = replace(never, block=never.block.model_copy(update={"audiences": {"captains": "never"}}))
    assert [one.code for one in audience_findings(copied, never, "captains")] == ["block-excluded"]
    template = copied.project.root / "templates" / "captains.md"
    template.parent.mkdir()
    template.write_text('{{ statements("fact.timetable", "fact.bicycles") }}')
    assert [one.code for one in audience_findings(copied, never, "captains")] == ["block-excluded"]
    template.write_text("{{ statements(all='fact') }}")
    assert [one.code for one in audience_findings(copied, never, "captains")] == []
