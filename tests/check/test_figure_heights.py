"""A figure that is higher than a page is reported where its block is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.figure_heights import check_figure_height
from briefs.check.subjects import FigureToCheck
from briefs.model.document import Unit
from briefs.model.figure import Bar, Bars, Graphic, Pillar, Pillars
from briefs.model.sheet import USUAL, Sheet
from tests.builders import BLOCKS
from tests.check.builders import TEMPLATE, figure_of
from tests.compose.builders import harbour_library
from tests.render.builders import unit

EXTENTS = {USUAL: (700.0, 620.0), Sheet("letter", 18): (900.0, 560.0)}
LINES = {"audience": 2}


def said(folder: Path, subject: FigureToCheck) -> list[str]:
    template = replace(TEMPLATE, lines=LINES)
    made = replace(subject, template=template, library=harbour_library(folder, BLOCKS))
    return [str(problem) for problem in check_figure_height(made)]


def test_the_sheet_on_which_it_is_too_high_by_most_is_named(tmp_path: Path) -> None:
    (found,) = said(tmp_path, figure_of(unit("u1", "fact.timetable"), EXTENTS))
    assert found == (
        'seeds/harbour/blocks/fact.yaml:3: error: the picture "fact.timetable" is too high for a page of US Letter in '
        "large print: 317 mm, and there is room for 198 mm below a heading and the caption [figure-too-high]\n"
        "  hint: show fewer things in it, split it into two pictures, or make --figure-event in print.css smaller"
    )


def test_one_that_fits_is_not_reported(tmp_path: Path) -> None:
    assert said(tmp_path, figure_of(unit("u1", "fact.timetable"), {USUAL: (620.0, 620.0)})) == []


@pytest.mark.parametrize(
    ("graphic", "expected"),
    [(Pillars((Pillar(1, "States"),)), "--figure-line"), (Bars((Bar("States", 1),)), "--figure-bar-line")],
)
def test_the_hint_names_what_makes_its_kind_lower(tmp_path: Path, graphic: Graphic, expected: str) -> None:
    subject = figure_of(unit("u1", "fact.timetable"), EXTENTS)
    (found,) = said(tmp_path, replace(subject, figure=replace(subject.figure, graphic=graphic)))
    assert f"make {expected} in print.css" in found


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        (replace(unit("u1", "fact.gone"), line=14), 'templates/captains.md:14: error: the picture "fact.gone" is'),
        (unit("u1"), "templates/captains.md:2: error: a picture is"),
        (None, "templates/captains.md:2: error: a picture is"),
    ],
)
def test_one_without_a_block_is_reported_at_the_call_that_prints_it(
    tmp_path: Path, owner: Unit | None, expected: str
) -> None:
    (found,) = said(tmp_path, figure_of(owner, EXTENTS))
    assert found.startswith(expected)
