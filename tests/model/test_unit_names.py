"""Names of units last: what a unit prints, where, and which of its like; nothing that other units do changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.unit_names import UnitNames
from tests.builders import CAPTAINS, forms, front, write_project
from tests.projects import composed


def named(*texts: str, section: str = "issue", blocks: tuple[str, ...] = ("ben.states",)) -> str:
    return UnitNames().new(section, blocks, forms(*texts))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (("ben.states/short",), "issue/ben.states"),
        (("ben.states/verbatim",), "issue/ben.states"),
        (("ben.states/ask",), "issue/ben.states(ask)"),
        (("ben.states/short", "ben.states/basis.short"), "issue/ben.states(basis,text)"),
        (("ben.states/basis", "ben.states/verbatim"), "issue/ben.states(basis,text)"),
        (("fig.calendar/short", "date.2013/when"), "issue/ben.states"),
        ((), "issue/ben.states"),
    ],
)
def test_a_name_says_what_of_its_blocks_a_unit_prints_whichever_wording_of_it(
    printed: tuple[str, ...], name: str
) -> None:
    blocks = ("ben.states",)
    given = forms(*(form.replace("fig.calendar", "ben.states") for form in printed))
    assert UnitNames().new("issue", blocks, given) == name


def test_a_unit_of_several_blocks_names_all_of_them() -> None:
    assert named("a.b/short", "c.d/short", blocks=("a.b", "c.d")) == "issue/a.b+c.d"


def test_a_unit_like_another_in_its_section_has_its_number_and_one_in_another_section_has_none() -> None:
    names = UnitNames()
    given = [names.new(section, ("a.b",), forms("a.b/short")) for section in ("issue", "issue", "asks", "issue")]
    assert given == ["issue/a.b", "issue/a.b#2", "asks/a.b", "issue/a.b#3"]


def test_units_keep_their_names_in_a_draft_in_short_forms_and_when_others_come(tmp_path: Path) -> None:
    more = CAPTAINS.replace("{{ paragraph(", '{{ statements("rec.tides") }}\n\n{{ paragraph(')
    root = write_project(tmp_path, templates={"captains": front("captains") + CAPTAINS})
    other = write_project(tmp_path / "other", templates={"captains": front("captains") + more})
    before = [unit.name for unit in composed(root, "captains").units()]
    after = {unit.tag: unit.name for unit in composed(other, "captains").units()}
    assert before == ["issue/fact.timetable+fact.bicycles", "captains-are-invited-to/rec.tides(ask)"]
    assert after == {
        "u1": "issue/rec.tides",
        "u2": "issue/fact.timetable+fact.bicycles",
        "u3": "captains-are-invited-to/rec.tides(ask)",
    }
    assert [unit.name for unit in composed(root, "captains", "draft").units()] == before
    assert [unit.name for unit in composed(root, "captains", shortened=True).units()] == before
