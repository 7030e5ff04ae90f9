"""What may turn the sense of a passage, where the program cannot be sure: a person compares the two, and settles it."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.changed_actors import actors_changed
from briefs.check.narrowed_sense import sense_narrowed
from briefs.check.negations import negations_changed
from briefs.check.says_more import allowed_by
from briefs.check.sense_findings import Comparison, diagnostics
from briefs.check.subjects import WordingToCheck
from briefs.check.turned_sense import sense_turned
from briefs.model.diagnostics import Diagnostic

SENSE: tuple[Comparison, ...] = (negations_changed, sense_turned, actors_changed, sense_narrowed)
"""Everything that compares the sense of two texts."""


def check_sense_doubts(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """A warning for each word of the wording that may turn its passage, unless its block's `says_more` quotes it.

    Actors in wording about groups of participants are left alone, as `check_changed_actors` leaves them.
    """
    allowed = allowed_by(wording.drawn.block)
    for find in SENSE:
        if find is not actors_changed or not wording.groups:
            yield from diagnostics(wording, find, doubts=True, allowed=allowed)
