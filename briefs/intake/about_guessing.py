"""The sentence in which a report says what it is: what `about` may be made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefs.intake.front_lines import begins_with
from briefs.intake.guess import Guess
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Part, Received
from briefs.intake.written_date import date_in

_EARLY = 0.25
"""A report says what it is in this first part of its text."""
_TOLD = 0.5
"""How sure a sentence is that only names the issuer and a date; one that says what the report is, is surer."""
_WORDS = range(8, 61)
_NEAR = 80
"""In so many characters behind its subject, the sentence says what the report does."""


def guess_about(
    received: Received, words: IntakeWords, issuer: str, sentences: Callable[[str], Iterable[str]]
) -> Guess:
    """The likely sentence, as a proposal: `about` is a person's own sentence, which must be borne out by passages.

    It says what the report is, or what its `issuer` did when. `sentences` divides a paragraph.
    """
    best = max(_candidates(received, words, issuer, sentences), key=lambda one: one[0], default=None)
    if best is None:
        return Guess("about", None, "no sentence says what the report is", 0.0)
    certainty, sentence, part = best
    evidence = "a sentence that says what the report is" if certainty > _TOLD else "a sentence on its issuer and a date"
    return Guess("about", None, evidence, certainty, part.lines, part.page, sentence)


def _candidates(
    received: Received, words: IntakeWords, issuer: str, sentences: Callable[[str], Iterable[str]]
) -> Iterator[tuple[float, str, Part]]:
    parts = [part for part in received.parts if part.role in ("paragraph", "item")]
    name, _, acronym = issuer.rstrip(")").partition(" (")
    for number, part in enumerate(parts):
        if number > max(20, _EARLY * len(parts)):
            return
        lower = part.text.lower()
        may_tell = any(phrase in lower for phrase in words.says_what_it_is)
        if not may_tell and not (name and name in part.text):
            continue
        later = number / (8 * len(parts))
        for sentence in sentences(part.text):
            if len(sentence.split()) not in _WORDS:
                continue
            phrase = begins_with(sentence, words.says_what_it_is)
            rest = sentence[len(phrase) :].lower()[:_NEAR]
            if phrase and (not words.telling or any(word in rest for word in words.telling)):
                yield _TOLD + 0.2 - later, sentence, part
            elif name and (name in sentence or (acronym and acronym in sentence)):
                date = date_in(sentence, words)
                if date is not None and date.has_month:
                    yield _TOLD - later, sentence, part
