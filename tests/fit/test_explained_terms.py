"""Rows that explain a term go with the term."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection
from briefs.model.document import Paragraph
from briefs.model.inline import NoteCall, Text
from tests.fit.builders import Brief, items, paragraph, printed, section, table


def left(brief: ComposedBrief, *out: str) -> list[str]:
    return printed(brief.cut(Selection(frozenset(out))))


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("GMG", "The GMG met."),
        ("RCPs", "One RCP met."),
        ("RCP", "The RCPs met."),
        ("soft law", "It is Soft law."),
        ("forum", "Two forums."),
    ],
)
def test_a_row_goes_when_its_term_is_no_longer_printed(term: str, text: str) -> None:
    make = Brief()
    other, using, row = make.unit(), make.unit(), make.explain(term, acronym=term.isupper() or term == "RCPs")
    brief = make.composed(
        section(paragraph("Text.", other), paragraph(text, using)), section(table(row, style="glossary"))
    )

    assert left(brief) == ["u1", "u2", "u3"]
    assert left(brief, "u2") == ["u1"]


@pytest.mark.parametrize(("term", "text"), [("GMG", "The gmg met."), ("IOM", "AXIOM."), ("UN", "UN-led.")])
def test_a_term_is_found_as_a_word_only(term: str, text: str) -> None:
    make = Brief()
    using, row = make.unit(), make.explain(term)
    brief = make.composed(section(paragraph(text, using)), section(table(row, style="glossary")))

    assert brief.explanations == frozenset()


def test_a_row_stays_while_another_row_that_stays_has_its_term() -> None:
    make = Brief()
    using, first, second = make.unit(), make.explain("GMG"), make.explain("IOM")
    other = make.unit()
    rows = table(first, second, style="glossary", texts={first.name: "A group led by IOM"})
    brief = make.composed(section(paragraph("The GMG met.", using), paragraph("IOM took part.", other)), section(rows))

    assert left(brief, other.name) == ["u1", "u2", "u3"]
    assert left(brief, using.name) == ["u4", "u3"]
    assert left(brief, using.name, other.name) == []


def test_a_row_whose_term_was_never_printed_is_an_ordinary_unit() -> None:
    make = Brief()
    unit, row = make.unit(), make.explain("GMG")
    brief = make.composed(section(items(unit)), section(table(row, style="glossary")))

    assert left(brief, "u1") == ["u2"]


def test_a_row_that_must_stay_stays() -> None:
    make = Brief()
    other, using = make.unit(), make.unit()
    row = replace(make.explain("GMG"), weight="must")
    brief = make.composed(
        section(paragraph("Text.", other), paragraph("The GMG met.", using)), section(table(row, style="glossary"))
    )

    assert left(brief, "u2") == ["u1", "u3"]


def test_a_term_in_a_note_counts_while_the_note_is_called() -> None:
    make = Brief()
    other, using = make.unit(), make.unit()
    called = Paragraph((Text("Text."), make.note("The GMG met.")), "body", using)
    row = make.explain("GMG")
    brief = make.composed(section(paragraph("Text.", other), called), section(table(row, style="glossary")))

    assert left(brief) == ["u1", "u2", "u4"]
    assert left(brief, "u2") == ["u1"]
    assert isinstance(called.children[1], NoteCall)


def test_a_definition_outside_a_glossary_explains_nothing() -> None:
    make = Brief()
    using, definition = make.unit(), make.explain("consensus", acronym=False)
    brief = make.composed(section(paragraph("Consensus.", using)), section(items(definition)))

    assert left(brief, "u1") == ["u2"]
