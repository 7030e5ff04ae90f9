from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.document import Emphasis, NoteCall, Table, Text, inline_text
from tests.compose.builders import DRAFT, composed, harbour_composer, refused, shown, template


def test_every_unit_knows_its_id_its_blocks_and_the_places_it_rests_on(tmp_path: Path) -> None:
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


def test_sections_have_their_attributes_and_ids_of_their_own(tmp_path: Path) -> None:
    body = "## Why? {.box cut=2 keep=1}\n\n## Why {.end .page}\n\n### *Tides* & “more”\n\n## ¿\u0414?\n"
    sections = composed(tmp_path, body).sections
    assert [(s.id, s.level, s.style, s.cut, s.keep, s.page_break) for s in sections] == [
        ("why", 2, "box", 2, 1, False),
        ("why-2", 2, "end", None, 0, True),
        ("tides-more", 3, "", None, 0, False),
        ("д", 2, "", None, 0, False),
    ]
    assert sections[2].heading == (Emphasis((Text("Tides"),)), Text(" & “more”"))


def test_quotation_marks_round_a_call_are_opened_and_closed(tmp_path: Path) -> None:
    document = composed(tmp_path, '## Issue\n\nThey said "{{ block("rec.tides") }}" in 2009-2010.\n')
    assert shown(document)[1] == (
        "body: They said “The board should publish the tides each week” in 2009–2010. [u1 rec.tides/verbatim]"
    )


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


def test_a_note_that_only_a_column_heading_calls_is_collected(tmp_path: Path) -> None:
    document = composed(tmp_path, '## Issue\n\n{{ table("rec.tides", note_for="fact.bicycles") }}\n')
    assert [note.id for note in document.notes] == ["fact.bicycles"]


def test_the_masthead_is_filled_from_house_front_matter_and_edition(tmp_path: Path) -> None:
    document = composed(tmp_path, "## Issue\n")
    assert document.furniture.identity == ("HB/CAP", "4\u00a0May\u00a02010", "Version\u00a00.1", "English")
    assert document.furniture.status == "DRAFT, v0.1"
    assert document.furniture.running_header == ("A timetable\u00a0· Brief\u00a0for\u00a0Captains", "Draft")
    assert document.furniture.footer == "HB/CAP\u00a0· Distribution:\u00a0Limited"
    assert document.properties.identifier == "HB/CAP 0.1 draft"


def test_units_and_sections_know_the_lines_of_the_template_that_ask_for_them(tmp_path: Path) -> None:
    body = (
        '## Issue\n\n{% if status == "draft" %}\n{{ list(\n  "fact.timetable", "fact.bicycles") }}\n{% endif %}\n\n'
        '{% for x in ["rec.tides", "fact.bicycles"] %}\nNow {{ block(x) }}\n\n{% endfor %}\n'
        '- {{ block("rec.tides") }}\n- {{ block("fact.bicycles") }}\n\n{# why #}\n## Asked\n'
    )
    document = composed(tmp_path, body)
    assert [section.line for section in document.sections] == [12, 27]
    assert [unit.line for unit in document.units()] == [15, 15, 20, 20, 23, 24]


# what only running a template shows


def test_a_form_that_is_not_written_is_said_for_every_call(tmp_path: Path) -> None:
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{% if 1/0 %}{% endif %}",
            "templates/captains.md:13: error: cannot be rendered: division by zero [template-syntax]",
        ),
        (
            "\n{% for x in 5 %}{% endfor %}",
            "templates/captains.md:14: error: cannot be rendered: 'int' object is not iterable [template-syntax]",
        ),
        (
            '{% for x in ["a"] %}{{ x }}{% endfor %}',
            'templates/captains.md:13: error: a template prints "a", which does not come from a block '
            "[untraced-prose]\n"
            '  hint: only calls and the wording of {{ block("…") }} can be printed',
        ),
        (
            '{% for x in ["fact.bicycles"] %}{{ block(x).short }}{% endfor %}',
            "templates/captains.md:13: error: a field that is not filled in cannot be printed [form-missing]",
        ),
    ],
)
def test_an_expression_that_cannot_be_evaluated_is_a_mistake_of_the_template(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert refused(tmp_path, body) == expected
