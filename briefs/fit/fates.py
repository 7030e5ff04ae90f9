"""What fitting did with every unit of a brief, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefs.fit.heights import LINE, UnitHeights, unit_height
from briefs.fit.leaving_out import parts_of
from briefs.fit.selection import Composed, Selection
from briefs.model.document import Document, Row, Table, Unit, inline_text
from briefs.model.document_text import owner_text
from briefs.model.document_walk import Owner, owners, owners_of
from briefs.model.fit import Fate

BEGINNING = 10
"""Words by which a reader knows what was left out."""


def fates(brief: Composed, selection: Selection, document: Document, heights: UnitHeights) -> tuple[Fate, ...]:
    """The fate of each unit of `brief` in `document`, which is what `selection` made of it, in reading order."""
    printed = owners(document)
    found = []
    for part in parts_of(brief.full):
        for _, section in part.sections:
            for content in section.content:
                widths = content.widths if isinstance(content, Table) else ()
                for unit, owner in owners_of(content):
                    fate = Fate(
                        unit=unit.name,
                        tag=unit.tag,
                        blocks=unit.blocks,
                        parts=unit.parts,
                        labels=unit.labels,
                        section=inline_text(part.head[1].heading),
                        text=_beginning(owner),
                        lines=round(unit_height(owner, heights, widths) / LINE, 1),
                        weight=unit.weight,
                        fate=_fate(unit, printed),
                        reason="" if unit.name in printed else _reason(unit, brief, selection),
                    )
                    found.append(fate)
    return tuple(found)


def _beginning(owner: Owner) -> str:
    """How an element begins, by which a reader knows it; a row by its heading."""
    name = ""
    if isinstance(owner, Row):
        name = next((text for cell in owner.cells if cell.header and (text := inline_text(cell.children))), "")
    words = (name or owner_text(owner)).split()
    return " ".join(words[:BEGINNING]) + ("\u00a0…" if len(words) > BEGINNING else "")


def _fate(unit: Unit, printed: Mapping[str, Owner]) -> Literal["printed", "shortened", "left out"]:
    if unit.name not in printed:
        return "left out"
    now = printed[unit.name].unit
    return "shortened" if now is not None and now.forms != unit.forms else "printed"


def _reason(unit: Unit, brief: Composed, selection: Selection) -> str:
    if unit.name in brief.riding:
        return "its term is no longer printed"
    if unit.name not in selection.left_out:
        return "what it introduces is left out"
    cut = brief.order.cut[unit.name]
    reason = unit.weight if cut is None else f"{unit.weight}, cut {cut}"
    together = next(step.units for step in brief.order.steps if step.action == "leave out" and unit.name in step.units)
    tags = {one.tag for one in brief.full.units() if one.name in together and one.name != unit.name}
    others = [one.tag for one in brief.full.units() if one.tag in tags]
    return f"{reason}, with {' '.join(others)}" if others else reason
