"""How a brief would fit other numbers of pages or words. Nothing is written, and what is shown stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from briefs.fit.heights import UnitHeights
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.same_object import Same
from briefs.pipeline.copyfit import fit_brief, fit_with_needs, heights_of_whole, with_budget
from briefs.preview.answers.present_state import budget_from, budget_of
from briefs.preview.messages import NotPossible
from briefs.preview.shown.state_views import Budget
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import layout_for

T = TypeVar("T")

_TOO_LITTLE = "A brief has at least one page, and at least one word."


def what_if(brief: HeldBrief, pages: int | None = None, words: int | None = None) -> Budget:
    """How `brief` would fit so many pages and words; None is what its template allows.

    What is left out says what it would need. If the brief does not fit, it is what must stay in any case, and says why.
    Raises BriefsError, as laying out does, and NotPossible if the brief was never built.
    """
    if not brief.is_fitted:
        raise NotPossible("this brief was not fitted to its pages yet", "try again when it is built")
    if pages == 0 or words == 0:
        return _failed(brief, pages, words, _TOO_LITTLE)
    return _TRIED.get((Same(brief.settled.fit), pages, words), lambda: _tried(brief, pages, words))


class _Kept(Generic[T]):
    """The values that were asked for last. Their keys hold no pages, which are large: people edit for hours."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of `key`, made now if it is not kept."""
        if key not in self._values:
            self._values[key] = make()
        self._values.move_to_end(key)
        while len(self._values) > self._most:
            self._values.popitem(last=False)
        return self._values[key]


_TRIED: _Kept[Budget] = _Kept(32)  # people go to and fro between budgets
_HEIGHTS: _Kept[UnitHeights] = _Kept(8)


def _tried(held: HeldBrief, pages: int | None, words: int | None) -> Budget:
    settled, written = held.settled, held.job.template
    template = with_budget(written, pages, words)
    limits, own = ((one.front.pages, one.front.words) for one in (template, written))
    try:
        if limits == own:
            fitted = Checked(settled.fitted)
        else:
            fitted = fit_brief(held.inputs, settled.composed, template, layout_for(held, "a4"))
        tried = fit_with_needs(held.inputs, settled.composed, template, fitted, _heights(held))
    except DocumentError as error:
        return _failed(held, pages, words, _explained(error.diagnostics))
    explained = _explained(tried.problems)
    return budget_from(tried.value, template.front.words, settled.composed, explained)


def _heights(held: HeldBrief) -> UnitHeights:
    """The heights of all units, also of those that are left out."""
    composed, layout = held.settled.composed, layout_for(held, "a4")
    return _HEIGHTS.get(Same(held.settled.fit), lambda: heights_of_whole(held.inputs, composed, layout))


def _failed(brief: HeldBrief, pages: int | None, words: int | None, explained: str) -> Budget:
    """How a brief fits now, with why it cannot fit so many pages and words."""
    now = budget_of(brief)
    most = now.most if pages is None else pages
    most_words = now.most_words if words is None else words
    return replace(now, most=most, most_words=most_words, left_out=(), fits=False, explained=explained)


def _explained(problems: Sequence[Diagnostic]) -> str:
    """What is wrong, and what would help, in sentences."""
    said = (part for one in problems for part in (one.message, one.hint) if part)
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in said)
