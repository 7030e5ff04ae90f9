"""The language of a report, by its function words and letters, and by what its file declares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from briefs.intake.guess import Guess
from briefs.intake.intake_words import FunctionWords, function_words
from briefs.intake.received import Received

_SAMPLE = 60_000
"""So many characters from the beginning, and from the middle, are enough."""
_FEWEST_WORDS = 20
_BLOCKS = (
    (0x0370, "Greek"),
    (0x0400, "Cyrillic"),
    (0x0530, "Armenian"),
    (0x0590, "Hebrew"),
    (0x0600, "Arabic"),
    (0x0780, ""),
    (0x0900, "Devanagari"),
    (0x0980, "Bengali"),
    (0x0A00, ""),
    (0x0E00, "Thai"),
    (0x0E80, ""),
    (0x10A0, "Georgian"),
    (0x1100, "Hangul"),
    (0x1200, "Ethiopic"),
    (0x13A0, ""),
    (0x1E00, "Latin"),
    (0x1F00, "Greek"),
    (0x2000, ""),
    (0x3040, "Kana"),
    (0x3100, ""),
    (0x3400, "Han"),
    (0xA000, ""),
    (0xAC00, "Hangul"),
    (0xD7B0, ""),
)
"""The first characters of blocks (Unicode, Blocks.txt) of letters with one script, in order."""
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(received: Received) -> Guess:
    """The language of a report, as a BCP 47 tag; a Guess of None if neither its words nor its file tell."""
    declared = received.language
    found, certainty = language_of(_sample(received.text or received.whole_text))
    if not found:
        if declared:
            return Guess("language", declared, "the file declares it", 0.7)
        return Guess("language", None, "there are too few words to tell", 0.0)
    primary = declared.partition("-")[0].lower()
    if primary == found:
        return Guess("language", declared, "the file declares it, and its words agree", max(0.95, certainty))
    if primary and certainty < 0.8:
        return Guess("language", declared, f"the file declares it; its words might be {found}", 0.6)
    if primary:
        return Guess("language", found, f'its words; the file declares "{declared}"', min(certainty, 0.9))
    return Guess("language", found, "its most frequent short words", certainty)


def _sample(text: str) -> str:
    middle = max(_SAMPLE, len(text) // 2)
    return text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]


def language_of(text: str) -> tuple[str, float]:
    """The language that `text` is in, as a BCP 47 tag, and how sure that is from 0 to 1; empty if nothing tells."""
    script = _script_of(text)
    written = {tag: known for tag, known in function_words().items() if known.script == script}
    if len(written) == 1:
        return next(iter(written)), 0.95
    if not written:
        return "", 0.0
    words = [word.lower() for word in _WORD.findall(text)]
    counts, letters = Counter(words), Counter(text.lower())
    scores = {tag: _score(known, counts, letters, _weights(script)) for tag, known in written.items()}
    best, second = sorted(scores, key=lambda tag: -scores[tag])[:2]
    share = sum(counts[word] for word in written[best].words) / max(1, len(words))
    if len(words) < 3 or share < 0.08:
        return "", 0.0
    lead = 1 - scores[second] / scores[best]
    certainty = min(0.97, 0.5 + lead + min(share, 0.3) / 2)
    return best, certainty if len(words) >= _FEWEST_WORDS else min(certainty, 0.55)


def _score(
    known: FunctionWords, words: Mapping[str, int], letters: Mapping[str, int], weights: Mapping[str, float]
) -> float:
    """How much speaks for a language: its words, which count less the more languages have them, and its letters."""
    said = sum(words.get(word, 0) * weights[word] for word in dict.fromkeys(known.words))
    return said + sum(letters.get(letter, 0) for letter in known.letters) / 2


@cache
def _weights(script: str) -> Mapping[str, float]:
    shared = Counter(
        word for known in function_words().values() if known.script == script for word in dict.fromkeys(known.words)
    )
    return {word: 1 / languages for word, languages in shared.items()}


def _script_of(text: str) -> str:
    """The script that most letters of `text` have; Kana if some of those among Chinese characters are."""
    counts = Counter(_scripts(text))
    if not counts:
        return ""
    script = counts.most_common(1)[0][0]
    if script == "Han" and counts["Kana"] * 20 > counts["Han"]:
        return "Kana"
    return script


def _scripts(text: str) -> Iterable[str]:
    for character, count in Counter(text).items():
        if character.isalpha():
            yield from [_block(ord(character))] * count


@cache
def _block(code: int) -> str:
    script = "Latin"
    for first, name in _BLOCKS:
        if code < first:
            break
        script = name
    return script
