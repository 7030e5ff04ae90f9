"""The selection of an earlier build, checked against what fitting can do, since anyone can edit a manifest."""

from __future__ import annotations

from collections.abc import Set

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection, Step, selection_of
from briefs.fit.shortening import printed_forms
from briefs.model.document_walk import owners


def recall_selection(remembered: Selection, brief: ComposedBrief, front: Set[str]) -> Selection | None:
    """The selection with the effect of `remembered` that fitting can make; None if there is none.

    Fitting does the first steps of the order, as many as are needed. Of the others it does at most an unbroken run of
    those on units of `front`: the units up to the end of what page 1 must hold. `remembered` may leave out more units
    than the steps name: those that go with them.
    """
    steps = brief.order.steps
    done = [_is_done(step, remembered) for step in steps]
    first = done.index(False) if False in done else len(steps)
    useful = [index for index in range(first, len(steps)) if not front.isdisjoint(steps[index].units)]
    early = [index for index in useful if done[index]]
    if early and early != [index for index in useful if early[0] <= index <= early[-1]]:
        return None
    found = selection_of(steps[index] for index in (*range(first), *early))
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
