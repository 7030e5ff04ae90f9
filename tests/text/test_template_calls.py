"""Calls in the text of a template, and the same text with other blocks."""

from __future__ import annotations

import pytest

from briefs.text.template_calls import call_of, calls_in, is_alone, paragraph_around

TEMPLATE = """## Issue

{# {{ statements("a.one") }} is a remark #}
{{ statements("a.one", 'a.two',
    "a.three", weight="should") }}

{% if status == "draft" %}
{{ paragraph("a.one") }}
{% endif %}

They asked {{ block("a.four").short }}, and {{block("a.two").short}}.
"""


def test_calls_are_found_with_their_lines_and_blocks() -> None:
    assert [(one.name, one.line, one.blocks) for one in calls_in(TEMPLATE)] == [
        ("statements", 4, ("a.one", "a.two", "a.three")),
        ("paragraph", 8, ("a.one",)),
        ("block", 11, ("a.four",)),
        ("block", 11, ("a.two",)),
    ]


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        (["a.two"], '{{ statements("a.one", "a.three", weight="should") }}'),
        (["a.one"], '{{ statements(\'a.two\', "a.three", weight="should") }}'),
        (["a.three"], '{{ statements("a.one", \'a.two\', weight="should") }}'),
        (["a.one", "a.two", "a.three"], ""),
    ],
)
def test_a_call_without_some_of_its_blocks(gone: list[str], left: str) -> None:
    assert calls_in(TEMPLATE)[0].without(gone) == left


def test_a_call_with_its_blocks_in_another_order_keeps_its_lines() -> None:
    changed = calls_in(TEMPLATE)[0].with_blocks(["a.three", "a.one", "a.two"])
    assert changed == '{{ statements("a.three", "a.one",\n    \'a.two\', weight="should") }}'
    assert calls_in(TEMPLATE)[0].with_blocks(calls_in(TEMPLATE)[0].blocks) == calls_in(TEMPLATE)[0].text


def test_a_call_with_a_block_more() -> None:
    assert calls_in('{{ statements("a") }}')[0].with_blocks(["b", "a"]) == '{{ statements("b", "a") }}'


def test_the_call_of_a_block_is_the_one_nearest_to_its_line() -> None:
    near, far = call_of(TEMPLATE, ["a.one"], 8), call_of(TEMPLATE, ["a.one"], 3)
    assert near is not None
    assert far is not None
    assert (near.name, far.name) == ("paragraph", "statements")
    assert call_of(TEMPLATE, ["a.five"]) is None
    assert call_of(TEMPLATE, ["a.one", "a.four"]) is None


def test_a_call_within_a_text_is_not_alone() -> None:
    alone = [is_alone(TEMPLATE, one) for one in calls_in(TEMPLATE)]
    assert alone == [True, True, False, False]
    last = calls_in(TEMPLATE)[-1]
    start, end = paragraph_around(TEMPLATE, last.start)
    assert TEMPLATE[start:end].startswith("They asked {{")
    assert TEMPLATE[start:end].rstrip().endswith(".short}}.")


def test_options_that_are_texts() -> None:
    call = calls_in('{{ benefits("a.b", basis=false, caption="A \\"b\\": c", column=\'D\') }}')[0]
    assert {name: text for name, (text, _) in call.options().items()} == {"caption": 'A \\"b\\": c', "column": "D"}
