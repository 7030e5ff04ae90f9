"""Blocks by audience: printed in which form, left out and why, excluded, or not asked for; and what is lacking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.audit.audit import BlockFate, BlockRow, FittedBrief, Gap, Printing, UnreachedPoint
from briefs.model.library import Drawn, Extract, Library

_POINTS = ("summary_point", "recommendation")
"""The kinds of which each block should reach somebody: what the report itself sums up."""
_LONGEST = 90
"""How many characters of a block's wording are enough to recognize it."""


def block_rows(library: Library, briefs: Sequence[FittedBrief], audiences: Sequence[str]) -> tuple[BlockRow, ...]:
    """Each block of `library` with what becomes of it in `briefs`, for each of `audiences`."""
    found = {name: _Found.of([one for one in briefs if one.key.audience == name]) for name in audiences}
    return tuple(_row(drawn, found) for drawn in library.blocks.values())


def unreached_points(rows: Sequence[BlockRow], library: Library) -> tuple[UnreachedPoint, ...]:
    """The points and recommendations of the executive summary that are printed for no audience.

    First those that no other block carries: none that is printed rests on their passage.
    """
    used: dict[str, list[tuple[Extract, str]]] = {}
    for row in rows:
        for one in library.blocks[row.block].all_extracts() if row.reaches else ():
            used.setdefault(one.address, []).append((one, row.block))
    found = [
        UnreachedPoint(row, tuple(_carriers(library.blocks[row.block], used)))
        for row in rows
        if row.kind in _POINTS and not row.reaches
    ]
    return tuple(sorted(found, key=lambda one: bool(one.carried_by)))


def _carriers(drawn: Drawn, used: Mapping[str, Sequence[tuple[Extract, str]]]) -> list[str]:
    """The blocks that are printed and rest on words of the passage of another."""
    own = drawn.extracts.get("anchor", ())
    return list(
        dict.fromkeys(
            block
            for passage in own
            for one, block in used.get(passage.address, ())
            if one.start < passage.end and passage.start < one.end
        )
    )


def gaps(rows: Sequence[BlockRow], audiences: Sequence[str]) -> tuple[Gap, ...]:
    """For each audience the blocks that are a must and not printed, and the kinds that only others have."""
    return tuple(gap for audience in audiences for gap in _gaps(rows, audience))


def _gaps(rows: Sequence[BlockRow], audience: str) -> Iterator[Gap]:
    fates = [(row, next(one for one in row.fates if one.audience == audience)) for row in rows]
    for row, fate in fates:
        if fate.priority == "must" and fate.fate != "printed":
            yield Gap(audience, "must", row.block, fate.reason or fate.fate)
    has = {row.kind for row, fate in fates if fate.fate == "printed"}
    for kind in dict.fromkeys(row.kind for row in rows if row.reaches):
        if kind not in has:
            own = [fate for row, fate in fates if row.kind == kind]
            others = ", ".join(sorted({one for row in rows if row.kind == kind for one in row.reaches}))
            all_excluded = all(fate.fate == "excluded" for fate in own)
            why = "all of them are excluded" if all_excluded else f"printed for {others}"
            yield Gap(audience, "kind", kind, why)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the briefs of an audience print each block, and why they leave each out that they leave out."""

    printings: Mapping[str, Sequence[Printing]]
    reasons: Mapping[str, str]

    @classmethod
    def of(cls, briefs: Sequence[FittedBrief]) -> _Found:
        printings: defaultdict[str, list[Printing]] = defaultdict(list)
        reasons: dict[str, str] = {}
        for brief in briefs:
            for unit in brief.document.units():
                for block in dict.fromkeys(unit.printed):
                    forms = tuple(dict.fromkeys(form.field for form in unit.forms if form.block == block))
                    printings[block].append(Printing(brief.key.product, forms, unit.number))
            for fate in brief.fates:
                for block in (*fate.blocks, *fate.parts) if fate.fate == "left out" else ():
                    reasons.setdefault(block, fate.reason)
        return cls(printings, reasons)


def _row(drawn: Drawn, found: Mapping[str, _Found]) -> BlockRow:
    text = drawn.block.short.text if getattr(drawn.block, "short", None) else drawn.verbatim()  # type: ignore[union-attr]
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}\u00a0…"
    fates = tuple(_fate(drawn, name, found[name]) for name in found)
    return BlockRow(drawn.id, drawn.block.kind, str(drawn.place), text, fates)


def _fate(drawn: Drawn, audience: str, found: _Found) -> BlockFate:
    priority = getattr(drawn.block, "audiences", {}).get(audience, "could")
    if printings := found.printings.get(drawn.id):
        return BlockFate(audience, "printed", priority, tuple(printings))
    if drawn.id in found.reasons:
        return BlockFate(audience, "left out", priority, reason=_left_out(found.reasons[drawn.id]))
    if priority == "never":
        return BlockFate(audience, "excluded", priority)
    return BlockFate(audience, "not asked for", priority)


def _left_out(reason: str) -> str:
    """Why a unit was left out: for lack of room, with its weight and turn, or since it would stand alone."""
    weighs = reason.startswith(("must", "should", "could"))
    return f"left out for lack of room ({reason})" if weighs else f"left out: {reason}"
