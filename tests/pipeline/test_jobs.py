"""The briefs that an order asks for."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.model.diagnostics import Checked, DocumentError
from briefs.model.sheet import Sheet
from briefs.pipeline import Order, Project
from briefs.pipeline.brief_job import Job
from briefs.pipeline.jobs import plan
from tests.builders import CAPTAINS, front, write_project
from tests.projects import inputs_of
from tests.render.fonts.small_fonts import write_font


def planned(root: Path, **order: object) -> Checked[list[Job]]:
    inputs = inputs_of(root)
    asked = Order(inputs.project, **order)  # type: ignore[arg-type]
    return plan(asked, inputs, is_only=True)


def jobs(root: Path, **order: object) -> list[Job]:
    return planned(root, **order).or_raise()


def test_there_is_one_for_each_audience_in_the_order_asked_for(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert [job.name for job in jobs(root)] == ["captains", "clerks"]
    assert [job.name for job in jobs(root, audiences=("clerks", "captains"))] == ["clerks", "captains"]


def test_it_has_the_edition_and_sheet_asked_for_and_the_cleared_edition(tmp_path: Path) -> None:
    job = jobs(write_project(tmp_path), date=datetime.date(2011, 2, 3), sheet=Sheet("letter", 18))[0]
    assert (job.edition.status, job.cleared.status, job.edition.date) == ("draft", "cleared", job.cleared.date)
    assert job.layout is not None
    assert job.layout.sheet == Sheet("letter", 18)


def test_a_word_file_has_a_look_and_nothing_is_read_for_one_that_is_not_asked_for(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert all(job.reference.startswith(b"PK") for job in jobs(root))
    assert all(job.reference == b"" for job in jobs(root, formats=("pdf", "html")))


def test_after_an_error_nothing_is_rendered(tmp_path: Path) -> None:
    template = front("captains", reference="letterhead.docx") + CAPTAINS
    root = write_project(tmp_path, templates={"captains": template})
    checked = planned(root)
    assert [(job.name, job.reference) for job in checked.value] == [("captains", b"")]
    assert [problem.code for problem in checked.problems] == ["file-missing"]
    messages: list[str] = []
    with pytest.raises(DocumentError):
        pipeline.build(Order(Project(root)), messages.append)
    assert [message for message in messages if "writing" in message] == []


def test_fonts_that_are_damaged_or_missing_are_reported_before_anything_is_composed(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    fonts = root / "templates" / "layout" / "fonts"
    (fonts / "Quay.ttf").write_bytes(b"no font")
    with pytest.raises(DocumentError) as raised:
        pipeline.build(Order(Project(root)))
    assert [(problem.place.path, problem.code) for problem in raised.value.diagnostics] == [
        ("templates/layout/fonts/Quay.ttf", "font-damaged")
    ]
    for font in fonts.glob("*.ttf"):
        font.unlink()
    without = planned(root)
    assert [problem.code for problem in without.problems] == ["font-missing"]
    assert {job.layout for job in without.value} == {None}


def test_a_font_that_may_not_be_embedded_is_a_warning_where_fonts_are_embedded(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write_font(root / "templates" / "layout" / "fonts" / "Quay.ttf", fs_type=2)
    assert [problem.code for problem in planned(root).problems] == ["font-embedding"]
    assert planned(root, formats=("pdf",)).problems == ()
    house = root / "templates" / "house.yaml"
    house.write_text(f"{house.read_text(encoding='utf-8')}embed_fonts: false\n", encoding="utf-8")
    assert planned(root).problems == ()
