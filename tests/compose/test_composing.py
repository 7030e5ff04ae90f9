from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefs.compose.composing import marked_inlines
from briefs.compose.forms import BlockView, marked_up
from briefs.compose.ledger import CLOSE, OPEN
from briefs.compose.markup import read_inlines
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document, Emphasis, NoteCall, Paragraph, Strong, Table, Text, inline_text
from briefs.model.drawn import Drawn
from briefs.model.text import clean, curl, unprintable
from tests.compose.builders import DRAFT, composed, harbour_composer, harbour_library, shown, template


def wrong(folder: Path, body: str, views: dict[str, str] | None = None) -> str:
    """What composing says of a template that the linter finds nothing wrong with."""
    with pytest.raises(DocumentError) as caught:
        composed(folder, f"## Issue\n{body}\n", views)
    return str(caught.value)


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
        ("section", 2, "", None, 0, False),
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
    assert [(note.id, note.unit.id, inline_text(note.children)) for note in document.notes] == [
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
    assert document.furniture.identity == ("HB/CAP", "4\u00a0May\u00a02010", "Version 0.1", "English")
    assert document.furniture.status == "DRAFT, v0.1"
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
    assert wrong(tmp_path, body) == (
        'templates/captains.md:13: error: "fact.timetable" has no form "ask" [form-missing]\n'
        "  hint: write one in seeds/harbour/blocks/fact.yaml:3, or print another form\n"
        'templates/captains.md:15: error: "fact.bicycles" has no form "short" [form-missing]\n'
        "  hint: write one in seeds/harbour/blocks/fact.yaml:8, or print another form"
    )


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
            'templates/captains.md:13: error: a template prints "a", which comes from no block [untraced-prose]\n'
            '  hint: only calls and the wording of {{ block("…") }} can be printed',
        ),
        (
            '{% for x in ["fact.bicycles"] %}{{ block(x).short }}{% endfor %}',
            "templates/captains.md:13: error: a field that is not filled in has nothing to print [form-missing]",
        ),
    ],
)
def test_an_expression_that_cannot_be_evaluated_is_a_mistake_of_the_template(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert wrong(tmp_path, body) == expected


# block templates


def view(html: str) -> dict[str, str]:
    return {"look": f"---\nprints: any\noptions: {{size: 1}}\n---\n{html}\n"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>{{ blokcs }}</p>",
            '5: error: unknown name "blokcs" [template-name]\n  hint: did you mean "blocks"?',
        ),
        (
            "<p>\n{{ blocks[0] | uper }}{{ size | chronologcal }}</p>",
            '6: error: unknown filter "uper" [template-filter]\n  hint: did you mean "upper"?\n'
            'templates/blocks/look.html:6: error: unknown filter "chronologcal" [template-filter]\n'
            '  hint: did you mean "chronological"?',
        ),
        (
            "{% for b in blocks %}",
            "5: error: unexpected end of template. Jinja was looking for the following tags: 'endfor' or 'else'. "
            "The innermost block that needs to be closed is 'for' [template-syntax]\n"
            "  hint: close {% if %} with {% endif %}, {% for %} with {% endfor %}",
        ),
        (
            "<p>{% include 'x' %}</p>",
            "5: error: a block template cannot use {% include %} [template-syntax]\n  hint: it prints by itself",
        ),
        (
            "<p>{{ lipsum() }}{{ blocks|random }}</p>",
            '5: error: unknown name "lipsum" [template-name]\n'
            "  hint: known: audience, blocks, cycler, dict, joiner, loop, namespace, note, range, size, status\n"
            'templates/blocks/look.html:5: error: unknown filter "random" [template-filter]',
        ),
        (
            "<p>\n{% from 'x' import y %}</p>",
            "6: error: a block template cannot use {% from %} [template-syntax]\n  hint: it prints by itself",
        ),
        (
            f"<p>{{{{ {'(' * 600}1{')' * 600} }}}}</p>",
            "5: error: too much in one another [template-syntax]\n"
            "  hint: take some brackets, {% if %} or {% for %} out of others",
        ),
        (
            "<p>{{ dict(a=1, a=2) }}</p>",
            '5: error: the option "a" is given twice [template-syntax]\n  hint: keep one of them',
        ),
        (
            "<p>\n{{ dict(a=1 b=2) }}</p>",
            "6: error: a comma is missing between 1 and b [template-syntax]\n"
            "  hint: commas stand between the ids and options of a call",
        ),
        (
            f"<p>{'{% for b in blocks %}' * 21}{'{% endfor %}' * 21}</p>",
            "5: error: cannot be rendered: too many statically nested blocks [template-syntax]",
        ),
    ],
)
def test_a_mistake_in_a_block_template_is_said_with_its_line(tmp_path: Path, html: str, expected: str) -> None:
    assert harbour_composer(tmp_path, view(html))[1] == f"templates/blocks/look.html:{expected}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<blockquote>{{ blocks[0] }}</blockquote>",
            "templates/blocks/look.html:5: error: <blockquote> is nothing that the Document can hold "
            "[not-representable]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            "<ol>\n{% for b in blocks %}\n{% if b %}\n<li>{{ b }}</li>\n<li></li>\n{% endif %}\n{% endfor %}\n</ol>",
            "templates/blocks/look.html:9: error: an empty <li> [not-representable]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            "{# a remark #}\n<p>{{ blocks[0] }}</p>\n<p>\n",
            "templates/blocks/look.html:7: error: not well-formed: <p> is not closed [not-representable]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            "<p>{{ blocks[0] }}</p>\n<p>\x07</p>\n",
            "templates/blocks/look.html:6: error: the character U+0007 cannot be printed [not-representable]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            "{% set size %}\n1{% endset %}<p>{{ blocks[0] }} {{ size | length }}</p>\n<b/>",
            "templates/blocks/look.html: error: <b> is nothing that the Document can hold [not-representable]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            "<p>{{ blocks[0].nme }}</p>",
            "templates/captains.md:14: error: templates/blocks/look.html:5 asks for "
            'the field "nme" that a block has not [block-kind]\n'
            "  hint: of rec.tides; see the fields of its kind, or print it with another call",
        ),
        (
            "<p>\n{{ blocks[0] }} {{ size / 0 }}</p>",
            "templates/blocks/look.html:6: error: cannot be rendered: division by zero [template-syntax]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            '<p>{{ blocks[0] }}{{ note("rec.tide") }}</p>',
            'templates/captains.md:14: error: there is no block "rec.tide" [block-unknown]\n'
            '  hint: did you mean "rec.tides"?',
        ),
        (
            "<p>{{ blocks[0].note }}</p>",
            "templates/captains.md:14: error: templates/blocks/look.html:5 asks for "
            'the field "note" that a block has not [block-kind]\n'
            "  hint: of rec.tides; see the fields of its kind, or print it with another call",
        ),
    ],
)
def test_what_a_block_template_cannot_print_is_said_with_the_call(tmp_path: Path, html: str, expected: str) -> None:
    assert wrong(tmp_path, '\n{{ look("rec.tides") }}', view(html)) == expected


# forms


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("a < b & c ]]>", "a &lt; b &amp; c ]]&gt;"),
        ("**bold *both*** and *italic*", "<strong>bold <em>both</em></strong> and <em>italic</em>"),
        ("2 * 3 * 4, **", "2 * 3 * 4, **"),
        ('"a" <b>', "“a” &lt;b&gt;"),
        ("", ""),
    ],
)
def test_hand_made_wording_becomes_html(written: str, html: str) -> None:
    assert marked_up(written) == Markup(html)


def test_a_line_by_hand_keeps_its_marks_of_emphasis() -> None:
    assert marked_inlines("*The Study*, **2010**") == (
        Emphasis((Text("The Study"),)),
        Text(", "),
        Strong((Text("2010"),)),
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_survives_from_a_block_to_the_document(text: str) -> None:
    if unprintable(text) is not None:
        return
    printed = " ".join(inline_text(read_inlines(marked_up(clean(text)))).split())
    assert printed == " ".join(curl(clean(text)).split())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_short_form_survives_into_a_brief_and_no_token_does(tmp_path: Path, text: str) -> None:
    wording = clean(text)
    if unprintable(wording) is not None or not wording:
        return
    escaped = "".join(f"\\U{ord(character):08x}" for character in wording)
    blocks = f'kind: fact\nblocks:\n  - id: fact.any\n    anchor: Most keepers agreed that\n    short: "{escaped}"\n'
    body = '## A\n\n{{ paragraph("fact.any") }}\n\n- {{ block("fact.any") }} {{ note("fact.any") }}\n'
    document = composed(tmp_path, body, any=blocks)
    printed = [" ".join(text.split()) for text in everything(document)]
    assert printed[1:] == [" ".join(curl(wording).split())] * 3
    unmarked = "".join(printed).replace(curl(wording), "")
    assert OPEN not in unmarked
    assert CLOSE not in unmarked


def everything(document: Document) -> list[str]:
    texts = [inline_text(section.heading) for section in document.sections]
    for section in document.sections:
        for content in section.content:
            if isinstance(content, Paragraph):
                texts.append(inline_text(content.children))
            else:
                texts += [inline_text(item.children) for item in getattr(content, "items", ())]
    return [*texts, *(inline_text(note.children) for note in document.notes)]


def test_fields_for_editors_are_not_to_be_had(tmp_path: Path) -> None:
    def missing(drawn: Drawn, form: str) -> Exception:
        return LookupError(f"{drawn.id} {form}")

    block = BlockView(harbour_library(tmp_path).blocks["rec.tides"], missing)
    for name in ("note", "conflict", "audiences", "anchor", "with_", "_drawn_", "caveat"):
        with pytest.raises(AttributeError):
            getattr(block, name)
    assert (str(block.text), block.lead, block.kind) == (
        "The board should publish the tides each week",
        None,
        "recommendation",
    )
    with pytest.raises(LookupError, match=r"rec\.tides nonsense"):
        block.form("nonsense")


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("''.__class__.__mro__", "access to attribute '__class__' of 'str' object is unsafe."),
        ("cycler.__init__.__globals__.os", "access to attribute '__init__' of 'type' object is unsafe."),
        ("note.__globals__", "access to attribute '__globals__' of 'function' object is unsafe."),
        ("blocks[0]._drawn", "access to attribute '_drawn' of 'BlockView' object is unsafe."),
        ("blocks[0]|attr('_drawn')", "access to attribute '_drawn' of 'BlockView' object is unsafe."),
        ("blocks.pop()", "access to attribute 'pop' of 'list' object is unsafe."),
        ("'{0.__class__}'.format(note)", "access to attribute '__class__' of 'function' object is unsafe."),
        ("[1] * 10 ** 13", "it takes more memory than there is"),
        ("range(10 ** 9)", "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000)."),
        ("f()", "it calls itself without end, or is too deep"),
        ("3|wrapped(100, 11, false)", "wrapped takes wording of a block, not 3"),
        ("blocks[0]|wrapped(0, 11, false)", "wrapped takes a width and a size in points, not 0 and 11"),
        ("blocks[0]|wrapped('a', 11, false)", "wrapped takes a width and a size in points, not 'a' and 11"),
        ("3|balanced(100, 9, false)", "balanced takes wordings and a width for all of them, not 3 and 100"),
        ("['a']|balanced(100, 'a', false)", "balanced takes a size and least widths in points, not 'a' and ()"),
        ("['a']|balanced(9, 9, false, ['b'])", "balanced takes a size and least widths in points, not 9 and ['b']"),
        ("3|measured(9, true)", "measured takes a text and a size in points, not 3 and 9"),
        ("blocks|chronological", "chronological takes blocks of kind date"),
        ("blocks[0]|chronological", "chronological takes blocks of kind date"),
    ],
)
def test_a_block_template_reaches_nothing_but_what_it_is_given(tmp_path: Path, expression: str, said: str) -> None:
    html = f"{{% macro f() %}}{{{{ f() }}}}{{% endmacro %}}<p>\n{{{{ {expression} }}}}{{{{ blocks[0] }}}}</p>"
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, '## Issue\n\n{{ look("rec.tides") }}\n', view(html))
    assert str(caught.value) == (
        f"templates/blocks/look.html:{5 if expression == 'f()' else 6}: error: cannot be rendered: {said} "
        "[template-syntax]\n  hint: printed for rec.tides by templates/captains.md:14"
    )


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("paragraph.__globals__", "access to attribute '__globals__' of 'function' object is unsafe."),
        ("block|attr('__func__')", "access to attribute '__func__' of 'method' object is unsafe."),
        ("[1] * 10 ** 13", "it takes more memory than there is"),
    ],
)
def test_a_template_reaches_nothing_of_the_program(tmp_path: Path, condition: str, said: str) -> None:
    body = f'## Issue\n\n{{% if {condition} %}}\n{{% endif %}}\n{{{{ paragraph("rec.tides") }}}}\n'
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, body)
    assert str(caught.value) == f"templates/captains.md:14: error: cannot be rendered: {said} [template-syntax]"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>Tides</p>", 'nothing is printed of "rec.tides" [block-lost]'),
        ("", 'nothing is printed of "rec.tides" [block-lost]'),
        (
            '<p>{{ blocks[0] }}<span data-form="fact.x/short">x</span></p>',
            'data-form or data-note names "fact.x", which is not printed here [not-representable]',
        ),
        (
            '<p>{{ blocks[0] }}<span data-note="x"></span></p>',
            'data-form or data-note names "x", which is not printed here [not-representable]',
        ),
    ],
)
def test_a_block_template_prints_what_it_is_given_and_nothing_else(tmp_path: Path, html: str, said: str) -> None:
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, '## Issue\n\n{{ look("rec.tides") }}\n', view(html))
    assert str(caught.value) == (
        f"templates/blocks/look.html:5: error: {said}\n  hint: printed for rec.tides by templates/captains.md:14"
    )
