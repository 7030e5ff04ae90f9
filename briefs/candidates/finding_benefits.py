"""Finding benefits: what a report says, or expects, somebody to gain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.candidates.finding_questions import is_question
from briefs.candidates.found import Found, Material, Open
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, first_of, told_sentences
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words

_SAID_UNDER_HEADING, _SAID, _EXPECTED_UNDER_HEADING, _EXPECTED = 0.85, 0.6, 0.8, 0.45
_NEAR = 24
"""A word of expecting stands at most so many characters before what is expected, with one word between them."""
_MOST_WORDS_OF_NAME = 8
_SOON = 4
_END = re.compile(r"[.,;:()—–]")


class BenefitWords(Model):
    """`gaining` say that there is a benefit; `helping` do so right after a word of `expecting`. After a phrase of
    `given_to` stands who has it, up to one of `ending`; a subject before `having` has it; so has who stands between
    one of `for_whom` and a comma without a word of `not_whom`, if what follows is expected. With a phrase of
    `not_benefit`, a sentence speaks of something else; with one of `denying`, of what is not there. `headings` are
    those of sections on benefits.
    """

    gaining: Words = ()
    helping: Words = ()
    expecting: Words = ()
    given_to: Words = ()
    ending: Words = ()
    having: Words = ()
    for_whom: Words = ()
    not_whom: Words = ()
    not_benefit: Words = ()
    denying: Words = ()
    headings: Words = ()


def find_benefits(material: Material) -> Iterator[Found]:
    """The sentences that say who gains what."""
    words = words_for("benefit", BenefitWords, material.language)
    if words is None:
        return
    for told in told_sentences(material):
        if told.is_whole and not told.is_note and not is_question(told.words):
            yield from _in_sentence(told, words)


def _in_sentence(told: Told, words: BenefitWords) -> Iterator[Found]:
    text = told.words
    gaining = first_of(words.gaining, text, words.not_benefit)
    whom = _for_whom(text, words)
    helping = "" if gaining else _expected_to_help(text, words) or (whom and first_of(words.expecting, text))
    if not (gaining or helping) or first_of(words.denying, text):
        return
    section = told.placed.section_titled(words.headings)
    who = whom or _beneficiary(text, words)
    if section is not None:
        certainty = _SAID_UNDER_HEADING if gaining else _EXPECTED_UNDER_HEADING
    elif gaining and (who or first_of(words.expecting, text)):
        certainty = _SAID
    elif helping and who:
        certainty = _EXPECTED
    else:
        return
    fields = {
        "sort": Open("direct or indirect", "direct" if section is not None else "indirect"),
        "beneficiary": Open("who gains", who[:1].upper() + who[1:]),
        "basis": Open("the passage that the benefit rests on, and your wording of it"),
    }
    evidence = gaining or helping
    yield Found("benefit", told.passage(), "gain said or expected", evidence, certainty, fields)


def _for_whom(text: str, words: BenefitWords) -> str:
    """Whom a sentence begins with, as in "For fishers, it would mean fewer days in port"."""
    found = phrase_pattern(words.for_whom).match(text)
    name, comma, after = text[found.end() : found.end() + _NEAR * 3].partition(",") if found else ("", "", "")
    soon = " ".join(after.split()[:_SOON])
    is_name = 0 < len(name.split()) <= _MOST_WORDS_OF_NAME and not first_of(words.not_whom, name)
    return name.strip() if comma and is_name and first_of(words.expecting, soon) else ""


def _expected_to_help(text: str, words: BenefitWords) -> str:
    """The first word of helping that is expected: right after a word of expecting, or one itself ("permettrait")."""
    expecting = phrase_pattern(words.expecting)
    for found in phrase_pattern(words.helping).finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()].rstrip()
        is_right_before = any(
            not before[one.end() :].strip() or " " not in before[one.end() :].strip()
            for one in expecting.finditer(before)
        )
        if is_right_before or expecting.search(found[0]):
            return found[0]
    return ""


def _beneficiary(text: str, words: BenefitWords) -> str:
    """Who gains, as far as the sentence shows it: who stands after "benefit", after "enable" and before what they are
    enabled to do, or before "would benefit"."""
    if (given := phrase_pattern(words.given_to).search(text)) is not None:
        after = _END.split(text[given.end() :])[0]
        end = phrase_pattern(words.ending).search(after)
        name = after[: end.start()] if end else after
        is_whole = end is not None or first_of(words.gaining, given[0]) != ""
        if is_whole and 0 < len(name.split()) <= _MOST_WORDS_OF_NAME:
            return name.strip()
    if (having := phrase_pattern(words.having).search(text)) is not None:
        name = _END.split(text[: having.start()])[-1]
        if 0 < len(name.split()) <= _MOST_WORDS_OF_NAME:
            return name.strip()
    return ""
