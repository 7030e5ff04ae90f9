"""What editors write themselves is held against the report, at the line where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.pipeline import Project, prepare
from tests.builders import BLOCKS, HINTS, HOUSE, TEMPLATES, write_project


def wrong(root: Path) -> list[str]:
    """The errors in a project; words that are only doubtful are warnings."""
    found = [problem for problem in prepare(Project(root)).problems if problem.code != "own-word-untraced"]
    return [str(problem).partition("\n")[0] for problem in found]


def test_a_project_in_order_has_nothing_wrong(tmp_path: Path) -> None:
    assert wrong(write_project(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: What a timetable could change", "title: What all ports could change", "captains.md:5"),
        ("short_title: A timetable", "short_title: A timetable for Lisbon", "captains.md:7"),
        ("subject: Harbours", "subject: 12 harbours", "captains.md:8"),
        ("## Issue", "## The “lovely” issue", "captains.md:11"),
        ("## Issue", "## Issue\n\nAll ports say:", "captains.md:13"),
    ],
)
def test_a_template_says_no_more_than_its_blocks(tmp_path: Path, old: str, new: str, line: str) -> None:
    captains = TEMPLATES["captains"].replace(old, new, 1)
    assert captains != TEMPLATES["captains"]
    (found,) = wrong(write_project(tmp_path, templates={**TEMPLATES, "captains": captains}))
    assert found.startswith(f"templates/{line}: error: ")


def test_words_that_the_brief_has_not_are_doubtful(tmp_path: Path) -> None:
    captains = TEMPLATES["captains"].replace("## Issue", "## Angry ferries", 1)
    found = prepare(Project(write_project(tmp_path, templates={**TEMPLATES, "captains": captains}))).problems
    assert [str(one).partition("\n")[0] for one in found] == [
        'templates/captains.md:11: warning: the heading has "Angry" ("Angry ferries"), which nothing in the brief has '
        "[own-word-untraced]"
    ]


def test_words_may_be_those_of_a_block_that_cannot_be_read(tmp_path: Path) -> None:
    """Its mistake is the one that is reported: what is under a heading of these words is not known."""
    fact = BLOCKS["fact"].replace("captains: must", "captains: shuold")
    clerks = TEMPLATES["clerks"].replace("## Issue", "## Most keepers", 1)
    root = write_project(tmp_path, blocks={**BLOCKS, "fact": fact}, templates={**TEMPLATES, "clerks": clerks})
    assert [problem.code for problem in prepare(Project(root)).problems] == ["field-invalid"]
    captains = TEMPLATES["captains"].replace("## Captains are invited to", "## What Lisbon wants", 1)
    more = {"captains": captains, "clerks": clerks}
    found = prepare(Project(write_project(tmp_path / "b", blocks={**BLOCKS, "fact": fact}, templates=more))).problems
    assert [problem.code for problem in found] == ["field-invalid", "name-untraced"]


def test_other_files_say_no_more_either(tmp_path: Path) -> None:
    body = "<p>\n12 boats: {% for b in blocks %}{{ b }}{% endfor %}</p>\n"
    look = f"---\nprints: any\noptions: {{caption: All ports}}\n---\n{body}"
    root = write_project(
        tmp_path,
        hints=HINTS.replace("label: II", "label: 12 steps"),
        blocks={**BLOCKS, "recommendation": BLOCKS["recommendation"].replace("theme: Tides", "theme: Tides in Lisbon")},
        house=HOUSE.replace("offices: [Policy]", "offices: [Small boats]"),
        views={"typed": look},
    )
    found = sorted(one.partition(": error: ")[0] for one in wrong(root))
    assert found == [
        "seeds/harbour/blocks/recommendation.yaml:5",
        "seeds/harbour/report.yaml:6",
        "templates/blocks/typed.html:3",
        "templates/blocks/typed.html:6",
        "templates/house.yaml:11",
    ]


def test_what_a_person_allowed_in_the_front_matter_is_let_through(tmp_path: Path) -> None:
    captains = TEMPLATES["captains"].replace("## Issue", "## What all ports want", 1)
    allowed = captains.replace(
        "pages: 1\n", "pages: 1\nsays_more: the clerk counted “What all ports want” himself\n", 1
    )
    root = write_project(tmp_path, templates={**TEMPLATES, "captains": allowed})
    assert wrong(root) == []
