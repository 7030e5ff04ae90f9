"""What one participant said is no view of participants, wherever the passage under the wording names that one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from briefs.check.hedging import check_hedges
from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.quantifiers import check_quantifiers
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.model.same_object import Same
from briefs.text.alignment import sources_of
from briefs.text.words import sentences_of, words_of

_NEAR = 2
"""So many words behind "one" may be the speaker: "one senior official"."""
_LEAST = 0.5
"""A sentence with this share of the words of the wording is surely where these come from."""
_HINT = "say that one participant said it; if more did, say in says_more where the report says so"


def check_lone_speakers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """A warning for wording about participants from sentences in which, or right before which, one alone speaks, unless
    its block `says_more`. What the checks of hedges and quantifiers find themselves is left to them.
    """
    lexicon = lexicon_for(wording.rules.language)
    if lexicon is None or wording.groups or wording.drawn.block.says_more is not None:
        return
    if not _many(wording.text, lexicon) or _lone(wording.text, lexicon):
        return
    common = _common_words(wording.rules.language)
    found = sources_of(wording.text, wording.passage, common, wording.rules.language)
    sentences = [one.sentence for one in found if one.share >= _LEAST]
    before = dict(_pairs(wording.passage))
    speakers = [_speaker(one, before.get(one, ""), lexicon) for one in sentences]
    if not speakers or not all(speakers) or any(check_hedges(wording)) or any(check_quantifiers(wording)):
        return
    message = f'{wording.owner} speaks of participants, but its passage says it of "{speakers[0]}"'
    yield Fault("sense-doubtful", message, _HINT).at(wording.place)


@cache
def _common_words(language: str) -> frozenset[str]:
    """The words that say nothing of where a wording comes from; one set for all, since each is kept with what it was
    used for."""
    lexicon = lexicon_for(language)
    return frozenset() if lexicon is None else frozenset((*lexicon.common, *lexicon.holders, *lexicon.sayings))


def _pairs(passage: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a passage, with the one before it in the same extract."""
    for extract in passage.split("\n"):
        sentences = sentences_of(extract)
        yield from zip(sentences[1:], sentences, strict=False)


def _speaker(sentence: str, before: str, lexicon: Lexicon) -> str:
    """Who alone speaks in a sentence; if it does not say who speaks, in the one before."""
    if _many(sentence, lexicon):
        return ""
    if lone := _lone(sentence, lexicon):
        return lone
    lower = {word.lower for word in words_of(sentence)}
    tells = not lower.isdisjoint((*lexicon.sayings, *lexicon.attributions, *lexicon.people.saying))
    return "" if tells or _many(before, lexicon) else _lone(before, lexicon)


def _lone(text: str, lexicon: Lexicon) -> str:
    """The first one who speaks alone, such as "one participant"; empty if nobody does."""
    words = [word for word in words_of(text) if not word.is_mark]
    for at, word in enumerate(words):
        if word.lower not in lexicon.people.one or (at and words[at - 1].lower in lexicon.relations):
            continue
        for other in words[at + 1 : at + 1 + _NEAR]:
            if other.lower in lexicon.people.speakers:
                return text[word.start : other.start + len(other.text)]
    return ""


def _many(text: str, lexicon: Lexicon) -> bool:
    """Whether a text speaks of several who took part."""
    several, stems = _several(Same(lexicon))
    return any(word.lower in several and word.stem in stems for word in words_of(text))


@lru_cache(maxsize=8)
def _several(of: Same[Lexicon]) -> tuple[frozenset[str], frozenset[str]]:
    """The words for several who may hold views, and the stems of those for one who took part."""
    lexicon = of.value
    stems = frozenset(word.stem for one in lexicon.people.speakers for word in words_of(one))
    return frozenset(lexicon.holders) - frozenset(lexicon.people.speakers), stems
