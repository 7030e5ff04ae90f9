"""The sentence in which a report says what it is: what `about` may be made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefs.intake.front_lines import begins_with
from briefs.intake.guess import Guess
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Part, Received

_EARLY = 0.25
"""A report says what it is in this first part of its text."""
_WORDS = range(8, 61)
_NEAR = 80
"""In so many characters behind its subject, the sentence says what the report does."""


def guess_about(received: Received, words: IntakeWords, sentences: Callable[[str], Iterable[str]]) -> Guess:
    """The likely sentence, as a proposal: `about` is a person's own sentence, which must be borne out by passages.

    `sentences` divides a paragraph.
    """
    best = max(_candidates(received, words, sentences), key=lambda one: one[0], default=None)
    if best is None:
        return Guess("about", None, "no sentence says what the report is", 0.0)
    certainty, sentence, part = best
    return Guess("about", None, "a sentence that says what the report is", certainty, part.lines, part.page, sentence)


def _candidates(
    received: Received, words: IntakeWords, sentences: Callable[[str], Iterable[str]]
) -> Iterator[tuple[float, str, Part]]:
    parts = [part for part in received.parts if part.role in ("paragraph", "item")]
    for number, part in enumerate(parts):
        if number > max(20, _EARLY * len(parts)):
            return
        if not any(phrase in part.text.lower() for phrase in words.says_what_it_is):
            continue
        for sentence in sentences(part.text):
            said = sentence.split()
            phrase = begins_with(sentence, words.says_what_it_is)
            if not phrase or len(said) not in _WORDS:
                continue
            rest = sentence[len(phrase) :].lower()[:_NEAR]
            tells = not words.telling or any(word in rest for word in words.telling)
            if tells:
                yield 0.7 - number / (4 * len(parts)), sentence, part
