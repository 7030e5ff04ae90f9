"""Labels of figures that are written from right to left are reported where they were written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.right_to_left_labels import check_right_to_left
from briefs.model.figure import Event, Timeline
from tests.builders import BLOCKS, forms
from tests.check.builders import figure_of
from tests.compose.builders import harbour_library
from tests.render.builders import unit


def said(folder: Path, *labels: str, owner: str = "fact.gone", form: str = "fact.gone/short") -> list[str]:
    blocks = {**BLOCKS, "fact": BLOCKS["fact"].replace("would reduce waiting.", "would reduce waiting (لقاء).")}
    assert blocks != BLOCKS
    subject = figure_of(replace(unit("u1", owner), forms=forms(form)), {})
    graphic = Timeline(tuple(Event("2010", label) for label in labels))
    figure = replace(subject.figure, graphic=graphic)
    made = replace(subject, figure=figure, library=harbour_library(folder, blocks))
    return [str(problem) for problem in check_right_to_left(made)]


@pytest.mark.parametrize("label", ["لقاء", "Forum שלום", "a\u202eb", "a\u200fb"])
def test_the_first_such_label_is_named(tmp_path: Path, label: str) -> None:
    (found,) = said(tmp_path, "Forum", label, label)
    assert found == (
        'templates/captains.md: error: the picture "fact.gone" cannot show letters that are written from right to '
        f"left yet: {label} [figure-right-to-left]\n  hint: print these blocks as a table or a list"
    )


def test_it_is_reported_at_the_wording_that_has_it(tmp_path: Path) -> None:
    (found,) = said(tmp_path, "لقاء", owner="fact.timetable", form="fact.timetable/short")
    assert found.startswith("seeds/harbour/blocks/fact.yaml:5: error:")
    (found,) = said(tmp_path, "لقاء", owner="fact.timetable", form="fact.bicycles/short")
    assert found.startswith("seeds/harbour/blocks/fact.yaml:3: error:")


def test_other_letters_can_be_shown(tmp_path: Path) -> None:
    assert said(tmp_path, "Forum – Διάλογος, 交流 (é), ٣") == []
