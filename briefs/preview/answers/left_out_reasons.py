"""Why units are left out, for people who do not know how `briefs fit` writes it."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.fit.composed_brief import ComposedBrief
from briefs.model.fit import Fate

_MOST_NAMED = 2
"""How many of the units that went with another are named; of more, the others are counted."""


def left_out_reason(fate: Fate, fates: Sequence[Fate], composed: ComposedBrief) -> str:
    """Why a unit of `composed` is left out, beside its weight: the `cut` number of its section, and what went with it.

    `fates` are those of all units. What went since something else did has the reason that its fate gives; what is only
    shortened has none.
    """
    if fate.fate != "left out" or not fate.reason.startswith(fate.weight):
        return fate.reason
    cut = composed.order.cut_numbers[fate.unit]
    if cut is None:
        turn = "its section has no cut number: those that have one go first"
    else:
        turn = f"its section has cut={cut}: lower numbers go first"
    steps = (step.units for step in composed.order.steps if step.action == "leave out")
    together = next((units for units in steps if fate.unit in units), ())
    others = [one.text for one in fates if one.unit in together and one.unit != fate.unit]
    return f"{turn}; it goes together with {_named(others)}" if others else turn


def _named(texts: Sequence[str]) -> str:
    """Units by how they begin."""
    named = [f"“{text}”" for text in texts[:_MOST_NAMED]]
    if more := len(texts) - len(named):
        named.append(f"{more} more")
    return " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else named[0]
