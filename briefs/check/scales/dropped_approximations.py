"""Numbers that the passage gives as rough, "some 13" and "about 30 per cent", and edited wording as exact."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import ScaleWords
from briefs.text.quantities import Quantity, quantities
from briefs.text.words import words_of

_NEAR = 100
"""How many characters before a number are looked at: the two words by which it is rough have fewer."""


def dropped_approximations(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The rough numbers of `passage` that `text` gives without a word such as "about", or "more than"."""
    given: dict[frozenset[float], list[tuple[Quantity, str]]] = {}
    for one in quantities(passage, scale.language):
        given.setdefault(one.values, []).append((one, _rough(passage, one, scale)))
    for said in quantities(text, scale.language):
        others = given.get(said.values, []) if said.values else []
        if others and all(rough for _, rough in others) and not _rough(text, said, scale) and not said.bound:
            other, rough = others[0]
            has = f"{rough} {other.text}"
            yield Raised("hedge-dropped", said.text, has, passage)


def _rough(text: str, number: Quantity, scale: ScaleWords) -> str:
    """The word before a number, or the two, by which it is rough; empty if it is exact."""
    before = [word.lower for word in words_of(text[max(0, number.start - _NEAR) : number.start], scale.language)]
    return next((one for one in (" ".join(before[-2:]), *before[-1:]) if one in scale.approximate), "")
