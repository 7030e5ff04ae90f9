"""What softens a statement of the report, and how many it speaks of, is kept in edited wording."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.dropped_approximations import dropped_approximations
from briefs.check.scales.dropped_hedges import dropped_hedges, whole_hedges
from briefs.check.scales.dropped_quantities import dropped_quantities
from briefs.check.scales.raised import differing
from briefs.check.scales.scale_words import scale_words
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault

_HINT = "keep it, or put another word in its place that softens as much"


def check_hedges(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each hedge, such as "likely", and each word for how many, short of all, that the wording leaves out
    although it says what stands with it in the passage; and for each number that it makes exact.
    """
    scale = scale_words(wording.rules)
    if scale is None or wording.field == "lead":
        return
    for one in dropped_hedges(wording.text, wording.passage, scale):
        message = f'{wording.owner} leaves out "{one.has}" of its passage: {one.shown}'
        yield Fault("hedge-dropped", message, _HINT).at(wording.place)
    if wording.field.startswith("basis"):
        for missing in whole_hedges(wording.text, wording.passage, scale):
            message = f'{wording.owner} leaves out "{missing.has}", in which all of it is said: {missing.shown}'
            yield Fault("hedge-dropped", message, _HINT).at(wording.place)
    for one in (
        *dropped_quantities(wording.text, wording.passage, scale),
        *dropped_approximations(wording.text, wording.passage, scale),
    ):
        yield Fault("hedge-dropped", differing(wording.owner, one), _HINT).at(wording.place)
