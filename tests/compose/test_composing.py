from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from tests.compose.builders import DRAFT, composed, harbour_composer, shown, template


def test_every_unit_knows_its_tag_its_blocks_and_the_places_it_rests_on(tmp_path: Path) -> None:
    body = '## Issue\n\n{{ paragraph("fact.timetable", "fact.bicycles") }}\n\n- First {{ block("rec.tides").ask }}\n'
    document = composed(tmp_path, body)
    assert shown(document) == [
        "## Issue",
        "body: Most keepers agreed that a shared timetable would reduce waiting. "
        "Ferries that share a timetable could carry more bicycles in the winter months "
        "[u1 fact.timetable/short fact.bicycles/verbatim]",
        "numbered item: First Publish the tides each week. [u2 rec.tides/ask]",
    ]
    first, second = document.units()
    assert first.blocks == ("fact.timetable", "fact.bicycles")
    assert (first.sources, first.labels) == (("I ¶ 1", "I ¶ 2"), ("I ¶1", "I ¶2"))
    assert (first.verbatim, first.weight) == (True, "must")
    assert (second.sources, second.verbatim, second.number) == (("II item 1",), False, None)


def test_rows_of_a_table_are_units_and_its_options_are_printed_as_text(tmp_path: Path) -> None:
    body = '## Issue\n\n{{ table("rec.tides", caption="Keepers\' <asks> & \\"more\\" ]]>") }}\n'
    assert shown(composed(tmp_path, body)) == [
        "## Issue",
        "table: Keepers’ <asks> & “more” ]]>: For | What",
        "row: Tides | Publish the tides each week. [u1 rec.tides/theme rec.tides/ask]",
    ]


def test_a_note_that_only_a_column_heading_calls_is_collected(tmp_path: Path) -> None:
    document = composed(tmp_path, '## Issue\n\n{{ table("rec.tides", note_for="fact.bicycles") }}\n')
    assert [note.id for note in document.notes] == ["fact.bicycles"]


def test_units_have_names_that_last_in_a_language_of_any_script(tmp_path: Path) -> None:
    call = '{{ list("fact.timetable") }}'
    body = f"## Зачем\n\n{call}\n\n## Как\n\n{call}\n\n{call}\n"
    assert [unit.name for unit in composed(tmp_path, body).units()] == [
        "зачем/fact.timetable",
        "как/fact.timetable",
        "как/fact.timetable#2",
    ]


def test_markdown_that_only_running_the_template_shows_to_be_wrong_is_reported(tmp_path: Path) -> None:
    made, _ = harbour_composer(tmp_path)
    body = '## A\n\n{% for x in ["fact.timetable"] %}\n{{ block(x) if x == "a" else block(x) }} <i>\n{% endfor %}\n'
    with pytest.raises(DocumentError) as caught:
        made.compose(template(tmp_path, body), DRAFT)
    assert [(problem.place.line, problem.code) for problem in caught.value.diagnostics] == [(15, "raw-html")]
