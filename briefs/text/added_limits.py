"""Words that a wording puts in front of one of its passage, and that say more: "the only agreement", "very positively".

Their place is compared, not only the word: "only" may stand in another sentence of the passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefs.text.polarity import Turned
from briefs.text.readings import Reading
from briefs.text.word_alignment import partners

_NEAR = 2
"""So many tokens in front of a word may hold what is said of it."""


def added_limits(form: Reading, passage: Reading, limiting: Set[str], also: Set[str]) -> Iterator[Turned]:
    """The `limiting` words of `form`, such as "only", with the word behind each, where the sentence of `passage` that
    has this word has no limiting word, nor one of `also`, which may limit it too.
    """
    aligned = partners(form, passage)
    for index, token in enumerate(form.tokens):
        if token.lower not in limiting or form.asks(index) or _has(form, range(max(0, index - _NEAR), index), also):
            continue
        behind = next(form.after(index), None)
        place = aligned.get(behind) if behind is not None else None
        if behind is None or place is None:
            continue
        sentence = passage.tokens[place].sentence
        around = (at for at, other in enumerate(passage.tokens) if other.sentence == sentence)
        if not _has(passage, around, limiting | also):
            yield Turned(form.words(index, behind), _with_word_before(passage, place), False)


def added_degrees(form: Reading, passage: Reading, raising: Set[str]) -> Iterator[Turned]:
    """The `raising` words of `form`, such as "very", right in front of a word before which `passage` has none."""
    aligned = partners(form, passage)
    for index, token in enumerate(form.tokens[:-1]):
        place = aligned.get(index + 1)
        if token.lower not in raising or place is None:
            continue
        if not _has(passage, range(max(0, place - _NEAR), place), raising):
            yield Turned(form.words(index, index + 1), _with_word_before(passage, place), False)


def _has(reading: Reading, places: Iterator[int] | range, words: Set[str]) -> bool:
    return any(reading.tokens[at].lower in words for at in places)


def _with_word_before(reading: Reading, place: int) -> str:
    """A word with the one right in front of it, if there is one in its sentence."""
    before = place - 1
    is_near = before >= 0 and reading.tokens[before].sentence == reading.tokens[place].sentence
    return reading.words(before if is_near and not reading.tokens[before].is_mark else place, place)
