"""Briefs of random structure with budgets from 1 to 8 pages: all fit or fail honestly; none loses what must stay."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.finish.numbering import number
from briefs.fit.copyfitting import excess
from briefs.fit.explained_terms import explaining
from briefs.fit.leaving_out import introduces, parts_of
from briefs.fit.selection import Composed, selected
from briefs.model.document import Document, Paragraph, inline_text
from briefs.model.document_text import unit_words
from briefs.model.document_walk import note_calls, owners_of
from briefs.model.edition import Template
from tests.fit.builders import PAPERS, fitted, printed, template
from tests.fit.strategies import briefs

budgets = st.builds(template, pages=st.integers(1, 8), words=st.none() | st.integers(10, 2000))


def fits(document: Document, asked: Template) -> bool:
    """Whether a brief that has been cut keeps its budgets on all papers."""
    done = number(document)
    if asked.front.words is not None and unit_words(done) > asked.front.words:
        return False
    return all(excess(lay_out(done), asked) <= 0 for lay_out in PAPERS.values())


@settings(max_examples=200)
@given(briefs(), budgets)
def test_a_brief_fits_tightly_or_fails_honestly_and_never_loses_what_must_stay(
    brief: Composed, asked: Template
) -> None:
    done = fitted(brief, asked)

    assert [
        unit.name for unit in brief.full.units() if unit.weight == "must" and unit.name not in printed(done.document)
    ] == []
    steps = list(brief.order.steps)
    if done.diagnostics:
        assert done.selection == selected(steps)
        assert not fits(brief.cut(done.selection), asked)
        return
    assert fits(brief.cut(done.selection), asked)
    taken = next(count for count in range(len(steps) + 1) if selected(steps[:count]) == done.selection)
    assert taken == 0 or not fits(brief.cut(selected(steps[: taken - 1])), asked)
    assert done == fitted(brief, asked)
    assert fitted(brief, asked, done.selection).document == done.document


@settings(max_examples=200)
@given(briefs(), st.data())
def test_nothing_stands_there_for_nothing(brief: Composed, data: st.DataObject) -> None:
    steps = brief.order.steps
    document = brief.cut(selected(steps[: data.draw(st.integers(0, len(steps)), label="steps")]))

    headings = {inline_text(section.heading): section for section in brief.full.sections}
    for section in document.sections:
        had = any(True for one in headings[inline_text(section.heading)].content for _ in owners_of(one))
        has = any(True for one in section.content for _ in owners_of(one))
        assert has or not had or section.level == 2, "a heading without a unit"
        for content, following in pairwise((*section.content, None)):
            assert content is not None
            assert not introduces(content) or following is not None, "a sentence that introduces nothing"
            assert isinstance(content, Paragraph) or any(True for _ in owners_of(content)), "an empty list or table"
    before = {inline_text(part.head[1].heading): part for part in parts_of(brief.full)}
    for part in parts_of(document):
        was = before[inline_text(part.head[1].heading)]
        assert len(part.subsections) != 1 or len(was.subsections) == 1, "a lone subheading"
    rows = brief.riding - explaining(document, brief.blocks)
    musts = {unit.name for unit in brief.full.units() if unit.weight == "must"}
    assert not (rows - musts).intersection(printed(document)), "an explanation of what is not printed"
    assert {note.id for note in number(document).notes} == set(note_calls(document.sections))


@settings(max_examples=200)
@given(briefs(), st.data())
def test_pairs_and_what_a_section_keeps_are_respected(brief: Composed, data: st.DataObject) -> None:
    steps = brief.order.steps
    document = brief.cut(selected(steps[: data.draw(st.integers(0, len(steps)), label="steps")]))

    blocks = {block for unit in document.units() for block in unit.blocks}
    asked = {block for unit in brief.full.units() for block in unit.blocks}
    for block in blocks:
        partner = brief.blocks[block].block.with_
        assert partner is None or partner not in asked or partner in blocks
    left = set(printed(document))
    for part in parts_of(brief.full):
        units = [u.name for _, section in part.sections for content in section.content for u, _ in owners_of(content)]
        own = [name for name in units if name not in brief.riding]
        assert len(left.intersection(own)) >= min(part.head[1].keep, len(own))
