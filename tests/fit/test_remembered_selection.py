"""A remembered selection is taken only if fitting can have made it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.copyfitting import Fitted
from briefs.fit.fates import fates_of
from briefs.fit.remembered_selection import recall_selection
from briefs.fit.selection import Selection
from briefs.model.edition import Template
from tests.fit.builders import Brief, Laid, checked_fit, fitted, items, paragraph, section, template
from tests.fit.strategies import briefs

budgets = st.builds(template, pages=st.integers(1, 8), words=st.none() | st.integers(10, 2000))


def recorded(brief: ComposedBrief, done: Fitted[Laid]) -> Selection:
    """What a manifest records of a brief as fitted."""
    found = fates_of(brief, done.selection, done.document, {})
    return Selection(
        frozenset(fate.unit for fate in found if fate.fate == "left out"),
        frozenset(fate.unit for fate in found if fate.fate == "shortened"),
    )


@pytest.mark.slow
@settings(max_examples=200)
@given(briefs(), budgets)
def test_what_was_recorded_of_a_brief_that_fits_is_recalled(brief: ComposedBrief, asked: Template) -> None:
    checked = checked_fit(brief, asked)
    if checked.problems:
        return

    done = checked.value
    again = fitted(brief, asked, recorded(brief, done))

    assert (again.layouts, again.document) == (1, done.document)


def brief_of_three_sections() -> ComposedBrief:
    """Nine units; the first is a must, the second has a short form; those of "Asked" are u4 to u6."""
    make = Brief()
    first = items(make.unit("must"), make.unit(short="Short."), make.unit())
    return make.composed(
        section(first, cut=1),
        section(items(*(make.unit() for _ in range(3))), heading="Asked", cut=3),
        section(items(*(make.unit() for _ in range(3))), cut=2),
    )


@pytest.mark.parametrize(
    ("out", "short"),
    [
        ("", ""),
        ("", "u2"),
        ("u3", "u2"),
        ("u3 u2", ""),
        ("u3 u2 u9 u8 u7 u6", ""),
        ("u3 u2 u8", ""),  # u9 was put back
    ],
)
def test_the_first_steps_are_recalled(out: str, short: str) -> None:
    brief = brief_of_three_sections()
    remembered = Selection(frozenset(out.split()), frozenset(short.split()))

    found = recall_selection(remembered, brief, frozenset())

    assert found is not None
    assert found.left_out == remembered.left_out


@pytest.mark.parametrize(
    ("out", "short"),
    [
        ("u99", ""),  # no such unit
        ("u1", ""),  # what must be there
        ("u9", ""),  # what is put back was left out, and then u2 is shortened first
        ("u3", ""),  # not shortened before it
        ("", "u3"),  # no short form
        ("", "u1 u2"),
    ],
)
def test_what_fitting_cannot_have_made_is_not_recalled_but_made_anew(out: str, short: str) -> None:
    brief = brief_of_three_sections()
    remembered = Selection(frozenset(out.split()), frozenset(short.split()))

    assert recall_selection(remembered, brief, frozenset()) is None
    again, anew = checked_fit(brief, template(), remembered), checked_fit(brief, template())
    assert again.value.selection == anew.value.selection


def test_nothing_is_put_back_without_what_introduces_it() -> None:
    make = Brief()
    colon, first, second = make.unit(), make.unit(), make.unit()
    brief = make.composed(section(paragraph("They asked for:", colon), items(first, second)))

    assert recall_selection(Selection(frozenset({"u1", "u2"})), brief, frozenset()) is None
    assert recall_selection(Selection(frozenset({"u3"})), brief, frozenset()) is not None


def brief_with_short_forms() -> ComposedBrief:
    """Six units: those of the first section, u1 to u3, are what page 1 must hold, and all have short forms."""
    make = Brief()
    front = items(*(make.unit("should", short="Short.") for _ in range(3)))
    return make.composed(section(front, heading="Asked"), section(items(*(make.unit() for _ in range(3)))))


@pytest.mark.parametrize(
    ("out", "short", "is_recalled"),
    [
        ("u6", "u3", True),  # early, after u6
        ("u6", "u3 u2", True),
        ("u6", "u2", False),  # not without u3
        ("u6 u2", "u3 u1", True),  # u3 was put back
        ("u6 u2", "u3", False),  # but u1 was shortened before
        ("u5", "u3", True),  # u6 was put back
    ],
)
def test_steps_that_page_1_needs_are_recalled_and_may_be_put_back(out: str, short: str, is_recalled: bool) -> None:
    remembered = Selection(frozenset(out.split()), frozenset(short.split()))

    found = recall_selection(remembered, brief_with_short_forms(), frozenset({"u1", "u2", "u3"}))

    assert (found is not None) == is_recalled
