"""Edited wording claims no more than the report: quantifiers are content (editorial guide C1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised import Raised, differing
from briefs.check.scales.raised_neighbours import raised_neighbours
from briefs.check.scales.raised_quantities import raised_quantities
from briefs.check.scales.scale_words import scale_words
from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault

_HINT = "use the report's own word for how many or how much"


def check_quantifiers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each word for how many that claims more than the sentences of the passage that it comes from; and
    for each of the report's guarded words that neither the passage nor the block's strength supports.
    """
    rules, scale = wording.rules, scale_words(wording.rules)
    strength = rules.level(wording.drawn.block.strength or "") or 0
    found = [] if scale is None else list(raised_quantities(wording.text, wording.passage, scale))
    said: list[Raised] = []
    for one in found:
        if one.has or not _is_licensed(one.said, strength, wording):
            said.append(one)
            yield Fault("strength-upgraded", differing(wording.owner, one), _HINT).at(wording.place)
    for one in () if scale is None or said else raised_neighbours(wording.text, wording.passage, scale):
        if not _is_licensed(one.said, strength, wording):
            said.append(one)
            yield Fault("strength-upgraded", differing(wording.owner, one), _HINT).at(wording.place)
    for word, needed in rules.guarded.items():
        if any(has_phrase(one.said, word) for one in said):
            continue
        if strength < needed and has_phrase(wording.text, word) and not has_phrase(wording.passage, word):
            message = f'{wording.owner} says "{word}", which neither its passage nor its strength supports'
            yield Fault("strength-upgraded", message, _HINT).at(wording.place)


def _is_licensed(said: str, strength: int, wording: WordingToCheck) -> bool:
    """Whether the block's strength, which its passage has, reaches words for which the sentence has none."""
    level = wording.rules.level(said)
    return (bool(strength) and has_phrase(wording.drawn.block.strength or "", said)) or (level or 8) <= strength
