"""The selection of an earlier build, checked against what fitting can do: a manifest is a file that anyone can edit."""

from __future__ import annotations

from collections.abc import Set

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection, Step, selection_of
from briefs.fit.shortening import printed_forms
from briefs.model.document_walk import owners


def recall_selection(remembered: Selection, brief: ComposedBrief, front: Set[str]) -> Selection | None:
    """The selection of fitting that has the effect of `remembered`; None if there is none.

    Fitting does the first steps of the order, as many as are needed, and of the others at most an unbroken run of those
    on units of `front`: the units up to the end of what page 1 must hold. `remembered` may leave out more than the
    steps say, namely what goes with them.
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
    """Whether `step` is done, as far as can be told: what is left out may have been shortened before."""
    out = remembered.left_out
    return set(step.units) <= (out if step.action == "leave out" else out | remembered.shortened)


def _effect(selection: Selection, brief: ComposedBrief) -> Selection:
    """The units that are not printed after `selection`, and those that are printed in another form."""
    full, left = owners(brief.full), owners(brief.cut(selection))
    changed = {name for name, owner in left.items() if printed_forms(owner) != printed_forms(full[name])}
    return Selection(frozenset(full.keys() - left.keys()), frozenset(changed))
