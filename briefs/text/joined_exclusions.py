"""What a wording joins to something, although its passage has the one instead of the other: "as well as soft law"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from briefs.text.opposition import occurrences
from briefs.text.polarity import Turned
from briefs.text.readings import Reading

_ENOUGH = 2
"""So many words behind a phrase say what it joins or excludes."""


def joined_exclusions(
    form: Reading, passage: Reading, including: Sequence[tuple[str, ...]], excluding: Sequence[tuple[str, ...]]
) -> Iterator[Turned]:
    """The words that `form` has behind an `including` phrase, and `passage` nowhere but behind an `excluding` one."""
    excluded = [(first, behind) for first, last in occurrences(passage, excluding) if (behind := _next(passage, last))]
    for first, last in occurrences(form, including) if excluded else ():
        joined = _next(form, last)
        wanted = _keys(form, joined)
        same = [(start, behind) for start, behind in excluded if joined and _keys(passage, behind) == wanted]
        if not same:
            continue
        keys = _keys(passage, passage.contentful)
        times = sum(keys[at : at + len(wanted)] == wanted for at in range(len(keys)))
        if times <= len({behind for _, behind in same}):
            yield Turned(form.words(first, joined[-1]), passage.words(same[0][0], same[0][1][-1]), False)


def _next(reading: Reading, index: int) -> tuple[int, ...]:
    """The first words with content behind a phrase, up to a mark."""
    end = next((at for at in range(index + 1, len(reading.tokens)) if reading.tokens[at].is_mark), len(reading.tokens))
    return tuple(at for at in islice(reading.after(index), _ENOUGH) if at < end)


def _keys(reading: Reading, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(reading.tokens[index].key for index in places)
