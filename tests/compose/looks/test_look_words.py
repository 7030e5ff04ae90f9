"""Words and numbers that are typed into block templates are found, with their lines."""

from __future__ import annotations

import pytest

from briefs.compose.looks.block_template import BlockTemplate, BlockTemplateFrontMatter
from briefs.compose.looks.look_words import look_words

FRONT = BlockTemplateFrontMatter(prints="any", options={"caption": "Words", "form": "text", "few": 3, "more": ""})


def found(source: str) -> list[tuple[str, int]]:
    words = look_words(BlockTemplate("look", "look.html", FRONT, source, 10, {"caption": 3}))
    assert all(one.scope == "nothing" for one in words)
    return [(one.text, one.place.line) for one in look_words(BlockTemplate("look", "a.html", FRONT, source, 10))][1:]


def test_defaults_of_options_stand_on_their_lines() -> None:
    (default,) = look_words(BlockTemplate("look", "look.html", FRONT, "<p>{{ caption }}</p>", 10, {"caption": 3}))
    assert (default.owner, default.text, default.place.line) == ("the default of caption in look(…)", "Words", 3)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>\n  Said by\n all</p>", [("Said by all", 11)]),
        ("<tr><th>{{ b.name }}</th>\n<td>12</td></tr>", [("12", 11)]),
        ("<td>{{ 12 }}</td>", [("12", 10)]),
        ("<td>{{ b.count + 5 }}</td>", [("5", 10)]),
        ("{% set n = 7 %}\n<td>{{ n }}</td>", [("7", 11)]),
        ("<td>{{ b.against or 'None recorded' }}</td>", [("None recorded", 10)]),
        ("<td>{{ 'Yes' if b.kind == 'fact' else 'No' }}</td>", [("Yes", 10), ("No", 10)]),
        ("{% for one in ['Agree', 'Discuss'] %}\n{{ one }}{% endfor %}", [("Agree", 10), ("Discuss", 10)]),
        ('<input type="checkbox" aria-label="Held by: {{ b.name }}"/>', [("Held by: …", 10)]),
        ('<li value="4">{{ b.text }}</li>', [("4", 10)]),
        ("{% set said = 'All agreed' %}<p>{{ said }}</p>", [("All agreed", 10)]),
    ],
)
def test_what_is_typed_is_found(source: str, words: list[tuple[str, int]]) -> None:
    assert found(source) == words


@pytest.mark.parametrize(
    "source",
    [
        '<table class="wide" data-widths="{{ widths }}" data-rows="numbered"><tr><td>{{ b.text }}</td></tr></table>',
        '{% set widths = "7 13 48" if few else "30 70" %}<table data-widths="{{ widths }}"></table>',
        '<textarea rows="2" aria-label="{{ b.name }}"/>',
        '<p>{{ b.form("ask") }}{% if b.sort == "undated" %}{{ b.parts|as_bars(few, 3) }}{% endif %}</p>',
        "{# All agreed in 2010 #}",
        "{{ broken",
    ],
)
def test_what_is_not_printed_is_not_found(source: str) -> None:
    assert found(source) == []
