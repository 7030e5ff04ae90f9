"""A brief that an order asks for, with everything needed to build it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefs.fit.selection import Selection
from briefs.model.brief_key import chosen_keys
from briefs.model.edition import Template
from briefs.model.formats import Format
from briefs.model.unknown_name import UnknownName
from briefs.model.versions import Edition
from briefs.pipeline.clearance_status import GivenClearance
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order

if TYPE_CHECKING:
    from briefs.render.layout import Layout


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to be built: the `edition` that was ordered, and the `cleared` one, which is always the one fitted.

    `name` is for progress messages. `layout` has the sheet that was ordered; `reference` is the look of Word files, if
    they were ordered; `remembered` is the selection of an earlier build. A job that does not `render` only finds
    mistakes; it has no layout if nothing can be laid out, and `doubts` are the codes of what cannot be known.
    `clearances` are those that offices have given to a cleared edition. If it `uses_cache`, what was made of the brief
    in another process may be taken from there.
    """

    name: str
    inputs: Inputs
    template: Template
    edition: Edition
    cleared: Edition
    layout: Layout | None
    formats: tuple[Format, ...]
    reference: bytes
    remembered: Selection | None
    renders: bool = True
    doubts: frozenset[str] = frozenset()
    clearances: tuple[GivenClearance, ...] = ()
    uses_cache: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether a draft was ordered."""
        return self.edition.status == "draft"


def check_names(order: Order, reports: Sequence[Inputs]) -> None:
    """Raise UnknownName if `order` names audiences for which none of `reports` has a template, or products that none
    has for these audiences."""
    keys = {key for inputs in reports for key in inputs.keys}
    audiences = {key.audience for key in keys}
    if unknown := [name for name in order.audiences if name not in audiences]:
        raise UnknownName("audience", unknown, sorted(audiences))
    products = {key.product for key in chosen_keys(keys, order.audiences)}
    if unknown := [name for name in order.products if name not in products]:
        raise UnknownName("product", unknown, sorted(products), order.audiences)
