"""What a text says more strongly than its passage does: how many, how firmly, and what kind of act."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised import Raised
from briefs.check.scales.raised_acts import raised_acts
from briefs.check.scales.raised_certainty import raised_certainty
from briefs.check.scales.raised_quantities import raised_quantities
from briefs.check.scales.scale_words import scale_words
from briefs.model.wording_rules import WordingRules


def raised(text: str, passage: str, rules: WordingRules) -> Iterator[Raised]:
    """What `text` says more strongly than `passage`: codes `strength-upgraded`, `certainty-raised`, `act-raised`. Both
    are `plain`. Nothing is found if there is no lexicon for the language of `rules`.
    """
    scale = scale_words(rules)
    if scale is not None:
        yield from raised_quantities(text, passage, scale)
        yield from raised_certainty(text, passage, scale)
        yield from raised_acts(text, passage, scale)
