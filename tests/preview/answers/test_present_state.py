"""The state that pages get: briefs in order, how they fit, and everything that is wrong."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.diagnostics import Fault, Place
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.present_state import (
    brief_ids,
    budget_of,
    in_cutting_order,
    present_state,
    report_version,
)
from briefs.preview.shown.state_views import json_of
from briefs.preview.workshop.held import NOTHING_HELD, Held
from tests.preview.answers.quay import CAPTAINS, CLERKS, MANY

LONG = Fault("over-budget", "the brief has 900 words, 700 are allowed", "say less")
WRONG = Fault("anchor-not-found", "the words are not in the report", "write others")


def test_all_briefs_are_listed_with_how_they_fit(held: Held, links: Links) -> None:
    state = present_state(held, links, generation=7, building="fitting", proposals=3)
    assert (state.generation, state.project, state.building, state.proposals) == (7, "project", "fitting", 3)
    assert [(one.id, one.report, one.audience, one.product, one.is_current) for one in state.briefs] == [
        (CAPTAINS, "harbour", "captains", "brief", True),
        (CLERKS, "harbour", "clerks", "brief", True),
    ]
    captains, clerks = state.briefs
    assert captains.title == "What a timetable could change"
    assert captains.version != clerks.version
    assert captains.budget is not None
    assert (captains.budget.pages, captains.budget.most, captains.budget.most_words) == (1, 1, 700)
    assert 0.5 < captains.budget.fill <= 1
    assert clerks.budget is not None
    assert (clerks.budget.left_out, clerks.budget.most_words, clerks.budget.fits) == ((), None, True)
    assert json_of(state)["briefs"][0]["budget"]["most_words"] == 700


def test_units_are_named_in_the_order_in_which_they_go(held: Held) -> None:
    gone = budget_of(held.briefs[CAPTAINS]).left_out
    assert [one.blocks for one in gone] == [(f"st.lamp{at}",) for at in range(MANY - 1, MANY - 1 - len(gone), -1)]
    assert gone[0].text.startswith(f"Keeper {MANY - 1} asked for")
    assert {(one.fate, one.reason, one.section, one.weight) for one in gone} == {
        ("left out", "its section has cut=1: lower numbers go first", "Lamps", "could")
    }


def test_what_goes_with_another_comes_last(held: Held) -> None:
    settled = held.briefs[CAPTAINS].settled
    first, *others = in_cutting_order(settled.fit.fates, settled.composed)
    stray = replace(first, unit="lamps/of-no-step")
    assert in_cutting_order([stray, *others], settled.composed) == [*others, stray]


def test_a_problem_names_the_briefs_that_it_is_of(held: Held, links: Links) -> None:
    found = (
        LONG.at(Place("templates/captains.md", 3)),
        WRONG.at(Place("seeds/harbour/blocks/fact.yaml", 4)).about("fact.timetable"),
        LONG.at(Place("templates/house.yaml")),
    )
    problems = present_state(replace(held, problems=found), links).problems
    assert [one.briefs for one in problems] == [(CAPTAINS, CLERKS), (CAPTAINS,), ()]
    assert (problems[0].severity, problems[0].block, problems[0].hint) == ("error", "fact.timetable", "write others")
    assert problems[0].link.href.endswith("/seeds/harbour/blocks/fact.yaml:4")


def test_problems_are_in_the_order_in_which_commands_print_them_each_once(held: Held, links: Links) -> None:
    block, template = Place("seeds/harbour/blocks/fact.yaml", 4), Place("templates/captains.md", 3)
    found = LONG.at(template), WRONG.at(block), LONG.at(template)
    problems = present_state(replace(held, problems=found), links).problems
    assert [one.link.path for one in problems] == [block.path, template.path]


def test_a_warning_names_the_briefs_that_were_built_with_it(held: Held, links: Links) -> None:
    warning = Fault("report-note-mark", "a note has no mark").at(Place("seeds/harbour/blocks/fact.yaml", 4))
    briefs = {**held.briefs, CLERKS: replace(held.briefs[CLERKS], warnings=(warning,))}
    assert present_state(replace(held, briefs=briefs, problems=(warning,)), links).problems[0].briefs == (CLERKS,)


def test_what_is_not_what_the_files_say_is_still_listed_in_its_place(held: Held, links: Links) -> None:
    inputs = held.present["harbour"]
    without = {key: one for key, one in inputs.templates.items() if key.audience != "captains"}
    broken = replace(
        held, present={"harbour": replace(inputs, templates=without)}, stale=frozenset({CAPTAINS}), failure="no disk"
    )
    state = present_state(broken, links)
    assert [(one.id, one.is_current, bool(one.version)) for one in state.briefs] == [
        (CAPTAINS, False, True),
        (CLERKS, True, True),
    ]
    assert state.failure == "no disk"


def test_a_brief_that_never_was_good_is_listed_with_nothing_to_show(held: Held, links: Links) -> None:
    never = replace(held, reports={}, briefs={}, stale=frozenset({CLERKS, CAPTAINS}))
    state = present_state(never, links)
    assert [(one.id, one.title, one.version, one.is_current, one.budget) for one in state.briefs] == [
        (CAPTAINS, "What a timetable could change", "", False, None),
        (CLERKS, "What a timetable could change", "", False, None),
    ]
    assert [one.title for one in state.reports] == ["The Harbour Study"]


def test_a_report_has_another_version_if_anything_that_it_shows_changed(held: Held) -> None:
    version = report_version(held, "harbour")
    assert version == report_version(replace(held), "harbour")
    changed = replace(held.briefs[CLERKS], version="another")
    assert report_version(replace(held, briefs={**held.briefs, CLERKS: changed}), "harbour") != version
    inputs = held.reports["harbour"]
    edited = replace(inputs, hashes={**inputs.hashes, "seeds/harbour/report.txt": "another"})
    assert report_version(replace(held, reports={"harbour": edited}), "harbour") != version
    odd = replace(inputs, hashes={**inputs.hashes, "seeds/harbour/Ann\udce9e.docx": "a name that is no UTF-8"})
    assert report_version(replace(held, reports={"harbour": odd}), "harbour") != version


def test_nothing_is_held_at_first(links: Links) -> None:
    state = present_state(NOTHING_HELD, links)
    assert (state.briefs, state.reports, state.problems) == ((), (), ())
    assert brief_ids(NOTHING_HELD) == ()


def test_what_fails_names_files_from_the_project(links: Links) -> None:
    state = present_state(replace(NOTHING_HELD, failure=f"no report in {links.root / 'seeds'}"), links)
    assert state.failure == "no report in seeds"
