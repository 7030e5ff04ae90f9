"""What an earlier build left out and shortened, held against what fitting can do: a manifest is a file like others."""

from __future__ import annotations

from collections.abc import Set

from briefs.fit.order import Step
from briefs.fit.selection import Composed, Selection, selected
from briefs.model.document import FormRef
from briefs.model.document_walk import Owner, owners


def recalled(remembered: Selection, brief: Composed, front: Set[str]) -> Selection | None:
    """The selection of fitting that has the effect of `remembered`; None if none has.

    Fitting does the first so many steps, and of the others a run of those on units of `front`, which is all that stands
    up to the end of what page 1 must hold. What `remembered` leaves out may be more than that: what goes with a step.
    """
    steps = brief.order.steps
    done = [_is_done(step, remembered) for step in steps]
    first = done.index(False) if False in done else len(steps)
    useful = [index for index in range(first, len(steps)) if not front.isdisjoint(steps[index].units)]
    early = [index for index in useful if done[index]]
    if early and early != [index for index in useful if early[0] <= index <= early[-1]]:
        return None
    found = selected(steps[index] for index in (*range(first), *early))
    return found if _effect(found, brief) == remembered else None


def _is_done(step: Step, remembered: Selection) -> bool:
    """Whether `step` is done, as far as can be told: what is left out may have been short before."""
    out = remembered.left_out
    return set(step.units) <= (out if step.action == "leave out" else out | remembered.shortened)


def _effect(selection: Selection, brief: Composed) -> Selection:
    """The units that are not printed after `selection`, and those printed in another form."""
    full, left = owners(brief.full), owners(brief.cut(selection))
    changed = {name for name, owner in left.items() if _forms(owner) != _forms(full[name])}
    return Selection(frozenset(full.keys() - left.keys()), frozenset(changed))


def _forms(owner: Owner) -> tuple[FormRef, ...]:
    return owner.unit.forms if owner.unit is not None else ()
