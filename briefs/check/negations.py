"""Negations that edited wording has lost, or has added to what its passage says."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.sense_findings import Finding, compared, diagnostics
from briefs.check.sense_words import SenseWords
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic
from briefs.text.denials import denials
from briefs.text.negated_pairs import negations_added_to_pairs, negations_lost_of_pairs
from briefs.text.parted_denials import parted_denials
from briefs.text.polarity import added_denials, lost_denials
from briefs.text.readings import Reading

_MARK = '"'
"""Cuts of words in quotation marks are found by a check of their own."""
_KEEP = "keep the negation, or add an anchor for words that say it without one"
_OMIT = "take the negation out, or add an anchor for words that have it"


def check_negations(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each negation that the wording has lost or added."""
    yield from diagnostics(wording, negations_changed)


def lost_negations(text: str, passage: str, words: SenseWords | None) -> list[tuple[str, str]]:
    """What `text` says without a negation, with the words of `passage` that negate it; one pair for each negation.

    Both are `plain`. Without `words` of their language, none are found.
    """
    found = compared(text, passage, words, negations_changed)
    return [(one.said, one.given) for one in found if one.hint == _KEEP]


def negations_changed(form: Reading, passage: Reading, words: SenseWords) -> Iterator[Finding]:
    """What `form` affirms and `passage` denies, and the other way round."""
    found = tuple(_by_denials(form, passage, words))
    yield from found
    for turned in parted_denials(form, passage, frozenset(words.denying.joined), words.contrasting):
        yield Finding("negation-lost", turned.said, turned.given, _KEEP)
    if any(one.code == "negation-lost" or one.code == "negation-added" for one in found):
        return
    for turned in negations_lost_of_pairs(form, passage, words.denying, words.little):
        yield Finding("negation-lost", turned.said, turned.given, _KEEP)
    for turned in negations_added_to_pairs(form, passage, words.denying, words.little):
        yield Finding("negation-added", turned.said, turned.given, _OMIT)


def _by_denials(form: Reading, passage: Reading, words: SenseWords) -> Iterator[Finding]:
    for turned in lost_denials(form, passage, words.denying):
        if not turned.is_sure and _MARK in turned.said:
            continue
        yield Finding("negation-lost" if turned.is_sure else "sense-doubtful", turned.said, turned.given, _KEEP)
    for turned in added_denials(form, passage, words.denying):
        is_sure = turned.is_sure and not _is_of_document(form, turned.said, words)
        yield Finding("negation-added" if is_sure else "sense-doubtful", turned.said, turned.given, _OMIT)


def _is_of_document(form: Reading, said: str, words: SenseWords) -> bool:
    """Whether a form says with its negation what the report does not have: "the report names no minister"."""
    start = form.text.find(said)
    for one in denials(form, words.denying):
        if form.tokens[one.at].start == start:
            sentence = form.tokens[one.at].sentence
            return any(token.lower in words.about_documents for token in form.tokens if token.sentence == sentence)
    return False
