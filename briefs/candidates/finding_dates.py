"""Finding dates: sentences that say when something happened or will happen."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.candidates.dated_words import DatingWords, WrittenDate, written_dates
from briefs.candidates.found import Found, Material, Open
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, told_sentences

_EXACT_EVENT, _EXACT, _YEAR_OF_EVENT, _UNSURE = 0.9, 0.7, 0.75, 0.5
_NEAR = 60
"""A document is dated by what stands within so many characters after its name."""


def find_dates(material: Material) -> Iterator[Found]:
    """The sentences with a date in them, each once, with the date that is the surest."""
    words = words_for("date", DatingWords, material.language)
    if words is None:
        return
    for told in told_sentences(material):
        if told.is_note:
            continue
        event = first_phrase(words.events, told.words)
        dates = [one for one in written_dates(told.words, words, material.language) if not _is_cited(told, one, words)]
        found = max(dates, key=lambda one: _certainty(one, event), default=None)
        if found is not None and (certainty := _certainty(found, event)):
            fields = {
                "when": found.text,
                "sort": found.sort if found.has_year else Open("YYYY, YYYY-MM or YYYY-MM-DD", "undated"),
            }
            evidence = f"{found.text}, {event}" if event else found.text
            yield Found("date", told.passage(), "date", evidence, certainty, fields)


def _is_cited(told: Told, date: WrittenDate, words: DatingWords) -> bool:
    """Whether a date is that of a document or of a work, named right before it or around it in brackets."""
    before = told.words[max(0, date.start - _NEAR) : date.start]
    is_bracketed = before.rstrip()[-1:] in ("(", "[") and told.words[date.end : date.end + 1] in (")", "]", ",", ";")
    cited = list(phrase_pattern(words.citing).finditer(before))
    return is_bracketed or bool(cited and not any(mark in before[cited[-1].end() :] for mark in ".;:"))


def _certainty(date: WrittenDate, event: str) -> float:
    """How sure it is that a sentence is wanted for its date; 0 for a year in which nothing is said to happen."""
    if not date.has_year:
        return _UNSURE
    if date.is_year:
        return _YEAR_OF_EVENT if event else 0.0
    return _EXACT_EVENT if event else _EXACT
