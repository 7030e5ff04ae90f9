"""Proposed wordings held against the report, many at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import Diagnostic
from briefs.model.proposal import Write
from briefs.pipeline.order import Project
from briefs.pipeline.proposal_checks import CheckedChanges, ProposedChange, check_changes
from tests.builders import BLOCKS, contents, write_project

FACTS = "seeds/harbour/blocks/fact.yaml"
MORE = """kind: statement
blocks:
  - id: st.tides
    anchor: "Some keepers asked whether … tides & currents"
    short: Some keepers asked whether the board should publish the tides.
  - id: st.again
    anchor: "The keepers will meet … spring of 2012"
    short: The keepers will meet again in 2012.
"""
SAID = "Most keepers agreed that a shared timetable would reduce waiting."
ASKED = "Some keepers asked whether the board should publish the tides."
MET = "The keepers will meet again in 2012."


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    project = write_project(tmp_path, blocks={**BLOCKS, "statement": MORE})
    template = tmp_path / "templates" / "clerks.md"
    template.write_text(
        template.read_text(encoding="utf-8").replace('"fact.timetable"', '"fact.timetable", "st.tides", "st.again"'),
        encoding="utf-8",
    )
    return project


def timetable(after: str) -> Write:
    return Write(FACTS, ("blocks", 0, "short"), 5, SAID, after, "fact.timetable/short")


def statement(index: int, before: str, after: str) -> Write:
    path, form = "seeds/harbour/blocks/statement.yaml", ("st.tides/short", "st.again/short")[index]
    return Write(path, ("blocks", index, "short"), (5, 8)[index], before, after, form)


def checked(root: Path, *writes: Write) -> CheckedChanges:
    changes = [ProposedChange(number, (write,)) for number, write in enumerate(writes)]
    return check_changes(Project(root), None, changes)


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in found]


def test_each_change_has_what_the_checks_say_of_it_and_nothing_else(harbour: Path) -> None:
    before = contents(harbour)
    found = checked(
        harbour,
        timetable("All keepers agreed that a shared timetable would reduce waiting."),
        statement(0, ASKED, "Most keepers asked whether the board should publish the tides."),
        statement(1, MET, "The keepers will meet again in 2013."),
    )
    assert "strength-upgraded" in codes(found.by_change[0])
    assert "strength-upgraded" in codes(found.by_change[1])
    assert codes(found.by_change[2]) == ["number-untraced"]
    assert [one.place.line for one in found.by_change[2]] == [8]
    assert "2013" in found.by_change[2][0].message
    assert found.together == ()
    assert contents(harbour) == before


def test_a_dropped_hedge_is_answered_with_the_passage(harbour: Path) -> None:
    found = checked(harbour, timetable("Most keepers agreed that a shared timetable will reduce waiting."))
    assert "would reduce" in found.by_change[0][0].message


def test_an_actor_that_the_passage_does_not_have_is_answered(harbour: Path) -> None:
    found = checked(harbour, statement(0, ASKED, "Some participants asked whether the board should publish the tides."))
    assert codes(found.by_change[0]) == ["word-doubtful"]


def test_a_good_wording_has_no_findings_though_others_beside_it_have_errors(harbour: Path) -> None:
    found = checked(
        harbour,
        timetable("All keepers agreed that a shared timetable would reduce waiting."),
        statement(1, MET, "The keepers will meet again in spring 2012."),
    )
    assert found.by_change[1] == ()


def test_variants_of_one_wording_are_tried_one_after_the_other(harbour: Path) -> None:
    wordings = ("All keepers agreed that a shared timetable would reduce waiting.", f"{SAID[:-1]} at the quay.")
    found = checked(harbour, *map(timetable, wordings))
    assert [bool(found.by_change[key]) for key in (0, 1)] == [True, False]


def test_what_only_a_brief_shows_is_found_by_halves(harbour: Path) -> None:
    """A call without a block that the brief needs: the finding stands at the template, and names no block."""
    template = (harbour / "templates" / "clerks.md").read_text(encoding="utf-8")
    line = template.split("\n").index('{{ statements("fact.timetable", "st.tides", "st.again") }}') + 1
    call = '{{ statements("fact.timetable", "st.tides", "st.again") }}'
    without = Write("templates/clerks.md", (), line, call, '{{ statements("fact.gone", "st.tides", "st.again") }}')
    asks = '{{ asks("rec.tides") }}'
    captains = (harbour / "templates" / "captains.md").read_text(encoding="utf-8")
    at = captains.split("\n").index(asks) + 1
    other = Write("templates/captains.md", (), at, asks, '{{ asks("rec.tides", decide=true) }}')
    found = checked(harbour, without, other)
    assert codes(found.by_change[0]) == ["block-unknown"]
    assert found.by_change[1] == ()
    assert found.together == ()


def test_lines_are_those_of_the_project_as_it_is(harbour: Path) -> None:
    """What one change adds above moves the lines below it in the copy, but not in the project."""
    long = Write(FACTS, ("blocks", 0, "short"), 5, SAID, f"{SAID[:-1]} at the quay.", "fact.timetable/short")
    found = checked(harbour, long, statement(1, MET, "The keepers will meet again in 2013."))
    assert [one.place.line for one in found.by_change[1]] == [8]


def test_nothing_proposed_is_nothing_checked(tmp_path: Path) -> None:
    assert check_changes(Project(tmp_path), None, []).runs == 0
