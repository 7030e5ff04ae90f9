"""The look of a report's briefs, read without drawing or composing anything."""

from __future__ import annotations

from pathlib import Path

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked
from briefs.pipeline.looks import checked_look
from briefs.pipeline.order import Project
from briefs.pipeline.sources import read_sources
from briefs.render.layout import Layout
from tests.builders import CAPTAINS, TEMPLATES, front, write_project


def _look(root: Path, has_fonts: bool = True) -> Checked[Layout | None]:
    sources = read_sources(Project(root)).value
    return checked_look(sources.project, sources.templates, sources.house, has_fonts)


def test_it_has_the_style_sheets_and_the_colours_of_templates(tmp_path: Path) -> None:
    templates = TEMPLATES | {"captains": front("captains", accent="'#6B1F3A'") + CAPTAINS}
    found = _look(write_project(tmp_path, templates=templates, report="No such report")).value
    assert found is not None
    assert found.accent(BriefKey("captains")) == "#6B1F3A"
    assert "@page" in found.print_css


def test_there_is_none_without_fonts_or_with_a_style_sheet_that_is_no_text(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert _look(root, has_fonts=False).value is None
    (root / "templates" / "layout" / "print.css").write_bytes(b"\xff")
    found = _look(root)
    assert found.value is None
    assert found.has_errors
