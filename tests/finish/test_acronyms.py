"""Acronyms are expanded after the cut, where nothing else expands them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from briefs.finish.acronyms import expand_acronyms, expansions_for
from briefs.model.block import Acronym
from briefs.model.diagnostics import Place
from briefs.model.document import Document, Paragraph, ParagraphRole
from briefs.model.document_text import unit_texts
from briefs.model.inline import Strong, Text, inline_text
from briefs.model.library import Drawn
from tests.fit.builders import Brief, document, paragraph, section, table

GROUP = Acronym.model_validate(
    {
        "id": "acr.gmg",
        "kind": "acronym",
        "anchor": "a b c",
        "acronym": "GMG",
        "expansion": "global migration group",
        "introduced": True,
    }
)


def with_expansions(brief: Document, blocks: Mapping[str, Drawn]) -> Document:
    return expand_acronyms(brief, expansions_for(brief.audience, blocks))


def expanded(*texts: str, role: ParagraphRole = "body", block: Acronym = GROUP) -> list[str]:
    make = Brief()
    brief = document(section(*(paragraph(text, make.unit(), role) for text in texts)))
    return [text for _, text in unit_texts(with_expansions(brief, {block.id: Drawn(block, Place("x"), {})}))]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The GMG met.", "The global migration group (GMG) met."),
        ("GMG meetings, and the GMG", "Global migration group (GMG) meetings, and the GMG"),
        ("The Global Migration Group met. The GMG", "The Global Migration Group met. The GMG"),
        ("A GMG meeting. The GMG met.", "A GMG meeting. The global migration group (GMG) met."),
        ("The GMG’s task. The GMG-led talks", "The GMG’s task. The GMG-led talks"),
        ("No acronym.", "No acronym."),
    ],
)
def test_an_acronym_is_expanded_where_it_is_first_printed(text: str, result: str) -> None:
    assert expanded(text) == [result]


def test_apostrophes_are_those_of_print() -> None:
    union = GROUP.model_copy(update={"expansion": "Rail Users' Union", "acronym": "RUU"})
    assert expanded("The Rail Users’ Union (RUU) met.", block=union) == ["The Rail Users’ Union (RUU) met."]
    assert expanded("The RUU met.", block=union) == ["The Rail Users’ Union (RUU) met."]


def test_it_is_expanded_once_in_the_brief() -> None:
    assert expanded("The GMG met.", "The GMG left.") == ["The global migration group (GMG) met.", "The GMG left."]


def test_a_quotation_stays_as_it_was_said() -> None:
    assert expanded("“The GMG met.”", role="quote") == ["“The GMG met.”"]


def test_an_acronym_that_the_audience_never_reads_is_not_expanded() -> None:
    never = GROUP.model_copy(update={"audiences": {"captains": "never"}})

    assert expanded("The GMG met.", block=never) == ["The GMG met."]


def test_it_is_expanded_in_tables_and_in_bold() -> None:
    make = Brief()
    unit, row = make.unit(), make.unit()
    brief = document(
        section(table(row, texts={row.name: "The GMG met."}), Paragraph((Strong((Text("GMG"),)),), "body", unit))
    )

    done = with_expansions(brief, {GROUP.id: Drawn(GROUP, Place("x"), {})})

    assert [text for _, text in unit_texts(done)] == ["u2 The global migration group (GMG) met.", "GMG"]


def test_bold_at_the_start_of_a_paragraph_begins_a_sentence() -> None:
    unit = Brief().unit()
    brief = document(section(Paragraph((Strong((Text("GMG"),)), Text(" met.")), "body", unit)))

    [content] = with_expansions(brief, {GROUP.id: Drawn(GROUP, Place("x"), {})}).sections[0].content

    assert isinstance(content, Paragraph)
    assert inline_text(content.children) == "Global migration group (GMG) met."


@pytest.mark.parametrize(
    ("issuer", "result"),
    [
        ("Global Migration Group (GMG)", "The GMG met."),
        ("Global Migration Group", "The global migration group (GMG) met."),
    ],
)
def test_what_the_masthead_expands_is_not_expanded_again(issuer: str, result: str) -> None:
    make = Brief()
    brief = document(section(paragraph("The GMG met.", make.unit())))
    brief = replace(brief, furniture=replace(brief.furniture, issuer=issuer))
    made = with_expansions(brief, {GROUP.id: Drawn(GROUP, Place("x"), {})})
    assert [text for _, text in unit_texts(made)] == [result]
