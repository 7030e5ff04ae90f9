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
from briefs.model.same_object import Same
from briefs.text.stems import stem
from briefs.text.words import Word, sentences_of, words_of

Scale: TypeAlias = Literal["how_many", "how_firmly", "kind_of_act"]
_LONGEST_PHRASE = 6
_BY_STEM = "…"
"""Stands before the stems of a phrase, so that no stem is taken for a word."""
_LEAST_IN_LETTERS = 3.9
"""The same for how many in letters: "many thanks" is a courtesy."""
_LEAST_OF_LOOKS = 1.5
"""The same for how many in what is printed whatever blocks say."""
_LEAST: Mapping[Scale, float] = MappingProxyType({"how_many": 2.9, "how_firmly": 3.9, "kind_of_act": 4.0})
"""From this level on, words of a scale claim something in a heading; "some" and "could" do not."""
_SAME = 0.4
"""Levels that differ by no more are the same."""
_SHARED = 0.5
"""The least share of the content words around a strong word that a passage must have which supports it."""
_NOBODY = MappingProxyType({"blocks": "nothing that is printed there supports"})
"""Who does not say it, by what words are held against; otherwise no block does."""
_ANSWER = 3
"""Up to so many words with a verb in its base form, such as "Do not agree", are an answer to choose, not a claim."""
_IN_CALL = "(…)"
"""Ends the name of an option of a call."""
_NEAR = 8
"""At most so many words of a passage are between a strong word and what it is said of."""


class _Strong(NamedTuple):
    """A word or phrase of a scale: its level, where it is among the words of its text, and whether it is as the lexicon
    has it."""

    phrase: str
    level: float
    start: int
    end: int
    is_base: bool


def check_own_strength(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each word of a scale that stands higher than every passage on the same matter, and for each word
    that the report guards and no passage has."""
    if subject.words.scope == "report" or subject.text.endswith("?"):
        return
    lexicon = lexicon_for(subject.rules.language)
    found = [*_raised(subject, lexicon)] if lexicon is not None else []
    has = {word.lower() for word in found}
    found += (word for word in _guarded(subject) if word.lower() not in has)
    for phrase in found:
        if not subject.allows(phrase):
            whose = _NOBODY.get(subject.words.scope, "no block says")
            message = f'{subject.owner} says "{phrase}" ("{subject.text}"), which {whose}'
            hint = "use the report's own word for how much or how many, or leave it out"
            yield Fault("strength-upgraded", message, hint).at(subject.place)


def _guarded(subject: OwnWordsToCheck) -> Iterator[str]:
    """The words that the report guards in a text, if no passage has them."""
    if subject.words.scope == "furniture":
        return
    states_nothing = subject.words.scope != "blocks"
    passages = () if states_nothing else subject.passages
    if states_nothing:
        yield from (one for one in subject.rules.strengths if " " in one and has_phrase(subject.text, one))
    for word in subject.rules.guarded:
        if has_phrase(subject.text, word) and not any(has_phrase(one, word) for one in passages):
            yield word


def _raised(subject: OwnWordsToCheck, lexicon: Lexicon) -> Iterator[str]:
    """The words of the scales in a text that say more than its passages."""
    text, language = subject.text, lexicon.language
    for scale, least in _least_for(subject).items():
        for one in _strong(text, scale, language):
            is_answer = scale == "kind_of_act" and len(text.split()) <= _ANSWER and one.is_base
            if one.level < least or (is_answer and subject.words.scope == "nothing"):
                continue
            held_against = [subject.passages]
            if scale == "how_many" and _IN_CALL in subject.owner:  # a column or a caption is said of every row
                held_against = [tuple(said.split("\n")) for said in subject.each]
            if subject.words.scope != "blocks" or not all(
                any(_supports(s, one, text, scale, lexicon) for passage in own for s in sentences_of(passage))
                for own in held_against
            ):
                yield one.phrase


def _least_for(subject: OwnWordsToCheck) -> Mapping[Scale, float]:
    """From which level on words claim something, by the scales that count."""
    match subject.words.scope:
        case "furniture":  # what others complete is not said to be agreed
            return {"how_many": _LEAST_IN_LETTERS} if subject.owner == "`gaps`" else {}
        case "letter":
            return {**_LEAST, "how_many": _LEAST_IN_LETTERS}
        case "nothing":
            return {**_LEAST, "how_many": _LEAST_OF_LOOKS}
        case _:
            return _LEAST


def _supports(sentence: str, found: _Strong, text: str, scale: Scale, lexicon: Lexicon) -> bool:
    """Whether a sentence of a passage has a word as strong, and says it of the same matter."""
    strong = [one for one in _strong(sentence, scale, lexicon.language) if one.level >= found.level - _SAME]
    wanted, nearest = _content(text, found, lexicon)
    if scale == "kind_of_act":
        strong = [one for one in strong if _refuses(one, lexicon) == _refuses(found, lexicon)]
        if not wanted:  # "what was decided" is said of everything: only the same act supports it
            strong = [one for one in strong if _stems(one, lexicon) == _stems(found, lexicon)]
    if not strong:
        return False
    words = words_of(sentence, lexicon.language)
    places = [index for index, word in enumerate(words) if word.stem == nearest]
    is_near = not nearest or any(one.start - _NEAR <= at < one.end + _NEAR for one in strong for at in places)
    has = {word.stem for word in words}
    return is_near and len(wanted & has) >= _SHARED * len(wanted)


def _content(text: str, found: _Strong, lexicon: Lexicon) -> tuple[Set[str], str]:
    """The stems of the words with content in the clause of a strong word, and the one that it is said of: that behind
    it, or else that in front."""
    words = words_of(text, lexicon.language)
    start, end = found.start, found.end
    while start > 0 and not words[start - 1].is_mark:
        start -= 1
    while end < len(words) and not words[end].is_mark:
        end += 1
    before = [word.stem for word in words[start : found.start] if _has_content(word, lexicon)]
    behind = [word.stem for word in words[found.end : end] if _has_content(word, lexicon)]
    return {*before, *behind}, next(iter((*behind, *reversed(before))), "")


def _refuses(found: _Strong, lexicon: Lexicon) -> bool:
    """Whether an act is one that refuses."""
    language = lexicon.language
    refusing = {tuple(stem(part, language) for part in one.split()) for one in lexicon.refusing}
    return _stems(found, lexicon) in refusing


def _stems(found: _Strong, lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(stem(part, lexicon.language) for part in found.phrase.lower().split())


def _has_content(word: Word, lexicon: Lexicon) -> bool:
    return not word.is_mark and word.lower not in _without_content(Same(lexicon))


@lru_cache(maxsize=8)
def _without_content(lexicon: Same[Lexicon]) -> frozenset[str]:
    return frozenset((*lexicon.value.common, *lexicon.value.unnamed, *lexicon.value.being))


@lru_cache(maxsize=8192)
def _strong(text: str, scale: Scale, language: str) -> tuple[_Strong, ...]:
    """The words of a scale in `text`, the longest phrase at each place; after "how", a word only asks."""
    words = words_of(text, language)
    phrases, idioms = _phrases(scale, language), _idioms(language)
    begins = _beginnings(scale, language)
    found, at = [], 0
    while at < len(words):
        if words[at].lower not in begins and words[at].stem not in begins:
            at += 1
            continue
        length = _longest(words, at, idioms)
        if not length and (length := _longest(words, at, phrases)) and (at == 0 or words[at - 1].lower != "how"):
            shown = " ".join(word.text for word in words[at : at + length])
            key = _key(words, at, length, phrases)
            found.append(_Strong(shown, phrases[key], at, at + length, key[0] != _BY_STEM))
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


@lru_cache(maxsize=16)
def _beginnings(scale: Scale, language: str) -> frozenset[str]:
    """The words, and stems of words, with which the phrases of a scale and idioms begin."""
    phrases = (*_phrases(scale, language), *_idioms(language))
    return frozenset(one[1] if one[0] == _BY_STEM else one[0] for one in phrases)


@cache
def _idioms(language: str) -> frozenset[tuple[str, ...]]:
    """Phrases in which words of the scales mean something else."""
    lexicon = lexicon_for(language)
    return frozenset(tuple(phrase.split()) for phrase in getattr(lexicon, "idioms", ()))
