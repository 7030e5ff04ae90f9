"""What `report.yaml` says of the words of a report: of dates and strength, and acronyms that every reader knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from briefs.intake.guess import Guess
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Received

_KNOWN = "\0"
"""What stands for a phrase that is known."""
_CLAUSE = re.compile(r"[.,:;!?]\s")
_NEAR = 24
"""So many characters before a phrase may say of how many it is said."""
_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


def guess_wording(
    received: Received, words: IntakeWords, known_strength: Mapping[str, int], known_dates: Collection[str]
) -> Iterator[Guess]:
    """Guesses for `strength`, `relative_dates`, `loose_dates` and `common_acronyms`: what the text has of each.

    Phrases of `known_strength` and `known_dates` are those that the program knows in this language by itself.
    """
    text = received.text
    lower = text.lower()
    strength = {
        level: [
            phrase for phrase in found if phrase not in known_strength and _stands_alone(phrase, lower, known_strength)
        ]
        for level, phrases in sorted(words.strength.items(), reverse=True)
        if (found := _found(phrases, lower))
    }
    if any(strength.values()):
        value = {level: phrases for level, phrases in strength.items() if phrases}
        yield Guess("strength", value, "phrases of the text for how many held a view", 0.65)
    known = {phrase.lower() for phrase in known_dates}
    if dates := [one for one in _without_parts(_found(words.relative_dates, lower)) if one not in known]:
        yield Guess("relative_dates", dates, "phrases of the text", 0.8)
    if loose := [one for one in _found(words.loose_dates, lower) if one not in known]:
        yield Guess("loose_dates", None, "phrases of the text", 0.5, proposal=loose)
    if acronyms := [one for one in words.acronyms if one in text and _alone(one).search(text)]:
        yield Guess("common_acronyms", acronyms, "acronyms of the text that most readers know", 0.7)


def _found(phrases: Iterable[str], lower: str) -> list[str]:
    """Those of `phrases` that stand as whole words in a text in small letters, each once."""
    near = (phrase for phrase in dict.fromkeys(phrases) if phrase in lower)
    return [phrase for phrase in near if _whole(phrase).search(lower)]


@cache
def _whole(phrase: str) -> re.Pattern[str]:
    written = re.escape(phrase)
    return re.compile(written if _SPACELESS.search(phrase) else rf"(?<!\w){written}(?!\w)")


def _stands_alone(phrase: str, lower: str, known: Iterable[str]) -> bool:
    """Whether `phrase` stands where no known one says it of fewer: "most participants agreed" has none that agreed."""
    near = [one for one in map(str.lower, known) if one != phrase and one in lower]
    if any(one in phrase for one in near):
        return True
    for one in sorted(near, key=len, reverse=True):
        lower = _whole(one).sub(_KNOWN, lower)
    before = (
        _CLAUSE.split(lower[max(0, at.start() - _NEAR) : at.start()])[-1] for at in _whole(phrase).finditer(lower)
    )
    return any(_KNOWN not in words for words in before)


def _without_parts(phrases: list[str]) -> list[str]:
    return [one for one in phrases if not any(one != other and one in other for other in phrases)]


@cache
def _alone(acronym: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])")
