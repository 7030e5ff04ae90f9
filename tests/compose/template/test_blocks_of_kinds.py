"""Calls that ask for all blocks of a kind are filled in before anything else looks at a template."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.template.blocks_of_kinds import kinds_in
from briefs.model.document_text import full_text
from briefs.model.inline import inline_text
from tests.compose.builders import DRAFT, harbour_composer, linted, template

FACTS = '"fact.timetable", "fact.bicycles"'


def filled(folder: Path, body: str, audience: str = "captains") -> str:
    made, _ = harbour_composer(folder)
    return made.filled(template(folder, body, audience)).body


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('list(kind="fact")', f"list({FACTS})"),
        ('list( kind = "fact" )', f"list({FACTS} )"),
        ('list(kind="fact", weight="must")', f'list({FACTS}, weight="must")'),
        ('list(weight="must", kind="fact")', f'list({FACTS}, weight="must")'),
        ('list("fact.bicycles", kind="fact")', 'list("fact.bicycles", "fact.timetable")'),
        ('list("rec.tides", kind="fact", weight="must")', f'list("rec.tides", {FACTS}, weight="must")'),
        ("list(kind='recommendation, fact')", f'list("rec.tides", {FACTS})'),
        ('list("rec.tides", kind="recommendation")', 'list("rec.tides")'),
    ],
)
def test_ids_take_the_place_of_kinds(tmp_path: Path, call: str, expected: str) -> None:
    body = f"## Issue\n\n{{{{ {call} }}}}\n"
    assert filled(tmp_path, body) == body.replace(f"{call} ", f"{expected} ")


def test_a_block_that_is_named_elsewhere_or_printed_before_is_not_printed_again(tmp_path: Path) -> None:
    body = '## One\n\n{{ list("fact.bicycles") }}\n\n## Two\n\n{{ list(kind="fact") }}\n\n## Three\n\n'
    assert filled(tmp_path, body + '{{ list(kind="fact, recommendation") }}\n') == (
        '## One\n\n{{ list("fact.bicycles") }}\n\n## Two\n\n{{ list("fact.timetable") }}\n\n## Three\n\n'
        '{{ list("rec.tides") }}\n'
    )


def test_what_has_nothing_to_print_is_left_out_with_its_heading_and_no_line_moves(tmp_path: Path) -> None:
    body = (
        '## Questions {id=q}\n\nParticipants asked:\n\n{{ list(\n  kind="question") }}\n\n## Facts\n\n'
        'First:\n\n{{ list(kind="term") }}\n\n{{ list(kind="fact") }}\n\n### Dates\n\n{{ list(kind="date") }}\n'
    )
    after = filled(tmp_path, body)
    assert after.split() == ["##", "Facts", "{{", "list(" + FACTS.split()[0], FACTS.split()[1] + ")", "}}"]
    assert after.count("\n") == body.count("\n")
    assert after.split("\n").index("## Facts") == body.split("\n").index("## Facts")


def test_statements_stay_where_a_section_is_left_out(tmp_path: Path) -> None:
    body = '{% if status == "draft" %}\n## Dates\n\n{{ list(kind="date") }}\n{% endif %}\n\n## Steps\n'
    assert filled(tmp_path, body).split("\n")[:5] == ['{% if status == "draft" %}', "", "", "", "{% endif %}"]


def test_blocks_that_an_audience_never_gets_are_not_asked_for(tmp_path: Path) -> None:
    body = '{{ list(kind="recommendation, fact") }}\n'
    assert filled(tmp_path, body, "clerks") == f"{{{{ list({FACTS}) }}}}\n"


def test_dates_follow_each_other_whatever_their_order_in_the_file(tmp_path: Path) -> None:
    anchor = '    anchor: "The board should … bicycles in 2011."\n'
    dates = "".join(
        f'  - id: date.{name}\n    when: "{sort}"\n    sort: "{sort}"\n{anchor}'
        for name, sort in (("some_day", "undated"), ("later", "2011-05"), ("first", "2011"), ("last", "2011-05-02"))
    )
    made, _ = harbour_composer(tmp_path, blocks={"date": f"kind: date\nblocks:\n{dates}"})
    body = made.filled(template(tmp_path, '## Dates\n\n{{ list(kind="date") }}\n', "captains")).body
    assert '"date.first", "date.later", "date.last", "date.some_day"' in body


def test_a_brief_prints_all_blocks_of_a_kind(tmp_path: Path) -> None:
    made, _ = harbour_composer(tmp_path)
    asked = template(tmp_path, '## Facts\n\n{{ list(kind="fact") }}\n\n## Dates\n\n{{ list(kind="date") }}\n')
    document = made.compose(made.filled(asked), DRAFT)
    assert [inline_text(section.heading) for section in document.sections] == ["Facts"]
    assert "Most keepers agreed" in full_text(document)
    assert "Ferries that share a timetable" in full_text(document)
    assert {word for one in made.own_words(made.filled(asked)) for word in one.blocks} == {
        "fact.timetable",
        "fact.bicycles",
    }


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('list(kind="fcat")', 'unknown kind "fcat" [kind-unknown]\n  hint: did you mean "fact"?'),
        (
            'table(kind="fact")',
            'table(…) prints recommendation, and no fact [block-kind]\n  hint: write: {{ statements(kind="fact") }}',
        ),
        ('list(kind="figure")', "list(…) prints words, and no figure [block-kind]"),
        (
            'list(kind="")',
            "kind of list(…) is not the name of a kind of block in quotation marks [option-value]\n"
            '  hint: write a kind, as in kind="recommendation"',
        ),
        (
            'list(kind=["fact"])',
            "kind of list(…) is not the name of a kind of block in quotation marks [option-value]\n"
            '  hint: write a kind, as in kind="recommendation"',
        ),
    ],
)
def test_kinds_that_cannot_be_asked_for_are_reported(tmp_path: Path, call: str, expected: str) -> None:
    body = f"{{{{ {call} }}}}\n"
    assert linted(tmp_path, body) == f"templates/captains.md:13: error: {expected}"
    assert filled(tmp_path, body) == body


def test_a_kind_without_quotation_marks_is_mended(tmp_path: Path) -> None:
    assert 'kind="fact"' in linted(tmp_path, "{{ list(kind=fact) }}\n")


def test_no_call_but_those_of_block_templates_has_kinds(tmp_path: Path) -> None:
    assert 'block(…) has no option "kind"' in linted(tmp_path, '{{ block("fact.timetable", kind="fact") }}\n')


def test_a_template_that_jinja_cannot_read_is_left_to_the_linter(tmp_path: Path) -> None:
    for body in ('{{ list(kind="fact" }}\n', '{{ "kind" }}\n', '{{ block("fact.timetable").kind }}\n'):
        assert filled(tmp_path, body) == body


def test_kinds_are_named_with_commas() -> None:
    assert kinds_in(" fact,recommendation , ,fact") == ("fact", "recommendation")
