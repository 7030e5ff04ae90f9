"""Which words of a unit are which form's."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.finish.acronyms import expansions_for
from briefs.finish.form_spans import form_spans
from briefs.model.document import Cell, Content, Document, Figure, Note, Paragraph, Row, Table, Unit
from briefs.model.document_walk import inlines_of_owner, placed_units
from briefs.model.form_wording import wording_of
from briefs.model.inline import Emphasis, Inline, NoteCall, SourceTag, Strong, Text
from briefs.model.library import Library
from briefs.model.provenance import FormSpan
from briefs.model.sent_runs import run_text
from briefs.model.typesetting import typeset
from briefs.model.versions import Status
from tests.builders import REPORT, forms, write_project
from tests.projects import inputs_of, shipped
from tests.render.docx.samples import document, section

ROOT = Path(__file__).parents[2]
BLOCKS = {
    "fact": """kind: fact
blocks:
  - id: fact.long
    anchor: "Ferries that share … carry more bicycles"
    short: 'Ferries with a *shared* timetable could carry "more" bicycles'
  - id: fact.ferries
    anchor: "Ferries that share … carry more bicycles"
    short: Ferries
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = write_project(tmp_path_factory.mktemp("project"), REPORT, blocks=BLOCKS)
    return pipeline.prepare(pipeline.Project(root)).value.library


def texts(made: Document, spans: tuple[FormSpan, ...]) -> list[tuple[str, str]]:
    """The form and the printed text of each span."""
    runs = {p.unit.name: [run_text(run) for run in inlines_of_owner(p.owner)] for p in placed_units(made.sections)}
    runs |= {note.unit.name: [run_text(note.children)] for note in made.notes}
    return [(span.form, runs[span.unit][span.run][span.start : span.end]) for span in spans]


def found(content: Content, library: Library, **expansions: str) -> list[tuple[str, str]]:
    made = document(section(content))
    return texts(made, tuple(form_spans(made, library.blocks, expansions)))


def printing(*names: str) -> Unit:
    return Unit("u1", "u1", forms=forms(*names))


def paragraph(unit: Unit, *children: Inline) -> Paragraph:
    return Paragraph(children, unit=unit)


@pytest.mark.slow
@pytest.mark.parametrize("status", ["draft", "cleared"])
def test_every_form_of_every_unit_of_all_briefs_has_its_words_and_no_other_has_them(status: Status) -> None:
    library = inputs_of(ROOT, "connecting-the-dots").library
    for brief in shipped(status):
        made = brief.document
        said = {(span.unit, span.form) for span in made.form_spans}
        pictures = {placed.unit.name for placed in placed_units(made.sections) if isinstance(placed.owner, Figure)}
        wanted = {(unit.name, str(form)) for unit in made.units() for form in unit.forms}
        assert {one for one in wanted - said if one[0] not in pictures} == set()
        assert said <= wanted
        by_run: dict[tuple[str, int], list[FormSpan]] = {}
        for span in made.form_spans:
            by_run.setdefault((span.unit, span.run), []).append(span)
        for spans in by_run.values():
            assert all(one.end <= other.start for one, other in pairwise(spans))
        named = {str(form): form for unit in made.units() for form in unit.forms}
        expansions = expansions_for(made.audience, library.blocks)
        for name, text in texts(made, made.form_spans):
            wording = typeset(wording_of(library.blocks[named[name].block], named[name]))
            for acronym, expansion in expansions.items():
                text = re.sub(re.escape(f"{expansion} ({acronym})"), acronym, text, flags=re.I)
                wording = re.sub(re.escape(f"{expansion} ({acronym})"), acronym, wording, flags=re.I)
            assert text.split() == wording.split()


def test_a_form_is_found_whatever_printing_has_made_of_it(library: Library) -> None:
    printed: tuple[Inline, ...] = (
        Strong((Text("Note: "),)),
        Text("Ferries with a "),
        Emphasis((Text("shared"),)),
        NoteCall("n"),
    )
    printed += (Text(" timetable could carry “more” bicycles"), SourceTag("I ¶ 2"))
    assert found(paragraph(printing("fact.long/short"), *printed), library) == [
        ("fact.long/short", "Ferries with a shared timetable could carry “more” bicycles")
    ]


def test_an_acronym_that_was_written_out_is_part_of_the_form(library: Library) -> None:
    printed = Text("Ferries with a shared Time Table (timetable) could carry “more” bicycles")
    assert found(paragraph(printing("fact.long/short"), printed), library, timetable="time table") == [
        ("fact.long/short", printed.text)
    ]


def test_a_label_is_not_looked_for_within_another_form(library: Library) -> None:
    row = Row(
        (Cell((Text("Ferries with a shared timetable could carry “more” bicycles"),)), Cell((Text("Ferries"),))),
        printing("fact.ferries/short", "fact.long/short"),
    )
    made = document(section(Table((), (), (row,))))
    assert [(span.form, span.run) for span in form_spans(made, library.blocks, {})] == [
        ("fact.long/short", 0),
        ("fact.ferries/short", 1),
    ]


def test_a_form_that_is_printed_with_other_words_has_what_stands_around_most_of_its_own(library: Library) -> None:
    printed = Text("In short: Ferries with a shared and good timetable could carry bicycles. Full stop.")
    assert found(paragraph(printing("fact.long/short"), printed), library) == [
        ("fact.long/short", "Ferries with a shared and good timetable could carry bicycles")
    ]


def test_a_form_that_is_not_printed_has_no_words(library: Library) -> None:
    assert found(paragraph(printing("fact.long/short"), Text("Trains only")), library) == []
    assert found(paragraph(printing("fact.ferries/short"), Text("Ferriesmen")), library) == []


def test_the_words_of_the_report_and_notes_have_forms_too(library: Library) -> None:
    made = document(section(Paragraph((NoteCall("n"),))))
    text = "Ferries that share a timetable could carry more bicycles"
    made = replace(made, notes=(Note("n", printing("fact.long/verbatim"), (Text(text),)),))
    assert texts(made, tuple(form_spans(made, library.blocks, {}))) == [("fact.long/verbatim", text)]
