"""What weight a unit has: that of its use in the template if it gives one, else that of its blocks for the audience.

A unit of several blocks has the weight of the strongest: what must stay is never lost with what could go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import get_args

from briefs.model.diagnostics import nearest
from briefs.model.document import Content, Figure, List, Paragraph, Table, Unit, Weight
from briefs.model.library import Drawn

WEIGHTS: tuple[Weight, ...] = get_args(Weight)
"""From the strongest to the weakest."""


def weight_for(drawn: Drawn, audience: str) -> Weight:
    """How much the brief for `audience` needs a block; what its file does not name could be there."""
    priority = drawn.block.audiences.get(audience, "could")
    return "could" if priority == "never" else priority


def strongest(weights: Iterable[Weight]) -> Weight:
    """The strongest of `weights`, could when there are none."""
    return min(weights, key=WEIGHTS.index, default="could")


def map_units(content: Content, change: Callable[[Unit], Unit]) -> Content:
    """`content` with each of its units changed."""

    def changed(unit: Unit | None) -> Unit | None:
        return None if unit is None else change(unit)

    match content:
        case Paragraph() | Figure():
            return replace(content, unit=changed(content.unit))
        case List():
            return replace(content, items=tuple(replace(item, unit=changed(item.unit)) for item in content.items))
        case Table():
            return replace(content, rows=tuple(replace(row, unit=changed(row.unit)) for row in content.rows))


def weight_problem(weight: object) -> tuple[str, str]:
    """What is wrong with a weight that a call gives itself, and a hint."""
    return f'weight="{weight}" is none of must, should, could', nearest(str(weight), WEIGHTS)
