"""Whose views, and who agreed: whoever an editor's own words say holds a view holds one in what is printed there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.text.stems import stem
from briefs.text.words import Word, sentences_of, words_of

_NEAR = 4
"""At most so many words are between one who holds a view and the verb or noun that says so."""
_IN_CALL = "(…)"
_OF = frozenset(("of", "by", "from", "among"))
_HINT = "name those whom the passages name there; if it is right, quote it in `says_more` with the reason"


def check_own_holders(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each group that is said to hold a view, or to have agreed, and does so in no passage.

    What a caption or a column says is said of every row, so each block has to say it.
    """
    lexicon = lexicon_for(subject.rules.language)
    if lexicon is None or subject.words.scope != "blocks" or not subject.each or subject.text.endswith("?"):
        return
    for group, said in _holders(words_of(subject.text, lexicon.language), lexicon, near=1):
        if subject.allows(said):
            continue
        is_held = [_holds(text, group, lexicon) for text in subject.each]
        if not (all(is_held) if _IN_CALL in subject.owner else any(is_held)):
            message = (
                f'{subject.owner} says "{said}" ("{subject.text}"), but in what is printed there others hold views'
            )
            yield Fault("actor-changed", message, _HINT).at(subject.place)


@lru_cache(maxsize=4096)
def _found(text: str, language: str) -> frozenset[int]:
    lexicon = lexicon_for(language)
    if lexicon is None:
        return frozenset()
    sentences = (one for line in text.split("\n") for one in sentences_of(line))
    return frozenset(group for one in sentences for group, _ in _holders(words_of(one, language), lexicon, near=_NEAR))


def _holds(text: str, group: int, lexicon: Lexicon) -> bool:
    return group in _found(text, lexicon.language)


def _holders(words: Sequence[Word], lexicon: Lexicon, near: int) -> Iterator[tuple[int, str]]:
    """The groups of those who hold a view, with the words that say so: "governments agreed", "views of States"."""
    actors, acts, views = _actors(lexicon.language), _acts(lexicon.language), _views(lexicon.language)
    for at, word in enumerate(words):
        group = actors.get(word.lower)
        if group is None or word.lower in lexicon.holders:
            continue
        verb = next((one for one in words[at + 1 : at + 1 + near] if one.stem in acts and _is_told(one, lexicon)), None)
        if verb is not None:
            yield group, f"{word.text} {verb.text}"
            continue
        before = words[max(0, at - 2 - near) : at]
        of = next((index for index in reversed(range(len(before))) if before[index].lower in _OF), 0)
        if of and before[of - 1].stem in views:
            yield group, f"{before[of - 1].text} {before[of].text} {word.text}"


def _is_told(word: Word, lexicon: Lexicon) -> bool:
    return any(word.lower.endswith(ending) for ending in lexicon.past) or word.lower in lexicon.people.saying


@lru_cache(maxsize=8)
def _actors(language: str) -> dict[str, int]:
    lexicon = lexicon_for(language)
    groups = lexicon.actors if lexicon is not None else ()
    return {word: number for number, group in enumerate(groups) for word in group}


@lru_cache(maxsize=8)
def _acts(language: str) -> frozenset[str]:
    lexicon = lexicon_for(language)
    steps = lexicon.scales.kind_of_act if lexicon is not None else ()
    return frozenset(stem(word, language) for step in steps for word in step.words if " " not in word)


@lru_cache(maxsize=8)
def _views(language: str) -> frozenset[str]:
    lexicon = lexicon_for(language)
    views = lexicon.people.views if lexicon is not None else ()
    return frozenset(stem(word, language) for word in views) | _acts(language)
