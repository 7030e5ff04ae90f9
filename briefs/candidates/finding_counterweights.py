"""Finding counterweights: risks, costs, concerns and obstacles, which weigh against what a report proposes."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.candidates.finding_questions import is_question
from briefs.candidates.found import Found, Material, Open
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, first_of, told_sentences
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words

_HEADED, _LISTED, _SURE, _NAMED = 0.85, 0.5, 0.6, 0.5
_NEAR = 48
"""Up to so many characters before a risk, a word says what is done against it."""


class CounterweightWords(Model):
    """`sure` phrases name a risk, cost, concern or obstacle; those of `weighing` do so if a word of `expecting` or
    `turning` is near, unless one of `lessening` says that it is to become less. Under `headings` of sections on risks,
    what is `harming` or `lacking` counts too, and after a sentence that tells of a risk, what may be harming. With a
    phrase of `not_weighing`, a sentence speaks of something else.
    """

    sure: Words = ()
    weighing: Words = ()
    harming: Words = ()
    expecting: Words = ()
    turning: Words = ()
    lacking: Words = ()
    lessening: Words = ()
    not_weighing: Words = ()
    headings: Words = ()


def find_counterweights(material: Material) -> Iterator[Found]:
    """The sentences that say what speaks against something, or stands in its way."""
    words = words_for("counterweight", CounterweightWords, material.language)
    if words is None:
        return
    before: Told | None = None
    for told in told_sentences(material):
        if told.is_note or not told.is_whole or is_question(told.words):
            continue
        goes_on = before is not None and before.placed is told.placed
        certainty, evidence, rule = _weight(told, words, goes_on=goes_on)
        before = told if certainty else None
        if certainty:
            fields = {"point": Open("what it is about, in a few words")}
            yield Found("counterweight", told.passage(), rule, evidence, certainty, fields)


def _weight(told: Told, words: CounterweightWords, *, goes_on: bool) -> tuple[float, str, str]:
    """How sure it is that a sentence weighs against something, the words by which, and the rule; 0 if it does not.

    It `goes_on` if the sentence before it does.
    """
    text = told.words
    section = told.placed.section_titled(words.headings)
    sure = _unlessened(words.sure, text, words)
    named = sure or _unlessened(words.weighing, text, words)
    harmed = first_of(words.harming, text, words.not_weighing)
    turned = first_of(words.turning, text)
    is_expected = bool(first_of(words.expecting, text))
    lacking = first_of(words.lacking, text)
    evidence = named or harmed
    if section is not None and (evidence or lacking or turned):
        return _HEADED if evidence else _LISTED, evidence or turned or lacking, "under a heading of risks"
    if sure or (named and (is_expected or turned)):
        return _SURE if is_expected or turned else _NAMED, named, "risk, cost or concern"
    if goes_on and harmed and is_expected:
        return _NAMED, harmed, "harm told after a risk"
    return 0.0, "", ""


def _unlessened(phrases: tuple[str, ...], text: str, words: CounterweightWords) -> str:
    """The first of `phrases` in a sentence that does not say that it is to become less ("reduce the risk")."""
    found = first_of(phrases, text, words.not_weighing)
    before = text[: text.find(found)][-_NEAR:] if found else ""
    return "" if first_of(words.lessening, before) else found
