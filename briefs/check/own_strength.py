"""An editor's own words say no more than what is printed there: how many, how firmly, and that something was agreed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import OwnWordsToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.text.stems import stem
from briefs.text.words import Word, words_of

Scale: TypeAlias = Literal["how_many", "how_firmly", "kind_of_act"]
_LONGEST_PHRASE = 6
_BY_STEM = "…"
"""Stands before the stems of a phrase, so that no stem is taken for a word."""
_LEAST_OF_STATEMENTS = 3.9
"""The same for words that state nothing: "many thanks" is a courtesy."""
_LEAST: Mapping[Scale, float] = MappingProxyType({"how_many": 2.9, "how_firmly": 3.9, "kind_of_act": 4.0})
"""From this level on, words of a scale claim something in a heading; "some" and "could" do not."""
_SAME = 0.4
"""Levels that differ by no more are the same."""
_SHARED = 0.5
"""The least share of the content words around a strong word that a passage must have which supports it."""
_NOBODY = MappingProxyType(
    {
        "blocks": "nothing that is printed there supports",
        "nothing": "no block says",
        "report": "the report does not say",
    }
)
_ANSWER = 3
"""Up to so many words that stand alone, such as "Do not agree", are an answer to choose rather than a claim."""


class _Strong(NamedTuple):
    """A word or phrase of a scale: its level, and where it is among the words of its text."""

    phrase: str
    level: float
    start: int
    end: int


def check_own_strength(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each word of a scale that stands higher than every passage on the same matter, and for each word
    that the report guards and no passage has."""
    if subject.words.scope in ("furniture", "report") or subject.text.endswith("?"):
        return
    lexicon = lexicon_for(subject.rules.language)
    found = [*_raised(subject, lexicon)] if lexicon is not None else []
    has = {word.lower() for word in found}
    found += (word for word in _guarded(subject) if word.lower() not in has)
    for phrase in found:
        if not subject.allows(phrase):
            message = f'{subject.owner} says "{phrase}" ("{subject.text}"), which {_NOBODY[subject.words.scope]}'
            hint = "use the report's own word for how much or how many, or leave it out"
            yield Fault("strength-upgraded", message, hint).at(subject.place)


def _guarded(subject: OwnWordsToCheck) -> Iterator[str]:
    """The words that the report guards in a text, if no passage has them."""
    states_nothing = subject.words.scope == "nothing"
    passages = () if states_nothing else subject.passages
    if states_nothing:
        yield from (one for one in subject.rules.strengths if " " in one and has_phrase(subject.text, one))
    for word in subject.rules.guarded:
        if has_phrase(subject.text, word) and not any(has_phrase(one, word) for one in passages):
            yield word


def _raised(subject: OwnWordsToCheck, lexicon: Lexicon) -> Iterator[str]:
    """The words of the scales in a text that say more than its passages."""
    states_nothing = subject.words.scope == "nothing"
    for scale, least in _LEAST.items():
        if states_nothing and scale == "kind_of_act" and len(subject.text.split()) <= _ANSWER:
            continue
        for one in _strong(subject.text, scale, lexicon.language):
            least = max(least, _LEAST_OF_STATEMENTS) if states_nothing else least
            is_supported = any(_supports(passage, one, subject.text, scale, lexicon) for passage in subject.passages)
            if one.level >= least and (states_nothing or not is_supported):
                yield one.phrase


def _supports(passage: str, found: _Strong, text: str, scale: Scale, lexicon: Lexicon) -> bool:
    """Whether a passage has a word as strong, and says it of the same matter."""
    if not any(one.level >= found.level - _SAME for one in _strong(passage, scale, lexicon.language)):
        return False
    wanted = _content(text, found, lexicon)
    has = _stems_of(passage, lexicon.language)
    return len(wanted & has) >= _SHARED * len(wanted)


def _content(text: str, found: _Strong, lexicon: Lexicon) -> Set[str]:
    """The stems of the words with content in the clause of a strong word."""
    words = words_of(text, lexicon.language)
    start, end = found.start, found.end
    while start > 0 and not words[start - 1].is_mark:
        start -= 1
    while end < len(words) and not words[end].is_mark:
        end += 1
    around = (*words[start : found.start], *words[found.end : end])
    return {word.stem for word in around if _has_content(word, lexicon)}


def _has_content(word: Word, lexicon: Lexicon) -> bool:
    return not word.is_mark and word.lower not in (*lexicon.common, *lexicon.unnamed, *lexicon.being)


@lru_cache(maxsize=2048)
def _stems_of(passage: str, language: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(passage, language))


@lru_cache(maxsize=8192)
def _strong(text: str, scale: Scale, language: str) -> tuple[_Strong, ...]:
    """The words of a scale in `text`, the longest phrase at each place; after "how", a word only asks."""
    words = words_of(text, language)
    phrases, idioms = _phrases(scale, language), _idioms(language)
    found, at = [], 0
    while at < len(words):
        length = _longest(words, at, idioms)
        if not length and (length := _longest(words, at, phrases)) and (at == 0 or words[at - 1].lower != "how"):
            shown = " ".join(word.text for word in words[at : at + length])
            found.append(_Strong(shown, phrases[_key(words, at, length, phrases)], at, at + length))
        at += max(1, length)
    return tuple(found)


def _longest(words: Sequence[Word], at: int, phrases: Container[tuple[str, ...]]) -> int:
    """How many words at `at` are one of `phrases`, by their letters or by their stems; 0 if none is."""
    sizes = range(min(_LONGEST_PHRASE, len(words) - at), 0, -1)
    return next((size for size in sizes if _key(words, at, size, phrases) in phrases), 0)


def _key(words: Sequence[Word], at: int, size: int, phrases: Container[tuple[str, ...]]) -> tuple[str, ...]:
    part = words[at : at + size]
    lower = tuple(word.lower for word in part)
    return lower if lower in phrases else (_BY_STEM, *(word.stem for word in part))


@lru_cache(maxsize=16)
def _phrases(scale: Scale, language: str) -> Mapping[tuple[str, ...], float]:
    """The phrases of a scale with their levels: those of acts also by their stems, since they are verbs."""
    lexicon = lexicon_for(language)
    found: dict[tuple[str, ...], float] = {}
    for step in getattr(lexicon.scales, scale) if lexicon is not None else ():
        for phrase in step.words:
            parts = phrase.lower().split()
            found.setdefault(tuple(parts), step.level)
            if scale == "kind_of_act":
                found.setdefault((_BY_STEM, *(stem(part, language) for part in parts)), step.level)
    return found


@cache
def _idioms(language: str) -> Container[tuple[str, ...]]:
    """Phrases in which words of the scales mean something else."""
    lexicon = lexicon_for(language)
    return frozenset(tuple(phrase.split()) for phrase in getattr(lexicon, "idioms", ()))
