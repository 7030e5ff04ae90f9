"""Edited wording claims no more than the report: quantifiers are content (editorial guide C1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault


def check_quantifiers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each guarded word that is not in the passage and claims more than the block's strength."""
    rules = wording.rules
    for word, needed in rules.guarded.items():
        if has_phrase(wording.text, word) and not has_phrase(wording.passage, word):
            level = rules.level(wording.drawn.block.strength or "") or 0
            if level < needed:
                message = f'{wording.owner} says "{word}", which neither its passage nor its strength supports'
                hint = "use the report's own word for how many or how much"
                yield Fault("strength-upgraded", message, hint).at(wording.place)
