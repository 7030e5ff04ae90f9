"""Copyfitting on the layout that prints: small projects with long briefs, on A4 and on Letter."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.cli import main
from briefs.fit.budget import Budget
from briefs.fit.selection import Selection, selection_of
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Weight
from briefs.model.document_text import content_texts
from briefs.model.sheet import Sheet
from briefs.pipeline.copyfit import compose_brief, finish_brief, fit_brief
from briefs.pipeline.inputs import layout_of
from briefs.pipeline.last_build import remembered_selections
from briefs.render.pdf.pages import lay_out
from tests.builders import HINTS, front, write_project
from tests.projects import built, inputs_of

COUNT = 90

WEIGHTS: tuple[Weight, ...] = ("could", "should", "must")


def sentence(number: int) -> str:
    """A sentence of the report, which says its number twice; every fourth is long."""
    more = " and that the boats of the other quays would then wait for theirs in turn" if number % 4 == 0 else ""
    return f"Keeper {number} said that ferry {number} should leave at the same hour in summer and in winter{more}."


def long_project(root: Path, template: str, pages: int, count: int = COUNT, **more: object) -> pipeline.Inputs:
    """A project with a report of `count` sentences; block `st.N` is sentence N, every third with a short form."""
    report = "Findings\n\n" + "\n\n".join(sentence(number) for number in range(count)) + "\n\nSteps\n\nThe end comes.\n"
    blocks = ["kind: statement", "blocks:"]
    for number in range(count):
        weight = WEIGHTS[number % 7 % 3]
        blocks += [
            f"  - id: st.{number}",
            f'    anchor: "Keeper {number} said … summer and in winter"',
            f"    audiences: {{captains: {weight}}}",
        ]
        if number % 3 == 0:
            blocks.append(f"    short: Keeper {number} said that ferry {number} should leave at the same hour.")
    names = {"title": "When ferries should leave", "short_title": "Ferries"}
    text = front("captains", pages=pages, **names, **more) + template
    hints = HINTS.replace("Some keepers asked whether … tides & currents", '"Keeper 0 said … summer and in winter"')
    write_project(root, report, hints, {"statement": "\n".join(blocks) + "\n"}, {"captains": text})
    return inputs_of(root)


def calls(first: int, last: int, call: str = "statements", options: str = "") -> str:
    ids = ", ".join(f'"st.{number}"' for number in range(first, last))
    return f"{{{{ {call}({ids}{options}) }}}}\n\n"


MANY = (
    "## Issue\n\n"
    + calls(0, 8, options=', form="verbatim"')
    + "## Lines to take {cut=2 keep=3}\n\nThe keepers said:\n\n"
    + calls(8, 30, options=', form="verbatim"')
    + "## Questions {.box cut=1}\n\n### At home\n\n"
    + calls(30, 38)
    + "### Abroad\n\n"
    + calls(38, 46)
    + "## Background\n\n"
    + "".join(calls(number, number + 1, "paragraph", ', form="verbatim"') for number in range(46, 90))
)


@pytest.mark.slow
@pytest.mark.parametrize("pages", [2, 3])
def test_a_brief_fits_tightly_on_both_papers(tmp_path: Path, pages: int) -> None:
    inputs = long_project(tmp_path, MANY, pages)
    template = inputs.templates[BriefKey("captains")]
    layout = layout_of(inputs)
    brief = compose_brief(inputs, template, pipeline.Order(inputs.project).edition(inputs.house, "cleared"))

    checked = fit_brief(inputs, brief, template, layout)

    assert checked.problems == ()
    fitted = checked.value
    assert fitted.layouts <= 6, "five to cut, and one to see what of it can come back"
    assert [room.pages <= pages for room in fitted.rooms] == [True, True]
    steps, left_out = brief.order.steps, fitted.selection.left_out
    taken = max(count for count, step in enumerate(steps, 1) if left_out.issuperset(step.units))
    before = finish_brief(inputs, brief.cut(selection_of(steps[: taken - 1])))
    letter = replace(layout, sheet=Sheet("letter"))
    assert Budget(pages).excess(lay_out(before, letter)) > 0
    for step in brief.order.returns:
        if left_out.issuperset(step.units) and brief.order.may_stand(step, fitted.selection):
            more = finish_brief(inputs, brief.cut(fitted.selection.with_back([step])))
            assert Budget(pages).excess(lay_out(more, letter)) > 0, step.units
    printed = {block for unit in fitted.document.units() for block in unit.blocks}
    assert {f"st.{number}" for number in range(COUNT) if WEIGHTS[number % 7 % 3] == "must"} <= printed


def test_what_must_stay_and_does_not_fit_fails(tmp_path: Path) -> None:
    long_project(tmp_path, MANY, 1)

    with pytest.raises(DocumentError) as caught:
        built(tmp_path, formats=("html",))

    assert [problem.code for problem in caught.value.diagnostics] == ["over-budget"]


def test_a_call_gives_its_use_a_weight(tmp_path: Path) -> None:
    body = (
        "## Issue\n\n"
        + calls(0, 6, options=', weight="must"')
        + "## More\n\n"
        + calls(6, 60, options=', weight="could"')
    )
    long_project(tmp_path, body, 1, count=60)

    (brief,) = built(tmp_path, formats=("html",)).briefs

    fit = brief.fit
    assert {fate.weight for fate in fit.fates if fate.section == "Issue"} == {"must"}
    assert {fate.section for fate in fit.left_out} == {"More"}
    assert [fate.tag for fate in fit.left_out] == [f"u{n}" for n in range(61 - len(fit.left_out), 61)]


@pytest.mark.slow
def test_the_first_page_holds_what_the_front_matter_says(tmp_path: Path) -> None:
    body = (
        "## Background\n\n"
        + calls(0, 40, options=', weight="could"')
        + "## Asked\n\n"
        + calls(40, 46, options=', weight="must"')
        + "## More\n\n"
        + calls(46, 60, options=', weight="could"')
    )
    inputs = long_project(tmp_path, body, 3, count=60, first_page="[Asked]")

    (brief,) = built(tmp_path, formats=("html",), status="cleared").briefs

    document = brief.document
    laid_out = lay_out(document, layout_of(inputs))
    units = {unit.name for unit in document.units() if unit.blocks[0] in {f"st.{n}" for n in range(40, 46)}}
    assert {extent.page for name in units for extent in laid_out.units[name]} == {1}


@pytest.mark.slow
def test_a_draft_has_the_selection_of_the_cleared_edition_and_lists_what_was_left_out(tmp_path: Path) -> None:
    long_project(tmp_path, MANY, 3)

    (draft,) = built(tmp_path, formats=("html",)).briefs
    (cleared,) = built(tmp_path, formats=("html",), status="cleared").briefs

    documents = [brief.document for brief in (draft, cleared)]
    assert [u.name for u in documents[0].units()] == [u.name for u in documents[1].units()]
    notes = next(section for section in documents[0].sections if section.id == "clearing-notes")
    text = " ".join(text for content in notes.content for text in content_texts(content))
    fit = draft.fit
    assert all(fate.blocks[0] in re.findall(r"[\w.]+", text) for fate in (*fit.left_out, *fit.shortened))
    assert all(f"“{fate.text}”" in text for fate in (*fit.left_out, *fit.shortened))
    assert "clearing-notes" not in {section.id for section in documents[1].sections}


@pytest.mark.slow
def test_a_second_build_remembers_the_selection_and_gives_the_same_files(tmp_path: Path) -> None:
    long_project(tmp_path, MANY, 3)
    order = ["build", "--project", str(tmp_path), "--format", "pdf", "--quiet"]
    assert main(order) == 0
    [first] = (tmp_path / "build").glob("*.pdf")
    content = first.read_bytes()

    (brief,) = built(tmp_path, formats=("pdf",), output=tmp_path / "build").briefs

    assert brief.fit.layouts == 1
    assert brief.renditions[0].content == content
    manifest = json.loads((tmp_path / "build" / "manifest.json").read_bytes())
    recorded = manifest["files"][0]["fit"]
    assert {one["unit"] for one in recorded["left_out"]} == {fate.unit for fate in brief.fit.left_out}
    assert main(order) == 0
    assert json.loads((tmp_path / "build" / "manifest.json").read_bytes()) == manifest


@pytest.mark.slow
def test_another_date_or_other_inputs_are_not_remembered(tmp_path: Path) -> None:
    long_project(tmp_path, MANY, 3)
    assert main(["build", "--project", str(tmp_path), "--format", "html", "--quiet"]) == 0
    inputs = inputs_of(tmp_path)
    order = pipeline.Order(inputs.project, output=tmp_path / "build")

    assert isinstance(remembered_selections(inputs, order)[BriefKey("captains")], Selection)
    assert remembered_selections(inputs, replace(order, version="0.9")) == {}
    assert remembered_selections(inputs, replace(order, output=None)) == {}
    with (tmp_path / "templates" / "house.yaml").open("a") as house:
        house.write("# edited\n")
    assert remembered_selections(inputs_of(tmp_path), order) == {}


@pytest.mark.slow
def test_a_selection_that_was_written_into_the_manifest_is_made_anew(tmp_path: Path) -> None:
    long_project(tmp_path, MANY, 3)
    order = ["build", "--project", str(tmp_path), "--format", "html", "--quiet"]
    assert main(order) == 0
    path = tmp_path / "build" / "manifest.json"
    made = path.read_bytes()
    for fit in (
        {"left_out": [{"unit": ["u1"]}], "shortened": []},
        {"left_out": [{"unit": "u1"}], "shortened": []},
        "x",
    ):
        manifest = json.loads(made)
        manifest["files"][0]["fit"] = fit
        path.write_text(json.dumps(manifest))
        assert main(order) == 0
        assert path.read_bytes() == made
