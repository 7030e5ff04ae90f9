"""Ids of candidates: short, of words of their passages, and the same whenever the same is found again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping

from briefs.candidates.candidate import passage_key
from briefs.candidates.found import Found
from briefs.candidates.gathering import LABELS, label_of

PREFIXES: Mapping[str, str] = {
    "summary_point": "es",
    "recommendation": "rec",
    "proposal": "p",
    "benefit": "ben",
    "counterweight": "cw",
    "evidence": "ev",
    "term": "term",
    "definition": "def",
    "pillar": "pil",
    "principle": "pri",
    "contradiction": "con",
    "question": "q",
    "institution": "ins",
    "follow_up": "fup",
    "next_step": "nxt",
    "quote": "quote",
    "fact": "fact",
    "date": "date",
    "acronym": "acr",
    "statement": "st",
    "absence": "abs",
    "answer": "ans",
    "participant_group": "par",
    "figure": "fig",
    "conflict": "x",
}
"""What the ids of each kind of block begin with."""
_NUMBER = re.compile(r"[0-9a-z]+(?:\.[0-9a-z]+)*")
_MOST_WORDS = 6
_FEWEST_LETTERS = 4
"""Shorter words seldom say what a passage is about."""


def candidate_id(found: Found, taken: Container[str]) -> str:
    """An id for `found` that is not `taken`: its number or label or, failing that, the first long words of its passage.

    As long as nobody else has the same words, it does not depend on other candidates.
    """
    names = (f"{PREFIXES[found.kind]}.{name}" for name in _names(found))
    return next(name for name in names if name not in taken)


def _names(found: Found) -> Iterator[str]:
    """Names for a candidate, the best first; at last one that nothing else has."""
    number = str(found.fields.get("number", "")).lower()
    if _NUMBER.fullmatch(number) and number[0].isdigit():
        yield number
    if found.kind in LABELS and (label := _slug(label_of(found).split())):
        yield label
    words = found.passage.words.split()
    long = [word for word in words if len(_letters(word)) >= _FEWEST_LETTERS] or words
    for count in range(3, _MOST_WORDS + 1):
        if name := _slug(long[:count]):
            yield name
    key = passage_key(found)
    yield from (key[:length] for length in range(6, len(key) + 1))


def _slug(words: list[str]) -> str:
    """Words as part of an id: small letters and digits, joined by low lines; empty if none of them has any."""
    return "_".join(filter(None, map(_letters, words)))[:40].strip("_")


def _letters(word: str) -> str:
    """The letters and digits of a word that an id can have: small ones, without accents."""
    parts = unicodedata.normalize("NFKD", word.lower())
    return re.sub("[^0-9a-z]", "", parts)
