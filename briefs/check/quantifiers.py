"""Edited wording claims no more than the report: quantifiers are content (editorial guide C1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault


def check_quantifiers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each guarded word of the wording that its passage does not have and its strength does not reach."""
    rules = wording.rules
    for word, needed in rules.guarded.items():
        if has_phrase(wording.text, word) and not has_phrase(wording.passage, word):
            level = rules.level(wording.drawn.block.strength or "") or 0
            if level < needed:
                message = f'{wording.owner} says "{word}", which neither its passage nor its strength supports'
                yield Fault("strength-upgraded", message, "use the report's own quantifier").at(wording.place)
