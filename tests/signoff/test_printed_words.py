"""Everything that people write and briefs print, piece by piece."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Place
from briefs.signoff.printed_words import (
    asked_by,
    called_by,
    words_of_block_template,
    words_of_blocks,
    words_of_fields,
    words_of_template,
)
from tests.builders import BLOCKS, TEMPLATES, front, write_project
from tests.projects import inputs_of

TERMS = """kind: term
blocks:
  - id: term.quay
    anchor: "Some keepers asked … tides & currents"
    term: Quay
    role: incumbent
    in_favour: {anchor: "One keeper saw no need for it", short: "One keeper saw no need."}
    against: null
    verdict: null
    note: never printed
"""
BODY = """## Issue {cut=2}
{# a remark
for editors #}

{{ statements("fact.timetable",
    "term.quay") }}

Of these, {{ block("fact.bicycles").short }}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    templates = {"captains": front("captains", keywords="[quay, tide]") + BODY, "clerks": TEMPLATES["clerks"]}
    return write_project(tmp_path, blocks={**BLOCKS, "term": TERMS}, templates=templates)


def test_a_block_has_a_piece_for_each_form_and_one_for_its_labels_with_its_passage(root: Path) -> None:
    library = inputs_of(root).library
    pieces = {one.of: one for one in words_of_blocks("harbour", library, ["term.quay"])}
    assert list(pieces) == [
        "harbour: term.quay, in_favour",
        "harbour: term.quay, in_favour.short",
        "harbour: term.quay, passage",
        "harbour: about, text",
        "harbour: about, passage",
    ]
    short, labels = pieces["harbour: term.quay, in_favour.short"], pieces["harbour: term.quay, passage"]
    assert (short.words, short.passage) == ("One keeper saw no need.", "One keeper saw no need for it")
    assert (labels.words, labels.source) == ("term: Quay; role: incumbent", "I ¶3")
    assert "never printed" not in "".join(one.words for one in pieces.values())
    assert short.place == Place("seeds/harbour/blocks/term.yaml", 7)


def test_only_blocks_that_are_asked_for_have_pieces(root: Path) -> None:
    inputs = inputs_of(root)
    templates = [inputs.templates[BriefKey("captains")]]
    assert asked_by(templates, inputs.library) == {"fact.timetable", "term.quay", "fact.bicycles"}
    assert {"statements", "block"} <= called_by(templates)


def test_a_figure_asks_for_what_it_is_drawn_from(tmp_path: Path) -> None:
    dates = """kind: date
blocks:
  - {id: date.spring, anchor: "The keepers will meet again in the spring of 2012", when: spring 2012, sort: "2012"}
"""
    figure = """kind: figure
blocks:
  - {id: fig.dates, anchor: "The keepers will meet again in the spring of 2012", short: Meetings, of: [date.spring]}
"""
    body = '{{ timeline("fig.dates") }}\n'
    write_project(
        tmp_path, blocks={**BLOCKS, "date": dates, "figure": figure}, templates={"captains": front("captains") + body}
    )
    inputs = inputs_of(tmp_path)
    assert asked_by(inputs.templates.values(), inputs.library) == {"fig.dates", "date.spring"}


def test_a_template_has_a_piece_for_each_part_of_its_body(root: Path) -> None:
    pieces = list(words_of_template(inputs_of(root).templates[BriefKey("captains")]))
    assert [(one.words, one.place.line) for one in pieces] == [
        ("reader: The captains", 3),
        ("series: Brief for Captains", 4),
        ("title: What a timetable could change", 5),
        ("code: CAP", 6),
        ("short_title: A timetable", 7),
        ("subject: Harbours", 8),
        ("keywords: quay, tide", 10),
        ("## Issue", 12),
        ('{{ statements("fact.timetable",\n"term.quay") }}', 16),
        ('Of these, {{ block("fact.bicycles").short }}', 19),
    ]


def test_marks_of_html_say_nothing_but_what_is_read_aloud() -> None:
    source = '<td class="a">Held</td>\n<input type="checkbox" aria-label="Tick: {{ b.name }}"/>\n{# a remark #}\n'
    piece = words_of_block_template("templates/blocks/a.html", source, {"caption": "Held", "lines": 2}, 4)
    assert piece.words == 'caption: Held\nHeld\n<input type="checkbox" aria-label="Tick: {{ b.name }}"/>'
    other = words_of_block_template("templates/blocks/a.html", source.replace('"a"', '"b"'), {"caption": "Held"}, 4)
    assert other.digest == piece.digest


def test_a_field_that_says_nothing_is_no_piece() -> None:
    fields = {"issuer": ("Harbour Board", Place("house.yaml", 1)), "contact": ("", Place("house.yaml", 2))}
    assert [one.words for one in words_of_fields("house.yaml", fields)] == ["issuer: Harbour Board"]
