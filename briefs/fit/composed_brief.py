"""A brief before it is cut, in the report's own words and in short forms, and how a selection cuts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.fit.cutting_order import CuttingOrder, cutting_order
from briefs.fit.explained_terms import explanations_needed
from briefs.fit.leaving_out import leave_out
from briefs.fit.selection import Selection
from briefs.fit.shortening import shortenable_units, take_short_forms
from briefs.model.document import Document
from briefs.model.document_walk import owners
from briefs.model.library import Drawn


@dataclass(frozen=True, slots=True)
class ComposedBrief:
    """A brief before it is cut, with the blocks that it prints.

    `full` uses the report's own words where the template asks for them, `short` uses short forms. `explanations` are
    the names of units that explain a term and go when the term does. `order` is the order of cutting.
    """

    full: Document
    short: Document
    blocks: Mapping[str, Drawn]
    explanations: frozenset[str]
    order: CuttingOrder

    def cut(self, selection: Selection) -> Document:
        """What `selection` leaves of the brief. A unit that must be there stays, whatever the selection says."""
        document = take_short_forms(self.full, self.short, selection.shortened)
        musts = {name for name, owner in owners(document).items() if owner.unit and owner.unit.weight == "must"}
        out = selection.left_out - musts
        left = leave_out(document, out)
        unneeded = self.explanations - explanations_needed(left, self.blocks) - musts
        return leave_out(document, out | unneeded) if unneeded else left


def composed_brief(full: Document, short: Document, blocks: Mapping[str, Drawn]) -> ComposedBrief:
    """The brief with the two wordings `full` and `short`, and the order in which it is to be cut."""
    explanations = explanations_needed(full, blocks)
    order = cutting_order(full, shortenable_units(full, short, blocks), explanations, blocks)
    return ComposedBrief(full, short, blocks, explanations, order)
