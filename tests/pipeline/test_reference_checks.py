"""A reference document on its own, checked as builds of its project would check it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.pipeline import Project
from briefs.pipeline.jobs import plan
from briefs.pipeline.order import Order
from briefs.pipeline.reference_checks import check_for_project
from tests.builders import HOUSE, write_project
from tests.projects import inputs_of
from tests.render.reference.letterheads import letterhead, line

ADDRESS = letterhead(line("Ministry of Water"))
NAME = "templates/layout/reference.docx"


def codes(root: Path) -> list[str]:
    return [problem.code for problem in check_for_project(ADDRESS, NAME, Project(root))]


@pytest.mark.parametrize(
    ("house", "found"),
    [(HOUSE, ["reference-words"]), (f"{HOUSE}letterhead: true\n", []), ("letterhead: [", ["reference-words"])],
)
def test_words_of_a_letterhead_are_no_mistake_if_the_house_prints_them(
    house: str, found: list[str], tmp_path: Path
) -> None:
    assert codes(write_project(tmp_path, house=house)) == found


@pytest.mark.parametrize("house", [HOUSE, f"{HOUSE}letterhead: true\n"])
def test_a_build_finds_the_same(house: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, house=house)
    (root / NAME).write_bytes(ADDRESS)
    inputs = inputs_of(root)
    assert [problem.code for problem in plan(Order(inputs.project), inputs, is_only=True).problems] == codes(root)


def test_what_one_of_several_reports_finds_wrong_counts_once(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=f"{HOUSE}letterhead: true\n")
    for name in ("wells", "rivers"):
        (root / "seeds" / name).mkdir()
        (root / "seeds" / name / "report.yaml").write_text("", encoding="utf-8")
        (root / "seeds" / name / "house.yaml").write_text("letterhead: false\n", encoding="utf-8")
    assert codes(root) == ["reference-words"]


def test_a_project_without_reports_is_checked_as_if_its_house_said_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "seeds").rename(root / "elsewhere")
    assert codes(root) == ["reference-words"]
