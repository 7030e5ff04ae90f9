"""Where the words of a brief come from: template line, block line and report line, and what else could be printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.present_state import budget_of
from briefs.preview.answers.report_passages import clean_texts
from briefs.preview.answers.unit_sources import unit_view
from briefs.preview.answers.unit_texts import pointed_in
from briefs.preview.messages import NotFound
from briefs.preview.shown.brief_views import FormView, UnitView
from briefs.preview.shown.state_views import Link
from briefs.preview.workshop.held import Held
from briefs.preview.workshop.variants import document_of
from tests.preview.answers.quay import CAPTAINS


def _view(held: Held, links: Links, name: str) -> UnitView:
    return unit_view(held.briefs[CAPTAINS], "draft", name, links)


def _line(quay: Path, link: Link) -> str:
    return (quay / link.path).read_text().splitlines()[link.line - 1].strip()


def _sources(view: UnitView) -> list[tuple[str, str, str]]:
    return [(f"{form.block}/{form.field}", form.wording, form.text) for form in view.forms]


def test_a_paragraph_leads_to_its_template_its_block_and_the_report(held: Held, links: Links, quay: Path) -> None:
    view = _view(held, links, "u1")
    assert (view.place, view.weight, view.brief) == ("paragraph 1", "must", CAPTAINS)
    assert view.text == "Most keepers agreed that a shared timetable would reduce waiting."
    assert _line(quay, view.template) == '{{ block("fact.timetable") }}{{ note("def.boats") }}'
    (form,) = view.forms
    assert _sources(view) == [("fact.timetable/short", "edited", view.text)]
    assert form.kind == "fact"
    assert _line(quay, form.link).startswith("short: Most keepers agreed")
    (passage,) = form.passages
    said = "Most keepers agreed that a shared timetable would reduce waiting at the quay"
    assert (passage.address, passage.start, passage.end, passage.text) == ("I ¶ 1", 0, len(said), said)
    assert _line(quay, passage.link).startswith(said)
    assert passage.link.href.endswith(f"report.txt:{passage.link.line}")
    assert [(one.field, one.wording, one.text) for one in view.others] == [("verbatim", "quoted", said)]


@pytest.mark.parametrize(
    ("name", "place", "sources", "asked"),
    [
        ("u2", "paragraph 2", [("rec.tides/ask", "edited", "Publish the tides each week.")], "asks("),
        (
            "u3",
            "paragraph 3",
            [("date.spring/when", "edited", "spring of 2012"), ("date.spring/short", "edited", "Keepers meet again.")],
            "dates(",
        ),
        (
            "u4",
            "paragraph 4",
            [
                ("fig.dates/short", "edited", "When keepers meet"),
                ("date.spring/when", "edited", "spring of 2012"),
                ("date.spring/short", "edited", "Keepers meet again."),
            ],
            "timeline(",
        ),
        (
            "u46",
            "note 1",
            [("def.boats/verbatim", "quoted", "The keeper spoke for the yachts of the east quay.")],
            "note(",
        ),
    ],
)
def test_lists_tables_pictures_and_notes_lead_there_too(
    held: Held, links: Links, quay: Path, name: str, place: str, sources: list[tuple[str, str, str]], asked: str
) -> None:
    view = _view(held, links, name)
    assert (view.place, _sources(view)) == (place, sources)
    assert asked in _line(quay, view.template)
    assert all(form.passages for form in view.forms)


def test_title_heading_and_what_is_summarized_lead_to_where_they_are_written(
    held: Held, links: Links, quay: Path
) -> None:
    title, about, heading = (_view(held, links, name) for name in ("main > h1", "p.about", "dates"))
    assert (_line(quay, title.template), title.forms) == ("title: What a timetable could change", ())
    assert (_line(quay, heading.template), heading.forms) == ("## Dates", ())
    (form,) = about.forms
    assert (form.block, form.wording) == ("about", "edited")
    assert form.text.startswith("Summarizes what some keepers asked the board.")
    assert _line(quay, form.link).startswith("text: Summarizes")
    assert [one.text for one in form.passages] == [
        "Some keepers asked whether the board should publish the tides & currents"
    ]


def test_every_passage_is_where_it_is_said_to_be(held: Held, links: Links, quay: Path) -> None:
    brief = held.briefs[CAPTAINS]
    texts = clean_texts(brief.inputs.report)
    passages = [
        passage
        for name in pointed_in(document_of(brief, "draft"))
        for form in (*_view(held, links, name).forms, *_view(held, links, name).others)
        for passage in form.passages
    ]
    assert len(passages) > 20
    for one in passages:
        assert texts[one.address][one.start : one.end] == one.text
        assert one.text[:20] in _line(quay, one.link)


def test_what_was_left_out_leads_to_its_sources_too(held: Held, links: Links, quay: Path) -> None:
    first = budget_of(held.briefs[CAPTAINS]).left_out[0]
    view = _view(held, links, first.unit)
    assert (view.place, view.weight, view.unit) == ("left out of the section “Lamps”", "could", first.unit)
    assert _sources(view) == [("st.lamp39/verbatim", "quoted", view.text)]
    assert view.text.startswith("Keeper 39 asked for 39 lamps")
    assert "statements(" in _line(quay, view.template)
    assert view.forms[0].passages[0].address == "L ¶ 40"


def test_what_is_not_in_the_brief_has_no_sources(held: Held, links: Links) -> None:
    for name in ("u999", "", "../u1", "no-section"):
        with pytest.raises(NotFound):
            _view(held, links, name)


def test_a_form_is_told_as_it_is_printed(held: Held, links: Links) -> None:
    brief = held.briefs[CAPTAINS]
    document = document_of(brief, "draft")
    assert {span.unit for span in document.form_spans} >= {unit.name for unit in document.units() if unit.tag != "u4"}
    for name in ("u1", "u2", "u5"):
        assert [form.text for form in _view(held, links, name).forms] == [_view(held, links, name).text]


def test_a_cleared_edition_leads_to_the_same(held: Held, links: Links) -> None:
    def forms(status: str) -> tuple[FormView, ...]:
        return unit_view(held.briefs[CAPTAINS], "cleared" if status == "cleared" else "draft", "u1", links).forms

    assert forms("cleared") == forms("draft")
