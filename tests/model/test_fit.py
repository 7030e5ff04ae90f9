"""How a brief fits its pages."""

from __future__ import annotations

from typing import Literal

from briefs.model.fit import Fate, Fit


def fate(unit: str, what: Literal["printed", "shortened", "left out"]) -> Fate:
    return Fate(unit, unit, (), (), "Issue", 1, "could", what)


def test_fates_are_found_by_what_was_done() -> None:
    fates = (fate("a", "printed"), fate("b", "left out"), fate("c", "shortened"), fate("d", "left out"))
    made = Fit("captains", 1, 1, 0.5, 100, 4, fates=fates)
    assert made.left_out == (fates[1], fates[3])
    assert made.shortened == (fates[2],)
