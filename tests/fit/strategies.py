"""Briefs of random structure: sections, lists, tables, quotations, notes, pairs, short forms, a glossary."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from briefs.fit.composed_brief import ComposedBrief
from briefs.model.document import Content, Item, List, Paragraph, Section, Unit, Weight
from briefs.model.inline import Inline, Text
from tests.fit.builders import Brief, intro, paragraph, section, table, words

TERMS = ("GMG", "IOM", "RCP")
WEIGHTS: tuple[Weight, ...] = ("could", "could", "should", "should", "must")


@st.composite
def briefs(draw: st.DrawFn) -> ComposedBrief:
    """A brief as composed."""
    make = Brief()
    pairs = iter(f"pair.p{number}" for number in range(1000))
    pending: list[str] = []

    def unit() -> Unit:
        short = "A short form." if draw(st.integers(0, 3)) == 0 else ""
        block, partner = "", None
        if draw(st.booleans()) and pending:
            block = pending.pop()
        elif draw(st.integers(0, 5)) == 0:
            pending.append(partner := next(pairs))
        return make.unit(draw(st.sampled_from(WEIGHTS)), block, partner, short)

    def text(name: str) -> tuple[Inline, ...]:
        wording = words(draw(st.integers(1, 5)), name)
        if draw(st.integers(0, 4)) == 0:
            wording = f"{draw(st.sampled_from(TERMS))} {wording}"
        return (Text(wording), make.note("A note.")) if draw(st.integers(0, 9)) == 0 else (Text(wording),)

    def contents() -> list[Content]:
        found: list[Content] = []
        for kind in draw(st.lists(st.sampled_from(["paragraph", "list", "table", "quote"]), max_size=3)):
            match kind:
                case "paragraph":
                    own = unit()
                    found.append(Paragraph(text(own.name), "body", own))
                case "quote":
                    own = unit()
                    found.append(Paragraph(text(own.name), "quote", own))
                    found.append(paragraph("One participant", role="attribution"))
                case "list":
                    found += draw(st.sampled_from([[], [intro()], [paragraph("They asked for:", unit())]]))
                    units = [unit() for _ in range(draw(st.integers(1, 6)))]
                    found.append(List(tuple(Item(text(own.name), own) for own in units)))
                case _:
                    rows = [unit() for _ in range(draw(st.integers(1, 5)))]
                    found.append(table(*rows, texts={own.name: words(draw(st.integers(1, 3)), "", 40) for own in rows}))
        return found

    sections: list[Section] = []
    for number in range(draw(st.integers(1, 9))):
        cut = draw(st.none() | st.integers(1, 9))
        sections.append(section(*contents(), heading=f"Part {number}", cut=cut, keep=draw(st.integers(0, 2))))
        for sub in range(draw(st.integers(0, 3))):
            sections.append(section(*contents(), heading=f"Part {number}.{sub}", level=3))
    if draw(st.booleans()):
        rows = [replace(make.explain(term), weight=draw(st.sampled_from(WEIGHTS))) for term in TERMS]
        sections.append(section(table(*rows, style="glossary"), heading="Terms"))
    return make.composed(*sections)
