"""Two like words joined before a third, of which a wording has only one: "developing countries" for "developing and
developed countries".
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefs.text.polarity import Turned
from briefs.text.readings import Reading

_ENDING = 2
"""Words of one sort end in the same letters: "national" and "regional"."""
_SHORTEST = 5


def halved_pairs(
    form: Reading, passage: Reading, joining: str, opposed: Set[tuple[str, str]], past: tuple[str, ...] = ()
) -> Iterator[Turned]:
    """The places where `form` has one of two words in front of a third, and the other nowhere. The two stand on both
    sides of `joining` in `passage`; they are an `opposed` pair in lower case, or end alike,
    but not with an ending of the `past`: "improved and strengthened" may say one thing.
    """
    for at in passage.places.get(joining, ()):
        tokens = passage.tokens[at - 1 : at + 3] if at else ()
        if len(tokens) < len(("one", joining, "other", "noun")) or not all(
            tokens[each].has_content for each in (0, 2, 3)
        ):
            continue
        one, _, other, noun = tokens
        if not _are_like(one.lower, other.lower, opposed, past) or _is_run(passage, at):
            continue
        for kept, left in ((one, other), (other, one)):
            is_left_out = left.lower not in form.places and (left.key == kept.key or left.key not in form.keys)
            place = _place(form, kept.lower, noun.key)
            if is_left_out and place is not None and not _elsewhere(passage, at, kept.lower, noun.key):
                yield Turned(form.words(place, place + 1), passage.words(at - 1, at + 2), False)


def _are_like(one: str, other: str, opposed: Set[tuple[str, str]], past: tuple[str, ...]) -> bool:
    if (one, other) in opposed or (other, one) in opposed:
        return True
    if one.endswith(("s", *past)):
        return False
    return min(len(one), len(other)) >= _SHORTEST and one[-_ENDING:] == other[-_ENDING:]


def _is_run(passage: Reading, at: int) -> bool:
    """Whether the pair is the end of a longer list: "local, national and regional"."""
    return at > 1 and passage.tokens[at - 2].is_mark


def _place(reading: Reading, word: str, noun: str) -> int | None:
    for place in reading.places.get(word, ()):
        if place + 1 < len(reading.tokens) and reading.tokens[place + 1].key == noun:
            return place
    return None


def _elsewhere(passage: Reading, at: int, word: str, noun: str) -> bool:
    """Whether the passage has the word alone in front of the noun, in another place."""
    places = (place for place in passage.places.get(word, ()) if abs(place - at) > 1)
    return any(
        place + 1 < len(passage.tokens)
        and passage.tokens[place + 1].key == noun
        and not (place > 0 and passage.tokens[place - 1].lower == passage.tokens[at].lower)
        for place in places
    )
