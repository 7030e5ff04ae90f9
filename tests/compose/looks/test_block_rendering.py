from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from tests.compose.builders import composed, look, refused


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<blockquote>{{ blocks[0] }}</blockquote>",
            "templates/blocks/look.html:5: error: a brief cannot hold <blockquote> "
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
            "templates/blocks/look.html: error: a brief cannot hold <b> [not-representable]\n"
            "  hint: printed for rec.tides by templates/captains.md:14",
        ),
        (
            "<p>{{ blocks[0].nme }}</p>",
            "templates/captains.md:14: error: templates/blocks/look.html:5 asks for "
            'the field "nme", which the block does not have [block-kind]\n'
            "  hint: printed for rec.tides; see the fields of its kind, or print it with another call",
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
            'the field "note", which the block does not have [block-kind]\n'
            "  hint: printed for rec.tides; see the fields of its kind, or print it with another call",
        ),
    ],
)
def test_what_a_block_template_cannot_print_is_reported_with_the_call(tmp_path: Path, html: str, expected: str) -> None:
    assert refused(tmp_path, '\n{{ look("rec.tides") }}', look(html)) == expected


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("blocks.pop()", '"pop" cannot be used there'),
        ("blocks[0]['_drawn']", '"_drawn" cannot be used there'),
        ("(blocks|map(attribute='_drawn')|first).block", '"_drawn" cannot be used there'),
        ("size.to_bytes(10 ** 9)", '"to_bytes" cannot be used there'),
        ("blocks[0].text.zfill(9)", '"zfill" cannot be used there'),
        ("range(10 ** 9)", "range(…) in it is longer than 100,000"),
        ("blocks", "it prints a list, and not its items"),
        ("{}", "it prints pairs of names and values, and not words"),
        ("note ~ ''", "it prints a call that has no brackets"),
        ("[namespace()]|join", "it prints something that has no words"),
        ("blocks|batch(1001)|list", "batch takes no number above 1,000"),
        ("[[1], [2]]|sum(start=[])", "sum adds numbers up, and nothing else"),
        ("'%9d' % 1", "% cannot put values into a text: put texts together with ~"),
        ("2 ** 65", "a number in it is too large: the highest power is 64"),
        ("10 ** 15", "a number in it is too large: write one below 1,000,000,000,000,000"),
        ("1e308 * 10", "a number in it is too large: write one below 1,000,000,000,000,000"),
        ("f()", "it calls itself without end, or is nested too deeply"),
        ("blocks|chronological", "chronological takes blocks of kind date"),
        ("blocks[0]|chronological", "chronological takes blocks of kind date"),
        ("['2010']|chronological", "chronological takes blocks of kind date"),
        ("blocks|as_bars(3, 'Others')", "as_bars takes blocks of kind participant_group"),
        ("3|as_bars(3, 'Others')", "as_bars takes blocks of kind participant_group"),
        (
            "blocks|as_bars('3', 'Others')",
            "as_bars takes a number of persons and a name for the bar of smaller groups",
        ),
        ("blocks|as_bars(3, none)", "as_bars takes a number of persons and a name for the bar of smaller groups"),
    ],
)
def test_a_block_template_reaches_nothing_but_what_it_is_given(tmp_path: Path, expression: str, message: str) -> None:
    html = f"{{% macro f() %}}{{{{ f() }}}}{{% endmacro %}}<p>\n{{{{ {expression} }}}}{{{{ blocks[0] }}}}</p>"
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, '## Issue\n\n{{ look("rec.tides") }}\n', look(html))
    assert str(caught.value) == (
        f"templates/blocks/look.html:{5 if expression == 'f()' else 6}: error: cannot be rendered: {message} "
        "[template-syntax]\n  hint: printed for rec.tides by templates/captains.md:14"
    )


@pytest.mark.parametrize(
    "html",
    [
        "{{ [1] * 10 ** 13 }}",
        "{{ 'a' * 10 ** 9 }}",
        "{{ 'a' * 10 ** 5 * 10 ** 5 }}",
        "{{ ('a' * 50000)|replace('', 'b' * 50000) }}",
        "{{ ('a' * 50000).replace('a', 'b' * 50000) }}",
        "{{ range(99999)|join('a' * 9999) }}",
        "{% set a = 'abcdefgh' %}" + "{% set a = a ~ a %}" * 60,
        "{% set a = [1] %}" + "{% set a = a + a %}" * 60,
        "{% set a = [1] %}" + "{% set a = [a, a] %}" * 55 + "{{ a == [1] }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) if a == a ~ '' %}{% endfor %}" * 9,
        "{% for a in range(99999) %}" + "x" * 999 + "{% endfor %}",
        "{% macro f(n) %}{{ f(n - 1) ~ f(n - 1) if n }}{% endmacro %}{{ f(60) }}",
        "{% for a in [1, 2] recursive %}{{ loop([1, 2]) if loop.depth < 60 }}{% endfor %}",
    ],
    ids=range(14),
)
def test_a_block_template_ends_within_the_budget_of_a_brief(tmp_path: Path, html: str) -> None:
    with pytest.raises(DocumentError) as caught:
        composed(
            tmp_path,
            '## Issue\n\n{{ look("rec.tides") }}\n{{ look("fact.bicycles") }}',
            look(f"{html}{{{{ blocks }}}}"),
        )
    assert [(problem.code, problem.place.line) for problem in caught.value.diagnostics] == [("template-limit", 5)]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>Tides</p>", 'nothing of "rec.tides" is printed [block-lost]'),
        ("", 'nothing of "rec.tides" is printed [block-lost]'),
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
def test_a_block_template_prints_what_it_is_given_and_nothing_else(tmp_path: Path, html: str, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        composed(tmp_path, '## Issue\n\n{{ look("rec.tides") }}\n', look(html))
    assert str(caught.value) == (
        f"templates/blocks/look.html:5: error: {message}\n  hint: printed for rec.tides by templates/captains.md:14"
    )
