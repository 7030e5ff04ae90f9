"""The words that a template gives to options of calls, with the blocks that are printed under them."""

from __future__ import annotations

from dataclasses import replace

from briefs.compose.looks.block_template import BlockTemplate, BlockTemplateFrontMatter
from briefs.compose.template.option_words import option_words
from tests.check.builders import TEMPLATE

FRONT = {"prints": "any", "options": {"caption": "Words", "form": "text", "against": "", "notes": 0, "marks": {}}}
LOOKS = {"asks": BlockTemplate("asks", "a.html", BlockTemplateFrontMatter.model_validate(FRONT), "", 1)}


def found(body: str) -> list[tuple[str, str, int, tuple[str, ...]]]:
    words = option_words(replace(TEMPLATE, body=body, first_line=12), LOOKS)
    return [(one.owner, one.text, one.place.line, one.blocks) for one in words]


def test_words_are_found_with_their_line_and_blocks() -> None:
    body = '## A\n\n{{ asks("rec.a", "rec.b", caption="All ports", against="cw.one", notes=3) }}\n'
    assert found(body) == [("caption of asks(…)", "All ports", 14, ("rec.a", "rec.b"))]


def test_words_that_are_chosen_are_found_too() -> None:
    body = '{{ asks("rec.a", caption="One" if status == "draft" else "T" ~ "wo") }}'
    assert [text for _, text, _, _ in found(body)] == ["One", "Two"]


def test_the_name_of_a_form_is_no_word() -> None:
    assert found('{{ asks("rec.a", form="verbatim") }}') == []
    assert [text for _, text, _, _ in found('{{ asks("rec.a", form="All ports", caption="ports") }}')] == [
        "All ports",
        "ports",
    ]


def test_other_calls_and_templates_that_cannot_be_read_have_none() -> None:
    assert found('{{ block("rec.a", caption="All") }}') == []
    assert found('{{ asks("rec.a, caption="All) }}') == []
