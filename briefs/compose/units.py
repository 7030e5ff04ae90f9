"""Making units: what they print, how much the brief needs them, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefs.compose.counted_places import counted_places
from briefs.compose.weighing import strongest
from briefs.model.document import FormRef, Unit, Weight
from briefs.model.library import Library


def unit_printing(forms: Iterable[FormRef]) -> Unit | None:
    """A unit (still without name and tag) that prints `forms`, each listed once; None if there are none."""
    named = tuple(dict.fromkeys(forms))
    if not named:
        return None
    blocks = tuple(dict.fromkeys(form.block for form in named))
    return Unit("", "", blocks, forms=named, verbatim=any(form.is_verbatim for form in named))


def with_parts(unit: Unit, figures: Mapping[str, Iterable[str]]) -> Unit:
    """`unit` with its parts: the blocks that a figure among its blocks is drawn from.

    `figures` gives the ids of these blocks by the id of the figure.
    """
    drawn = {part for block in unit.blocks for part in figures.get(block, ())}
    return replace(
        unit,
        blocks=tuple(block for block in unit.blocks if block not in drawn),
        parts=tuple(block for block in unit.blocks if block in drawn),
    )


def weighted(unit: Unit, weights: Mapping[str, Weight]) -> Unit:
    """`unit` with the strongest weight of its blocks; `weights` gives them by block id."""
    return replace(unit, weight=strongest(weights[block] for block in unit.blocks if block in weights))


def traced(unit: Unit, library: Library) -> Unit:
    """`unit` with addresses and labels of all places that its forms rest on, each once, in the order of the forms.

    The places where the participants are listed that its blocks count come last.
    """
    places: dict[str, str] = {}
    for form in unit.forms:
        for extract in library.blocks[form.block].resting_on(form.field):
            places.setdefault(extract.address, extract.label)
    for name in dict.fromkeys(form.block for form in unit.forms):
        for address, label in counted_places(library.blocks[name].block, library).items():
            places.setdefault(address, label)
    return replace(unit, sources=tuple(places), labels=tuple(places.values()))
