"""Calls that leave room to write in: what is printed of them, and what a screen reader says there."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.document import List, Table
from briefs.model.inline import Checkbox, Inline, NoteCall, TextArea, inline_text
from tests.builders import REPOSITORY
from tests.compose.builders import composed, linted

LOOKS = {
    name: (REPOSITORY / f"templates/blocks/{name}.html").read_text(encoding="utf-8")
    for name in ("asks", "benefits", "proposals", "questions")
}
FILES = {
    "benefit": """kind: benefit
blocks:
  - id: ben.keepers
    anchor: "Most keepers agreed … at the quay"
    sort: direct
    beneficiary: Keepers & crews
    basis: {anchor: The board should publish the tides each week}
""",
    "proposal": """kind: proposal
blocks:
  - id: imp.timetable
    addressees: [keepers]
    anchor: "Most keepers agreed … at the quay"
    strength: Most keepers
    carried: rec.tides
    short: A shared timetable
  - id: imp.tides
    addressees: [the board]
    anchor: The board should publish the tides each week
    carried: null
    short: Weekly tides
""",
    "question": """kind: question
blocks:
  - id: q.tides
    anchor: The board should publish the tides each week
    sort: embedded
    short: "Should the *board* publish tides?"
""",
}


def filled(children: tuple[Inline, ...]) -> list[Inline]:
    return [child for child in children if isinstance(child, Checkbox | TextArea)]


def benefits(folder: Path, options: str) -> Table:
    made = composed(folder, f'## Issue\n\n{{{{ benefits("ben.keepers"{options}) }}}}\n', LOOKS, **FILES)
    (table,) = made.sections[0].content
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize("tick", [True, False])
@pytest.mark.parametrize("basis", [True, False])
def test_a_checklist_has_a_column_for_evidence_if_asked(tmp_path: Path, tick: bool, basis: bool) -> None:
    shown = f", tick={tick}, basis={basis}".lower()
    plain = benefits(tmp_path / "plain", shown)
    table = benefits(tmp_path / "evidence", f'{shown}, evidence=true, evidence_column="Evidence that we hold"')
    assert [inline_text(column) for column in table.columns[-1:]] == ["Evidence that we hold"]
    assert (len(table.columns), sum(table.widths)) == (len(plain.columns) + 1, 100)
    assert filled(table.rows[0].cells[-1].children) == [TextArea("Evidence that we hold: Keepers & crews", 2)]
    assert not [cell for cell in plain.rows[0].cells for one in filled(cell.children) if isinstance(one, TextArea)]


def test_the_column_for_evidence_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert inline_text(benefits(tmp_path, ", evidence=true").columns[-1]) == "Evidence held"


def test_what_weighs_against_benefits_is_a_note_on_their_caption(tmp_path: Path) -> None:
    call = '{{ benefits("ben.keepers", caption="Benefits", against="fact.timetable") }}'
    made = composed(tmp_path, f"## Issue\n\n{call}\n", LOOKS, **FILES)
    assert [note.unit.blocks for note in made.notes] == [("fact.timetable",)]
    (table,) = made.sections[0].content
    assert isinstance(table, Table)
    assert table.caption[1:] == (NoteCall("fact.timetable"),)


def test_proposals_say_how_widely_each_was_held(tmp_path: Path) -> None:
    table = proposals(tmp_path / "all", "")
    assert [inline_text(column) for column in table.columns] == ["Proposal", "How widely held", "In the summary"]
    assert [[inline_text(cell.children) for cell in row.cells] for row in table.rows] == [
        ["A shared timetable", "Most keepers", "Yes"],
        ["Weekly tides", "The report does not say", "No"],
    ]
    table = proposals(tmp_path / "few", ', named=false, unsaid="Not said"')
    assert [inline_text(row.cells[-1].children) for row in table.rows] == ["Most keepers", "Not said"]


def proposals(folder: Path, options: str) -> Table:
    call = f'{{{{ proposals("imp.timetable", "imp.tides"{options}) }}}}'
    (table,) = composed(folder, f"## Issue\n\n{call}\n", LOOKS, **FILES).sections[0].content
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize(("options", "rooms"), [("", []), (", notes=0", []), (", notes=3", [3]), (", notes=15", [15])])
def test_questions_have_as_much_room_for_notes_as_asked(tmp_path: Path, options: str, rooms: list[int]) -> None:
    made = composed(tmp_path, f'## Issue\n\n{{{{ questions("q.tides"{options}) }}}}\n', LOOKS, **FILES)
    (questions,) = made.sections[0].content
    assert isinstance(questions, List)
    label = "Notes on: Should the board publish tides?"
    assert filled(questions.items[0].children) == [TextArea(label, rows) for rows in rooms]


def test_each_box_for_an_answer_says_what_is_answered(tmp_path: Path) -> None:
    made = composed(tmp_path, '## Issue {.decision}\n\n{{ asks("rec.tides", decide=true) }}\n', LOOKS)
    (table,) = made.sections[0].content
    assert isinstance(table, Table)
    (row,) = table.rows
    labels = [one.label for cell in row.cells for one in filled(cell.children) if isinstance(one, Checkbox)]
    ask = inline_text(row.cells[0].children)
    assert labels == [f"Agree: {ask}", f"Do not agree: {ask}", f"Discuss: {ask}"]


@pytest.mark.parametrize("value", ["-1", '"x"', "500", "16", "2.5"])
def test_notes_of_any_other_length_are_a_mistake_of_the_call(tmp_path: Path, value: str) -> None:
    said = linted(tmp_path, f'{{{{ questions("rec.tides", notes={value}) }}}}\n', block_templates=LOOKS)
    assert "is not a whole number from 0 to 15 [option-value]" in said
