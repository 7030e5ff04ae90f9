"""What `report.yaml` says of the words of a report: of dates and strength, and acronyms that every reader knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from briefs.intake.guess import Guess
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Received

_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


def guess_wording(
    received: Received, words: IntakeWords, known_strength: Mapping[str, int], known_dates: Collection[str]
) -> Iterator[Guess]:
    """Guesses for `strength`, `relative_dates`, `loose_dates` and `common_acronyms`: what the text has of each.

    Phrases of `known_strength` and `known_dates` are those that the program knows in this language by itself.
    """
    text = received.text
    strength = {
        level: [phrase for phrase in found if phrase not in known_strength]
        for level, phrases in sorted(words.strength.items(), reverse=True)
        if (found := _found(phrases, text))
    }
    if any(strength.values()):
        value = {level: phrases for level, phrases in strength.items() if phrases}
        yield Guess("strength", value, "phrases of the text for how many held a view", 0.65)
    known = {phrase.lower() for phrase in known_dates}
    if dates := [one for one in _without_parts(_found(words.relative_dates, text)) if one not in known]:
        yield Guess("relative_dates", dates, "phrases of the text", 0.8)
    if loose := [one for one in _found(words.loose_dates, text) if one not in known]:
        yield Guess("loose_dates", None, "phrases of the text", 0.5, proposal=loose)
    if acronyms := [one for one in words.acronyms if _acronym(one).search(text)]:
        yield Guess("common_acronyms", acronyms, "acronyms of the text that most readers know", 0.7)


def _found(phrases: Iterable[str], text: str) -> list[str]:
    """Those of `phrases` that stand in `text` as whole words, whatever the case, each once."""
    wanted = tuple(dict.fromkeys(phrases))
    if not wanted:
        return []
    counts = Counter(found[0].lower() for found in _any_of(wanted).finditer(text.replace("\n", " \n ")))
    return [phrase for phrase in wanted if counts[phrase]]


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    written = (
        re.escape(phrase) if _SPACELESS.search(phrase) else rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in ordered
    )
    return re.compile("|".join(written), re.IGNORECASE)


def _without_parts(phrases: list[str]) -> list[str]:
    return [one for one in phrases if not any(one != other and one in other for other in phrases)]


@cache
def _acronym(acronym: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])")
