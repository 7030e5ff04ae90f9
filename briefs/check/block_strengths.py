"""The strength that a block names is that of the sentences that its wording comes from: templates may print it."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised_quantities import strength_of
from briefs.check.scales.scale_words import STEP, scale_words
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain

_HINT = "use the words of the sentence that the wording comes from"


def check_block_strength(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error if the block's strength stands higher than the sentences that its short form comes from. One that none
    of its passages has is `strength-not-found`.
    """
    strength, scale = wording.drawn.block.strength, scale_words(wording.rules)
    if scale is None or strength is None or wording.field != "short":
        return
    if not any(plain(strength).lower() in plain(one.text).lower() for one in wording.drawn.all_extracts()):
        return
    level = wording.rules.level(strength) or 0
    known = strength_of(wording.text, wording.passage, strength, scale)
    if known is not None and level >= known[0] + STEP:
        said = f'the strength "{strength}" of "{wording.drawn.id}" stands higher than "{known[1]}"'
        message = f"{said}, which its wording comes from"
        yield Fault("strength-upgraded", message, _HINT).at(wording.drawn.place_of("strength"))
