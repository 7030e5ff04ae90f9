"""What fitting did with every unit of a brief, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.heights import LINE, UnitHeights, unit_height
from briefs.fit.selection import Selection
from briefs.model.document import Document, Row, Table, Unit
from briefs.model.document_text import owner_text
from briefs.model.document_walk import Owner, chapters, owners, placed_units
from briefs.model.fit import Fate
from briefs.model.inline import inline_text

BEGINNING = 10
"""How many words of a unit are enough for a reader to recognize it."""


def fates_of(brief: ComposedBrief, selection: Selection, document: Document, heights: UnitHeights) -> tuple[Fate, ...]:
    """The fate of each unit of `brief`, in reading order; `document` is what `selection` left of the brief.

    `heights` are the heights, in points, of the units that were laid out.
    """
    return tuple(_fates(brief, selection, owners(document), heights))


def _fates(
    brief: ComposedBrief, selection: Selection, printed: Mapping[str, Owner], heights: UnitHeights
) -> Iterator[Fate]:
    for chapter in chapters(brief.full.sections):
        for unit, owner, content, _ in placed_units(chapter.sections):
            widths = content.widths if isinstance(content, Table) else ()
            yield Fate(
                unit=unit.name,
                tag=unit.tag,
                blocks=unit.blocks,
                parts=unit.parts,
                labels=unit.labels,
                section=inline_text(chapter.head.heading),
                text=_beginning(owner),
                lines=round(unit_height(owner, heights, widths) / LINE, 1),
                weight=unit.weight,
                fate=_fate(unit, printed),
                reason="" if unit.name in printed else _reason(unit, brief, selection),
            )


def _beginning(owner: Owner) -> str:
    """The beginning of an element, by which readers recognize it; of a row, its heading."""
    heading = ""
    if isinstance(owner, Row):
        heading = next((text for cell in owner.cells if cell.header and (text := inline_text(cell.children))), "")
    words = (heading or owner_text(owner)).split()
    return " ".join(words[:BEGINNING]) + ("\u00a0…" if len(words) > BEGINNING else "")


def _fate(unit: Unit, printed: Mapping[str, Owner]) -> Literal["printed", "shortened", "left out"]:
    if unit.name not in printed:
        return "left out"
    now = printed[unit.name].unit
    return "shortened" if now is not None and now.forms != unit.forms else "printed"


def _reason(unit: Unit, brief: ComposedBrief, selection: Selection) -> str:
    """Why a unit was left out: its weight, the `cut` number of its section, and the units that went with it."""
    if unit.name in brief.explanations:
        return "its term is no longer printed"
    if unit.name not in selection.left_out:
        return "what it introduces is left out"
    cut = brief.order.cut_numbers[unit.name]
    reason = unit.weight if cut is None else f"{unit.weight}, cut {cut}"
    together = next(step.units for step in brief.order.steps if step.action == "leave out" and unit.name in step.units)
    others = [one.tag for one in brief.full.units() if one.name in together and one.name != unit.name]
    return f"{reason}, together with {' '.join(others)}" if others else reason
