"""Whom a sentence asks to do something: "States should …", "urges donors to …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefs.candidates.phrase_finder import phrase_pattern

_CLAUSE = re.compile(r"[,;:()–—]\s*|\"|“|”|«|»")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z]+s?\Z")
_CAPITALIZED = re.compile(r"(?:\s+(?:(?:of|for|on|and|&|de|du|des|del|et|y)\s+)?(?:the\s+|la\s+|l['’])?[A-Z]\w*)*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_MOST_JOINED = 5
"""The most words of a subject that is not known to be a name, or of two joined by "and"."""
_MOST_AROUND_ACRONYM = 3
_MOST_WORDS = 9
"""The most words of a subject that is taken for an addressee."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody who is asked: their name as written, and the words by which that is known."""

    who: str
    evidence: str


@dataclass(frozen=True, slots=True)
class AskingPhrases:
    """Phrases by which somebody is asked: those behind the subject (`should`), those in front of it (`towards`), and
    `ending` ones behind it there.

    `addressees` are names; a subject begins behind `joining` words, and may have `adding` ones in it; nobody behind a
    `linking` word is asked, nor in front of a `passive`.
    """

    should: tuple[str, ...]
    towards: tuple[str, ...]
    ending: tuple[str, ...]
    addressees: tuple[str, ...]
    joining: tuple[str, ...]
    adding: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()


def addressed_in(sentence: str, phrases: AskingPhrases, is_advice: bool = False) -> Addressed | None:
    """Who is asked to do something in `sentence`; None if nobody is who could be asked.

    If the sentence `is_advice` in any case, whoever "should do" something is taken for somebody who can be asked.
    """
    sentence = _BRACKETS.sub("", sentence)
    for verb in phrase_pattern(phrases.towards).finditer(sentence):
        words = _CLAUSE.split(sentence[verb.end() :], maxsplit=1)[0]
        end = phrase_pattern(phrases.ending).search(words)
        if found := _addressee(words[: end.start()] if end else _first_name(words, phrases), phrases):
            return Addressed(found, f"{verb[0]} {found}")
    for verb in phrase_pattern(phrases.should).finditer(sentence):
        words = _behind_last(phrases.joining, _CLAUSE.split(sentence[: verb.start()])[-1])
        who = _behind_last(phrases.adding, words)
        whole = "" if len(words.split()) > _MOST_JOINED else _addressee(words, phrases)
        if found := whole or _addressee(who, phrases):
            return Addressed(found, f"{found} {verb[0]}")
        if is_advice and (found := _doer(who, sentence[verb.end() :], phrases)):
            return Addressed(found, f"{found} {verb[0]}")
    return None


def _behind_last(phrases: tuple[str, ...], words: str) -> str:
    """What stands behind the last of `phrases` in `words`; all of them if there is none."""
    joints = list(phrase_pattern(phrases).finditer(words))
    return words[joints[-1].end() :] if joints else words


def _doer(words: str, behind: str, phrases: AskingPhrases) -> str:
    """`words` if they may stand for somebody who should do what is said `behind` them: a few, no passive after them."""
    who = " ".join(words.split())
    is_passive = phrase_pattern(phrases.passive).match(behind.lstrip())
    if is_passive or not who or len(who.split()) > _MOST_JOINED or phrase_pattern(phrases.linking).search(who):
        return ""
    return who


def _first_name(words: str, phrases: AskingPhrases) -> str:
    """The beginning of `words` up to the first name of an addressee, with the capitalized words behind it."""
    found = phrase_pattern(phrases.addressees).search(words)
    return words[: found.end()] + _CAPITALIZED.match(words, found.end())[0] if found else ""  # type: ignore[index]


def _addressee(words: str, phrases: AskingPhrases) -> str:
    """`words`, if they are a name or noun of somebody who can be asked, and little else; else nothing.

    Who only stands behind a preposition, as in "strategies in countries", is not asked.
    """
    who = " ".join(words.split())
    if not who or len(who.split()) > _MOST_WORDS:
        return ""
    named = phrase_pattern(phrases.addressees).search(who)
    if named is None and len(who.split()) <= _MOST_AROUND_ACRONYM:
        named = _ACRONYM.search(who)
    return who if named and not phrase_pattern(phrases.linking).search(who, 0, named.start()) else ""
