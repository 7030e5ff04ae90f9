"""Two things that a passage denies together, of which a wording affirms one: "not A but B" for "neither A nor B"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefs.text.polarity import Turned
from briefs.text.readings import Reading
from briefs.text.word_alignment import partners

_NEAR = 3
"""So many tokens in front of a word may hold the "but" that affirms it."""


def parted_denials(form: Reading, passage: Reading, joined: Set[str], contrasting: Set[str]) -> Iterator[Turned]:
    """What `form` has behind one of the `contrasting` words, such as "but", and `passage` behind one of `joined` words,
    such as "nor".
    """
    if joined.isdisjoint(passage.places) or contrasting.isdisjoint(form.places):
        return
    aligned = {place: index for index, place in partners(form, passage).items()}
    for at, token in enumerate(passage.tokens):
        if token.lower not in joined:
            continue
        place = next(passage.after(at), None)
        index = aligned.get(place) if place is not None else None
        if place is None or index is None or form.asks(index) != passage.asks(at):
            continue
        near = range(max(0, index - _NEAR), index)
        start = next((one for one in near if form.tokens[one].lower in contrasting), None)
        if start is not None and not any(form.tokens[one].lower in joined for one in near):
            yield Turned(form.words(start, index), passage.words(at, place), True)
