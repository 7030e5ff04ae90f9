"""A character that no font has is reported where somebody wrote it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.missing_glyphs import check_missing_glyphs
from briefs.check.subjects import CharactersToCheck
from briefs.model.diagnostics import Place
from briefs.model.document import Document, Unit
from tests.builders import BLOCKS, forms
from tests.check.builders import TEMPLATE, brief
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit

LINES = {"audience": 2, "title": 7}


def said(folder: Path, made: Document, character: str = "w", furniture: Place | None = None) -> list[str]:
    """What is reported if the fonts lack `character`, which is at `furniture` in the files of the furniture."""
    template = replace(TEMPLATE, lines=LINES)
    library = harbour_library(folder, BLOCKS)
    subject = CharactersToCheck((character,), made, template, library, lambda character: furniture)
    return [f"{problem.place}: {problem.message}" for problem in check_missing_glyphs(subject)]


def printing(form: str) -> Unit:
    """A unit that prints `form`, on line 14 of its template."""
    return replace(unit("u1", form.partition("/")[0]), forms=forms(form), line=14)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("fact.timetable/short", "seeds/harbour/blocks/fact.yaml:5"),
        ("fact.timetable/verbatim", "report.txt:3"),
        ("rec.tides/theme", "templates/captains.md:14"),
        ("fact.gone/short", "templates/captains.md:14"),
    ],
)
def test_it_is_reported_at_the_wording_that_has_it_or_the_call_that_prints_it(
    tmp_path: Path, form: str, expected: str
) -> None:
    made = brief(paragraph("Ferries would wait.", printing(form)))
    block = form.partition("/")[0]
    assert said(tmp_path, made) == [f'{expected}: none of the fonts has "w" (U+0077) (from {block})']


def test_the_first_unit_and_form_with_it_are_meant(tmp_path: Path) -> None:
    both = replace(printing("fact.bicycles/verbatim"), forms=forms("fact.bicycles/verbatim", "fact.timetable/verbatim"))
    made = brief(paragraph("Ferries", printing("rec.tides/verbatim")), paragraph("The quay", both))
    assert said(tmp_path, made, "q") == ['report.txt:3: none of the fonts has "q" (U+0071) (from fact.timetable)']


def test_front_matter_comes_before_all_else(tmp_path: Path) -> None:
    made = brief(paragraph("title", printing("fact.timetable/short")))
    assert said(tmp_path, made, "A") == ['templates/captains.md:7: none of the fonts has "A" (U+0041)']


def test_a_heading_is_reported_at_its_line(tmp_path: Path) -> None:
    made = brief(heading="What")
    made = replace(made, sections=(replace(made.sections[0], line=12),))
    assert said(tmp_path, made, "W") == ['templates/captains.md:12: none of the fonts has "W" (U+0057)']


def test_what_stands_in_no_text_is_looked_for_in_the_furniture(tmp_path: Path) -> None:
    place = Place("templates/house.yaml", 3)
    assert said(tmp_path, brief(), "~", place) == ['templates/house.yaml:3: none of the fonts has "~" (U+007E)']
    assert said(tmp_path, brief(), "~") == ['templates/captains.md:2: none of the fonts has "~" (U+007E)']


def test_a_character_that_cannot_be_shown_is_named_by_its_code(tmp_path: Path) -> None:
    assert said(tmp_path, brief(), "\x85") == ["templates/captains.md:2: none of the fonts has U+0085"]
