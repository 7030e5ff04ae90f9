"""The budget of a brief."""

from __future__ import annotations

from briefs.fit.budget import FREE_LINES, Budget
from briefs.fit.heights import LINE
from tests.fit.builders import Brief, Extent, Laid, document, paragraph, section


def test_a_brief_must_leave_lines_free_on_the_last_page_that_it_may_have() -> None:
    height = 20 * LINE
    full = Laid(2, (20 - FREE_LINES) / 20, height, {})

    assert Budget(2).excess(full) == 0
    assert Budget(2).holds_pages_of(full)
    assert Budget(1).excess(full) == round(height, 2)
    assert not Budget(2).holds_pages_of(Laid(2, 0.9, height, {}))


def test_page_1_must_hold_what_it_is_asked_for() -> None:
    laid_out = Laid(2, 0.1, 300, {"u1": (Extent(2, 0, 30),)})

    assert Budget(2).holds_pages_of(laid_out)
    assert not Budget(2, first_page=frozenset({"u1"})).holds_pages_of(laid_out)


def test_words_of_units_are_counted_if_there_is_a_budget_of_words() -> None:
    brief = document(section(paragraph("Four words are here.", Brief().unit())))

    assert [Budget(1, words).holds_words_of(brief) for words in (None, 4, 3)] == [True, True, False]
    assert Budget(1, 3).without_words.holds_words_of(brief)
