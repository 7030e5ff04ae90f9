"""What is wrong with inputs and briefs, found before anything is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Figure
from briefs.model.figure import Event, Timeline
from briefs.model.inline import Text
from briefs.model.sheet import Sheet
from briefs.pipeline.checks import check_composed, check_inputs
from briefs.pipeline.copyfit import finish_brief
from briefs.pipeline.inputs import draw_blocks, layout_of, prepare_composer
from briefs.pipeline.order import Project
from briefs.pipeline.sources import read_sources
from tests.builders import CAPTAINS, HOUSE, TEMPLATES, front, write_project
from tests.projects import built, composed, inputs_of


def test_wording_and_templates_are_checked_before_any_brief_is_composed(tmp_path: Path) -> None:
    root = write_project(tmp_path, templates={"captains": front("captains") + "## Issue\n\nFerries are late.\n"})
    facts = root / "seeds/harbour/blocks/fact.yaml"
    facts.write_text(facts.read_text().replace("would reduce waiting.", "would reduce waiting at 9 quays."))
    sources = read_sources(Project(root)).value
    library = draw_blocks(sources).value
    composer = prepare_composer(sources, library).value
    found = check_inputs(sources, library, composer)
    assert sorted(problem.code for problem in found) == ["number-untraced", "untraced-prose"]


def test_a_character_that_no_font_has_is_found_in_the_house_too(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=HOUSE.replace("East Quay", "East Quay 𓀀"))
    inputs = inputs_of(root)
    template = inputs.templates[BriefKey("captains")]
    document = finish_brief(inputs, composed(root, "captains"))
    (found,) = check_composed(inputs, document, template, layout_of(inputs))
    assert (found.code, str(found.place)) == ("glyph-missing", "templates/house.yaml:2")
    clean = replace(document, sections=document.sections[:1])
    assert check_composed(inputs, clean, template, layout_of(inputs)) == ()


def test_a_figure_must_fit_a_page_of_either_paper_and_of_the_sheet_that_is_asked_for(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    inputs = inputs_of(root)
    layout, template = layout_of(inputs), inputs.templates[BriefKey("captains")]
    document = finish_brief(inputs, composed(root, "captains"))

    def said(events: int, sheet: Sheet) -> list[str]:
        figure = Figure(Timeline((Event("2010", "Forum"),) * events), (Text("Dates"),))
        made = replace(document, sections=(replace(document.sections[0], content=(figure,)),))
        found = check_composed(inputs, made, template, replace(layout, sheet=sheet))
        return [problem.message for problem in found if problem.code == "figure-too-high"]

    assert said(80, Sheet()) == []
    (large,) = said(80, Sheet("A4", 18))
    assert "for a page of A4 in large print" in large
    (usual,) = said(120, Sheet())
    assert "for a page of US Letter:" in usual


def test_a_brief_that_does_not_fit_is_not_held_for_empty_sections(tmp_path: Path) -> None:
    root = write_project(tmp_path, templates={**TEMPLATES, "captains": front("captains", words=1) + CAPTAINS})
    with pytest.raises(DocumentError) as raised:
        built(root, formats=("html",))
    assert [problem.code for problem in raised.value.diagnostics] == ["over-words"]


def test_words_that_the_style_sheet_hides_are_missed_in_the_pdf_and_nothing_is_written(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    styles = root / "templates" / "layout" / "print.css"
    text = styles.read_text() + "li { display: none }\n"
    styles.unlink()  # a link
    styles.write_text(text)
    with pytest.raises(DocumentError) as caught:
        built(root, formats=("pdf",), output=root / "build")
    assert {problem.code for problem in caught.value.diagnostics} == {"words-lost"}
    assert not (root / "build").exists()


def test_a_footer_that_runs_off_the_paper_is_an_error(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=HOUSE.replace("Limited", "L" * 150))
    with pytest.raises(DocumentError) as caught:
        built(root, "clerks", formats=("pdf",))
    assert "off-page" in {problem.code for problem in caught.value.diagnostics}
