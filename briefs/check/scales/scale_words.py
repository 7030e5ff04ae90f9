"""The words of the three scales, from the lexicon of a language and what a report adds to it, ready to be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.model.grammar import grammar_for
from briefs.model.lexicon import Lexicon, Step
from briefs.model.same_object import Same, asked_again
from briefs.model.wording_rules import WordingRules
from briefs.text.term_finder import Found, TermFinder
from briefs.text.words import Word

STEP = 0.5
"""Words stand higher than others from half a level on."""
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")


@dataclass(frozen=True, slots=True, eq=False)
class ScaleWords:
    """Finders of the words of one language: how many, how firmly, kinds of act, hedges, and idioms, which are neither.

    `holders` are nouns of those who hold views; `adverbs` are phrases of how many that count no noun, `frequency`
    those of them that say how often;
    `modals` are phrases of how firmly that a verb follows; `common` words carry no content, `approximate` ones say that
    a number is rough.
    """

    language: str
    how_many: TermFinder[float]
    how_firmly: TermFinder[float]
    acts: TermFinder[float]
    hedges: TermFinder[str]
    attributions: TermFinder[bool]
    idioms: TermFinder[bool]
    holders: frozenset[str]
    adverbs: frozenset[str]
    frequency: frozenset[str]
    modals: frozenset[str]
    common: frozenset[str]
    approximate: frozenset[str] = frozenset()

    def free(self, words: tuple[Word, ...], text: str, quoted: bool = True) -> frozenset[int]:
        """The places of words that are part of an idiom, or, unless `quoted`, of a quotation: no scale counts them."""
        blocked = {place for one in self.idioms.find(words) for place in range(one.start, one.end)}
        if not quoted and ('"' in text or "“" in text):
            for span in _QUOTED.finditer(text):
                blocked.update(place for place, word in enumerate(words) if span.start() < word.start < span.end())
        return frozenset(blocked)


@asked_again
def scale_words(rules: WordingRules) -> ScaleWords | None:
    """The words of the language of `rules`, with those of the report; None if there is no lexicon for the language."""
    return _of_rules(Same(rules))


@lru_cache(maxsize=16)
def _of_rules(key: Same[WordingRules]) -> ScaleWords | None:
    rules = key.value
    return _scale_words(rules.language.partition("-")[0].lower(), tuple(sorted(rules.strengths.items())))


def phrase_of(words: tuple[Word, ...], found: Found[float] | Found[str], text: str) -> str:
    """What was found, as `text` has it."""
    return text[words[found.start].start : words[found.end - 1].end]


@lru_cache(maxsize=16)
def _scale_words(language: str, strengths: tuple[tuple[str, int], ...]) -> ScaleWords | None:
    lexicon = lexicon_for(language)
    if lexicon is None:
        return None
    grammar = grammar_for(language)
    scales = lexicon.scales
    own = {phrase.lower(): float(level) for phrase, level in strengths if level > 0}
    many = {**_levels(scales.how_many), **own}
    return ScaleWords(
        language=language,
        how_many=TermFinder(many, language),
        how_firmly=TermFinder(_levels(scales.how_firmly), language),
        acts=TermFinder(_levels(scales.kind_of_act), language, by_stem=True, forms=_forms(lexicon)),
        hedges=TermFinder({hedge: hedge for hedge in lexicon.hedges}, language),
        attributions=TermFinder(dict.fromkeys(lexicon.attributions, True), language),
        idioms=TermFinder(dict.fromkeys(lexicon.idioms, True), language),
        holders=frozenset(lexicon.holders),
        adverbs=frozenset(lexicon.adverbs),
        frequency=frozenset(lexicon.frequency),
        modals=frozenset(lexicon.modals),
        common=_common(lexicon) | (grammar.common if grammar else frozenset()),
        approximate=frozenset(lexicon.approximate),
    )


def _levels(steps: Iterable[Step]) -> dict[str, float]:
    levels: dict[str, float] = {}
    for step in steps:
        for phrase in step.words:
            levels.setdefault(phrase, step.level)
    return levels


def _forms(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The irregular forms of words, but for nouns of those who hold views: a speaker is nothing that was spoken."""
    return {word: tuple(form for form in forms if form not in lexicon.holders) for word, forms in lexicon.forms.items()}


def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.common)


def built_in_levels(language: str) -> Mapping[str, int]:
    """The levels of the built-in scale of how many, in whole numbers, for the `strength` of blocks; 0 for phrases, such
    as "it was", by which a report does not say who held a view.
    """
    lexicon = lexicon_for(language)
    if lexicon is None:
        return {}
    unsaid = dict.fromkeys(lexicon.unattributed, 0)
    return unsaid | {word: round(level) for word, level in _levels(lexicon.scales.how_many).items()}
