"""Names of units last: what a unit prints, where, and which of its like; nothing that other units do changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.document_walk import chapters, placed_units
from briefs.model.inline import inline_text
from briefs.model.unit_names import UnitNames
from tests.builders import BLOCKS, CAPTAINS, forms, front, write_project
from tests.projects import composed


def named(*texts: str, section: str = "issue", blocks: tuple[str, ...] = ("ben.states",)) -> str:
    return UnitNames().new(section, blocks, forms(*texts))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (("ben.states/short",), "issue/ben.states"),
        (("ben.states/verbatim",), "issue/ben.states"),
        (("ben.states/ask",), "issue/ben.states(ask)"),
        (("ben.states/basis.short",), "issue/ben.states(basis)"),
        (("ben.states/beneficiary", "ben.states/basis"), "issue/ben.states(beneficiary)"),
        (("ben.states/basis", "ben.states/verbatim"), "issue/ben.states"),
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


def names(folder: Path, body: str, blocks: str | None = None) -> dict[str, str]:
    """The names of the units of a brief, by the blocks and sections that they print: what must not change."""
    root = write_project(folder, templates={"captains": front("captains") + body})
    if blocks is not None:
        (root / "seeds/harbour/blocks/fact.yaml").write_text(blocks)
    document = composed(root, "captains")
    return {
        f"{inline_text(section.heading)} of {inline_text(chapter.head.heading)}": placed.unit.name
        for chapter in chapters(document.sections)
        for section in chapter.sections
        for placed in placed_units((section,))
    }


def test_subsections_of_one_heading_keep_their_names_when_sections_change_places(tmp_path: Path) -> None:
    east, west = (
        f'## {name}\n\n### For ships\n\n{{{{ statements("fact.timetable") }}}}\n\n' for name in ("East", "West")
    )
    before = names(tmp_path / "before", east + west)
    assert before == {
        "For ships of East": "east--for-ships/fact.timetable",
        "For ships of West": "west--for-ships/fact.timetable",
    }
    assert names(tmp_path / "after", west + east) == before


def test_a_section_called_notes_takes_no_name_from_a_footnote(tmp_path: Path) -> None:
    said = '## Issue\n\n{{ block("fact.bicycles") }}.{{ note("fact.timetable") }}\n\n'
    root = write_project(tmp_path / "one", templates={"captains": front("captains") + said})
    other = write_project(
        tmp_path / "two",
        templates={"captains": front("captains") + said + '## Notes\n\n{{ statements("fact.timetable") }}\n'},
    )
    (before,), (after,) = (composed(one, "captains").notes for one in (root, other))
    assert before.unit.name == after.unit.name == "notes/fact.timetable"


def test_a_field_that_is_filled_in_does_not_change_a_name(tmp_path: Path) -> None:
    body = '## Issue\n\n{{ statements("fact.timetable") }}\n'
    led = BLOCKS["fact"].replace("    strength:", "    lead: Timetables.\n    strength:", 1)
    assert names(tmp_path / "led", body, led) == names(tmp_path / "plain", body)


def test_a_section_with_a_name_of_its_own_can_get_another_heading(tmp_path: Path) -> None:
    given: list[str] = []
    for number, heading in enumerate(("Issue", "The problem")):
        body = f'## {heading} {{id=issue}}\n\n{{{{ statements("fact.timetable") }}}}\n'
        given += names(tmp_path / str(number), body).values()
    assert given == ["issue/fact.timetable"] * 2
