"""How many, word by word: "most updating" where the passage has "some updating", and more speakers than it has at all.

The other rules ask who held a view, or which noun is counted; these only which word stands in front of which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefs.check.scales.clause_reading import Reading, looks_plural, reading_of
from briefs.check.scales.how_many import quantities_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import STEP, ScaleWords
from briefs.text.term_finder import Found

_MANY = 3.0
_SKIPPED = frozenset(("the", "a", "an", '"'))


def raised_neighbours(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The words of how many in `text` that stand higher than those before the same word of `passage`; and those who
    hold views, if there are more of them than in all of it.
    """
    said = reading_of(text, scale, False)
    if not said.counted:
        return
    whole = reading_of(passage, scale)
    given = _before_words(whole, whole.how_many)
    for stem, found in _before_words(said, said.counted).items():
        for one in found:
            others = given.get(stem, [])
            if one.value >= _MANY and others and all(other.value + STEP <= one.value for other in others):
                yield Raised("strength-upgraded", said.phrase(one), whole.phrase(others[0]), passage)
    yield from _more_holders(said, whole)


def _before_words(reading: Reading, among: Iterable[Found[float]]) -> dict[str, list[Found[float]]]:
    """Those words of how many of a text that are `among` these, by the stem of the word behind each."""
    found: dict[str, list[Found[float]]] = {}
    for one in among:
        if one.end - one.start > 1 and looks_plural(reading.words[one.end - 1]):
            continue  # "most keepers": the word behind it is a verb
        place = one.end + (reading.lower(one.end) in _SKIPPED)
        if place < len(reading.words) and not reading.is_marked(place) and reading.lower(place) != "of":
            found.setdefault(reading.words[place].stem, []).append(one)
    return found


def _more_holders(said: Reading, whole: Reading) -> Iterator[Raised]:
    if all(one.of != "holders" for one in quantities_of(said)):
        return
    known = [one for one in quantities_of(whole) if one.of in ("holders", "bare", "passive")]
    if not known or any(one.of != "holders" for one in known):
        return
    most = max((*(one.level for one in known), *(one.value for one in whole.how_many)))
    for one in quantities_of(said):
        if one.of == "holders" and one.level >= most + STEP and most < _MANY:
            best = known[0]
            phrase = whole.text[whole.words[best.start].start : whole.words[best.end - 1].end]
            mine = said.text[said.words[one.start].start : said.words[one.end - 1].end]
            yield Raised("strength-upgraded", mine, phrase, whole.text)
