"""The selection of an earlier build, checked against what fitting can do, since anyone can edit a manifest."""

from __future__ import annotations

from collections.abc import Set

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection, Step, selection_of
from briefs.fit.shortening import printed_forms
from briefs.model.document_walk import owners


def recall_selection(remembered: Selection, brief: ComposedBrief, front: Set[str]) -> Selection | None:
    """The selection with the effect of `remembered` that fitting can make; None if there is none.

    Fitting does the first steps of the order, as many as are needed, then more of those on units of `front`: the units
    up to the end of what page 1 must hold. Of all these, it may put back what was left out, but not what was shortened,
    and nothing without what introduces it. `remembered` may leave out more units than the steps name: those that go
    with them.
    """
    steps = brief.order.steps
    done = [index for index, step in enumerate(steps) if _is_done(step, remembered)]
    first = max((index + 1 for index in done if front.isdisjoint(steps[index].units)), default=0)
    early = [index for index in done if index >= first]
    last = max(early, default=first - 1)
    passed = (*range(first), *(i for i in range(first, last + 1) if not front.isdisjoint(steps[i].units)))
    back = [steps[index] for index in passed if index not in done]
    found = selection_of(steps[index] for index in done)
    if any(step.action == "shorten" or not brief.order.may_stand(step, found) for step in back):
        return None
    return found if _effect(found, brief) == remembered else None


def _is_done(step: Step, remembered: Selection) -> bool:
    """Whether `step` was done, as far as can be known: a unit that is left out may have been shortened before."""
    out = remembered.left_out
    return set(step.units) <= (out if step.action == "leave out" else out | remembered.shortened)


def _effect(selection: Selection, brief: ComposedBrief) -> Selection:
    """The units that `selection` leaves out, and those that it makes print another form."""
    full, left = owners(brief.full), owners(brief.cut(selection))
    changed = {name for name, owner in left.items() if printed_forms(owner) != printed_forms(full[name])}
    return Selection(frozenset(full.keys() - left.keys()), frozenset(changed))
