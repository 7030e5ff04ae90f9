"""Which reference document a template has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.edition import FrontMatter, Template
from briefs.render.reference.reference_files import read_references
from briefs.render.reference.reference_paths import reference_path
from briefs.render.reference.starter_document import new_reference
from tests.render.docx.corporate import changed
from tests.render.docx.samples import starter

FONTS = Path(__file__).parents[3] / "templates" / "layout" / "fonts"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose layout has fonts and a reference document."""
    layout = tmp_path / "project" / "layout"
    layout.mkdir(parents=True)
    (layout / "fonts").symlink_to(FONTS)
    (layout / "reference.docx").write_bytes(starter())
    return layout.parent


def template(audience: str, reference: str | None = None) -> Template:
    front = FrontMatter(
        audience=audience,
        reader="Readers",
        series="Brief",
        title="Title",
        code="X",
        short_title="Title",
        subject="Subject",
        pages=2,
        reference=reference,
    )
    return Template(f"templates/{audience}.md", front, "", 12, {"reference": 9} if reference else {})


def read(project: Path, *templates: Template) -> tuple[dict[BriefKey, bytes], list[Diagnostic]]:
    checked = read_references(templates, project / "layout", project)
    return checked.value, list(checked.problems)


def test_a_template_that_does_not_name_one_has_that_of_the_layout(project: Path) -> None:
    assert read(project, template("ministers")) == ({BriefKey("ministers"): starter()}, [])


def test_a_path_begins_at_the_layout_or_at_the_project(project: Path) -> None:
    other = changed(lambda opened: opened.add_paragraph("Other"), starter())
    (project / "layout" / "ours.docx").write_bytes(other)
    (project / "house").mkdir()
    (project / "house" / "style.dotx").write_bytes(other)
    found, problems = read(project, template("a", "ours.docx"), template("b", "house/style.dotx"), template("c"))
    assert found == {BriefKey("a"): other, BriefKey("b"): other, BriefKey("c"): starter()}
    assert problems == []


def test_a_missing_file_is_reported_where_it_is_named(project: Path) -> None:
    found, problems = read(project, template("ministers", "referense.docx"), template("b"))
    assert found == {BriefKey("b"): starter()}
    assert list(map(str, problems)) == [
        'templates/ministers.md:9: error: the reference document "referense.docx" is neither in layout nor in the '
        'project [file-missing]\n  hint: did you mean "reference.docx"?'
    ]


def test_a_file_outside_the_project_is_not_found(project: Path) -> None:
    (project.parent / "outside.docx").write_bytes(starter())
    _, problems = read(project, template("a", "../outside.docx"), template("b", str(project.parent / "outside.docx")))
    assert [(problem.code, problem.place) for problem in problems] == [
        ("file-missing", Place("templates/a.md", 9)),
        ("file-missing", Place("templates/b.md", 9)),
    ]


def test_a_layout_without_a_reference_document_has_the_starter(project: Path) -> None:
    (project / "layout" / "reference.docx").unlink()
    both = {BriefKey("a"): new_reference(), BriefKey("b"): new_reference()}
    assert read(project, template("a"), template("b")) == (both, [])
    assert reference_path(template("a"), project / "layout", project) is None


@pytest.mark.parametrize("is_there", [True, False])
def test_a_reference_document_that_cannot_be_used_is_not_passed_over_for_the_starter(
    project: Path, is_there: bool
) -> None:
    outside = project.parent / "outside.docx"
    if is_there:
        outside.write_bytes(starter())
    (project / "layout" / "reference.docx").unlink()
    (project / "layout" / "reference.docx").symlink_to(outside)
    found, problems = read(project, template("a"))
    assert found == {}
    assert list(map(str, problems)) == [
        "layout/reference.docx: error: the reference document is not a file within the project [file-missing]\n"
        "  hint: copy it into the project, or remove layout/reference.docx to use the built-in look"
    ]


def test_a_file_that_is_not_a_word_document_is_reported_where_it_is_named(project: Path) -> None:
    (project / "layout" / "notes.txt").write_text("no Word document")
    assert list(map(str, read(project, template("a", "notes.txt"))[1])) == [
        "templates/a.md:9: error: the Word reference document is not a Word document that can be read "
        "[reference-unreadable]\n  hint: save it in Word as .docx, or write a new one with: briefs reference --new FILE"
    ]


def test_the_reference_document_of_the_layout_is_itself_the_place(project: Path) -> None:
    (project / "layout" / "reference.docx").write_bytes(b"")
    assert [str(problem.place) for problem in read(project, template("a"))[1]] == ["layout/reference.docx"]


def test_warnings_on_one_file_are_given_once(project: Path) -> None:
    (project / "layout" / "reference.docx").write_bytes(changed(lambda opened: None))
    found, problems = read(project, template("a"), template("b"))
    assert set(found) == {BriefKey("a"), BriefKey("b")}
    assert [problem.code for problem in problems] == ["reference-font", "reference-page"]
    assert {problem.severity for problem in problems} == {"warning"}


def test_a_name_that_is_too_long_for_a_file_is_reported_as_missing(project: Path) -> None:
    found, problems = read(project, template("a", f"{'x' * 500}.docx"))
    assert found == {}
    assert [problem.code for problem in problems] == ["file-missing"]


def test_a_document_that_is_there_but_is_not_read_is_not_said_to_be_missing(project: Path) -> None:
    (project.parent / "outside.docx").write_bytes(starter())
    (project / "layout" / "led.docx").symlink_to(project.parent / "outside.docx")
    os.mkfifo(project / "layout" / "pipe.docx")
    _, problems = read(project, template("a", "led.docx"), template("b", "pipe.docx"))
    assert [(problem.code, problem.place, problem.message) for problem in problems] == [
        ("file-unreadable", Place("layout/led.docx"), "it is a link that leads out of the project"),
        ("file-unreadable", Place("layout/pipe.docx"), "it is a pipe or a device, not a file"),
    ]
