"""The weight of a unit: the one that its call in the template gives, or else that of its blocks for the audience.

A unit of several blocks has the strongest of their weights, so that what must stay never goes with what could go.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from briefs.model.diagnostics import Fault, nearest
from briefs.model.document import Weight
from briefs.model.library import Drawn

WEIGHTS: tuple[Weight, ...] = get_args(Weight)
"""From the strongest to the weakest."""


def weight_for(drawn: Drawn, audience: str) -> Weight:
    """How much the brief for `audience` needs a block: "could" if the block does not name the audience."""
    priority = drawn.block.audiences.get(audience, "could")
    return "could" if priority == "never" else priority


def strongest(weights: Iterable[Weight]) -> Weight:
    """The strongest of `weights`; "could" if there are none."""
    return min(weights, key=WEIGHTS.index, default="could")


def weight_fault(weight: object) -> Fault:
    """The fault of a call with a `weight` that does not exist."""
    return Fault("template-name", f'weight="{weight}" is not must, should or could', nearest(str(weight), WEIGHTS))
