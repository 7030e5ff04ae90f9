from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.document import Table
from briefs.model.inline import NoteCall, Text, inline_text
from tests.compose.builders import DRAFT, composed, harbour_composer, refused, shown, template


def test_a_form_that_is_not_written_is_reported_for_every_call(tmp_path: Path) -> None:
    body = '{{ paragraph("fact.timetable", form="ask") }}\n\n{{ paragraph("fact.bicycles", form="short") }}'
    assert refused(tmp_path, body) == (
        'templates/captains.md:13: error: "fact.timetable" has no form "ask" [form-missing]\n'
        "  hint: write one in seeds/harbour/blocks/fact.yaml:3, or print another form\n"
        'templates/captains.md:15: error: "fact.bicycles" has no form "short" [form-missing]\n'
        "  hint: write one in seeds/harbour/blocks/fact.yaml:8, or print another form"
    )


def test_options_on_single_blocks_name_blocks_of_the_call(tmp_path: Path) -> None:
    block_templates = {
        "look": "---\nprints: any\noptions: {notes: {}}\n---\n{% for b in blocks %}<p>{{ b.text }}</p>{% endfor %}"
    }
    body = '{{ look("fact.timetable", notes={"fact.timetabel": "fact.bicycles"}) }}'
    assert refused(tmp_path, body, block_templates) == (
        'templates/captains.md:13: error: notes of look(…) names "fact.timetabel", which this call does not print '
        '[template-name]\n  hint: did you mean "fact.timetable"?'
    )
    assert composed(tmp_path, f"## Issue\n{body.replace('tabel', 'table')}\n", block_templates)


def test_ids_in_a_loop_are_held_to_the_same_rules(tmp_path: Path) -> None:
    made, _ = harbour_composer(tmp_path)
    body = '## A\n{% for x in ["rec.tides", "rec.tidse", "fact.bicycles"] %}\n{{ table(x) }}\n{% endfor %}\n'
    with pytest.raises(DocumentError) as caught:
        made.compose(template(tmp_path, body, "clerks"), DRAFT)
    assert [str(d).partition(" [")[0] for d in caught.value.diagnostics] == [
        'templates/clerks.md:14: error: "rec.tides" is never printed for clerks '
        "(seeds/harbour/blocks/recommendation.yaml:3)",
        'templates/clerks.md:14: error: there is no block "rec.tidse"',
        'templates/clerks.md:14: error: "fact.bicycles" is a fact, and table(…) prints recommendation',
    ]


def test_a_note_is_collected_once_wherever_it_is_called(tmp_path: Path) -> None:
    body = (
        '## Issue{{ note("fact.bicycles") }}\n\n**{{ block("rec.tides") }}{{ note("fact.timetable") }}**\n\n'
        '{{ table("rec.tides", note_for="fact.bicycles") }}\n'
    )
    document = composed(tmp_path, body)
    assert [(note.id, note.unit.tag, inline_text(note.children)) for note in document.notes] == [
        ("fact.bicycles", "u3", "Ferries that share a timetable could carry more bicycles in the winter months"),
        ("fact.timetable", "u4", "Most keepers agreed that a shared timetable would reduce waiting."),
    ]
    table = next(c for c in document.sections[0].content if isinstance(c, Table))
    assert table.columns[1] == (Text("What"), NoteCall("fact.bicycles"))


def test_a_weight_that_does_not_exist_stops_composing_too(tmp_path: Path) -> None:
    body = '## Issue\n\n{% for name in ["much"] %}\n{{ paragraph("fact.timetable", weight=name) }}\n{% endfor %}\n'
    made, _ = harbour_composer(tmp_path)

    with pytest.raises(DocumentError) as caught:
        made.compose(template(tmp_path, body), DRAFT)

    assert str(caught.value) == (
        'templates/captains.md:15: error: weight="much" is not must, should or could [template-name]\n'
        "  hint: known: could, must, should"
    )


def test_the_short_composition_prints_short_forms_where_the_template_asks_for_the_reports_words(
    tmp_path: Path,
) -> None:
    body = (
        '## Issue\n\n{{ paragraph("fact.timetable", form="verbatim") }}\n\n'
        '{{ paragraph("fact.bicycles", form="verbatim") }}\n\nSo {{ block("fact.timetable").verbatim }}\n'
    )
    made, _ = harbour_composer(tmp_path)

    assert shown(made.compose(template(tmp_path, body), DRAFT, shortened=True)) == [
        "## Issue",
        "body: Most keepers agreed that a shared timetable would reduce waiting. [u1 fact.timetable/short]",
        "body: Ferries that share a timetable could carry more bicycles in the winter months "
        "[u2 fact.bicycles/verbatim]",
        "body: So Most keepers agreed that a shared timetable would reduce waiting. [u3 fact.timetable/short]",
    ]
