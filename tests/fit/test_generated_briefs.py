"""Briefs of random structure with budgets from 1 to 8 pages: all fit or fail honestly; none loses what must stay."""

from __future__ import annotations

import math
from collections.abc import Sequence
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.finish.running_numbers import number_units
from briefs.fit import effort, refilling
from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.explained_terms import explanations_needed
from briefs.fit.leaving_out import introduces
from briefs.fit.selection import Selection, Step, selection_of
from briefs.model.document import Document, Paragraph
from briefs.model.document_walk import chapters, followed, has_units, note_calls, placed_units
from briefs.model.edition import Template
from briefs.model.inline import inline_text
from tests.fit.builders import PAPERS, checked_fit, fitted, printed, template
from tests.fit.strategies import briefs

budgets = st.builds(template, pages=st.integers(1, 8), words=st.none() | st.integers(10, 2000))


def fits(document: Document, asked: Template) -> bool:
    """Whether a brief that has been cut keeps its budgets on all papers."""
    done, budget = number_units(document), Budget(asked.front.pages, asked.front.words)
    return budget.holds_words_of(done) and all(budget.holds_pages_of(lay_out(done)) for lay_out in PAPERS.values())


IN_DOUBT = 60.0
"""By how many points estimates of the layout that counts lines, which has little white space, may be too high."""


def is_done(step: Step, selection: Selection) -> bool:
    """Whether `step` is part of `selection`."""
    return set(step.units) <= (selection.left_out if step.action == "leave out" else selection.shortened)


def taken_by(selection: Selection, steps: Sequence[Step]) -> int:
    """How many steps were taken before what still fitted was put back: up to the last that is done."""
    return max((count for count, step in enumerate(steps, 1) if is_done(step, selection)), default=0)


@pytest.mark.slow
@settings(max_examples=200)
@given(briefs(), budgets)
def test_a_brief_fits_tightly_or_fails_honestly_and_never_loses_what_must_stay(
    brief: ComposedBrief, asked: Template
) -> None:
    checked = checked_fit(brief, asked)
    done = checked.value

    assert [
        unit.name for unit in brief.full.units() if unit.weight == "must" and unit.name not in printed(done.document)
    ] == []
    steps = list(brief.order.steps)
    if checked.problems:
        assert done.selection == selection_of(steps)
        assert not fits(brief.cut(done.selection), asked)
        return
    assert fits(brief.cut(done.selection), asked)
    taken = taken_by(done.selection, steps)
    cut = selection_of(steps[:taken])
    assert cut.shortened == done.selection.shortened
    assert fits(brief.cut(cut), asked)
    assert taken == 0 or not fits(brief.cut(selection_of(steps[: taken - 1])), asked)
    back = [step for step in steps[:taken] if not is_done(step, done.selection)]
    assert done.selection == cut.with_back(back)
    assert all(brief.order.may_stand(step, done.selection) for step in back)
    assert done == fitted(brief, asked)
    assert fitted(brief, asked, done.selection).document == done.document


@pytest.mark.slow
@settings(max_examples=100)
@given(briefs(), budgets)
def test_nothing_that_was_left_out_still_fits(brief: ComposedBrief, asked: Template) -> None:
    with mock.patch.multiple(refilling, DOUBT=IN_DOUBT, ALIKE=-math.inf):  # try whatever might fit
        checked = checked_fit(brief, asked)
    if checked.problems:
        return

    selection = checked.value.selection
    for step in brief.order.returns:
        if is_done(step, selection) and brief.order.may_stand(step, selection):
            assert not fits(brief.cut(selection.with_back([step])), asked), step.units


@pytest.mark.slow
@settings(max_examples=100)
@given(briefs(), budgets)
def test_a_long_brief_fits_or_fails_as_a_short_one_does(brief: ComposedBrief, asked: Template) -> None:
    short = checked_fit(brief, asked)
    with mock.patch.object(effort, "LONG", 0):
        long = checked_fit(brief, asked)
        again = checked_fit(brief, asked, long.value.selection)

    assert [one.message for one in long.problems] == [one.message for one in short.problems]
    if long.problems:
        assert long.value.selection == short.value.selection
        return
    selection = long.value.selection
    assert fits(brief.cut(selection), asked)
    back = [
        step for step in brief.order.steps[: taken_by(selection, brief.order.steps)] if not is_done(step, selection)
    ]
    assert all(brief.order.may_stand(step, selection) for step in back)
    assert again.value.document == long.value.document


@pytest.mark.slow
@settings(max_examples=200)
@given(briefs(), st.data())
def test_nothing_stands_there_for_nothing(brief: ComposedBrief, data: st.DataObject) -> None:
    steps = brief.order.steps
    document = brief.cut(selection_of(steps[: data.draw(st.integers(0, len(steps)), label="steps")]))

    headings = {inline_text(section.heading): section for section in brief.full.sections}
    for section in document.sections:
        had = has_units(headings[inline_text(section.heading)].content)
        assert has_units(section.content) or not had or section.level == 2, "a heading without a unit"
        for content, following in followed(section):
            assert not introduces(content) or following is not None, "a sentence that introduces nothing"
            assert isinstance(content, Paragraph) or has_units((content,)), "an empty list or table"
    before = {inline_text(chapter.head.heading): chapter for chapter in chapters(brief.full.sections)}
    for chapter in chapters(document.sections):
        was = before[inline_text(chapter.head.heading)]
        assert len(chapter.subsections) != 1 or len(was.subsections) == 1, "a lone subheading"
    rows = brief.explanations - explanations_needed(document, brief.blocks)
    musts = {unit.name for unit in brief.full.units() if unit.weight == "must"}
    assert not (rows - musts).intersection(printed(document)), "an explanation of what is not printed"
    assert {note.id for note in number_units(document).notes} == set(note_calls(document.sections))


@settings(max_examples=80)
@given(briefs(), st.data())
def test_pairs_and_what_a_section_keeps_are_respected(brief: ComposedBrief, data: st.DataObject) -> None:
    steps = brief.order.steps
    document = brief.cut(selection_of(steps[: data.draw(st.integers(0, len(steps)), label="steps")]))

    blocks = {block for unit in document.units() for block in unit.blocks}
    asked = {block for unit in brief.full.units() for block in unit.blocks}
    for block in blocks:
        partner = brief.blocks[block].block.with_
        assert partner is None or partner not in asked or partner in blocks
    left = set(printed(document))
    for chapter in chapters(brief.full.sections):
        names = (placed.unit.name for placed in placed_units(chapter.sections))
        own = [name for name in names if name not in brief.explanations]
        assert len(left.intersection(own)) >= min(chapter.head.keep, len(own))
