"""What checks of the sense know of the words of a language and of a report, ready to compare readings with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.passage_support import names_in
from briefs.model.grammar import grammar_for
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.lexicon import Lexicon
from briefs.model.same_object import Same, asked_again
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules
from briefs.text.denials import DenyingWords
from briefs.text.opposition import AS_WRITTEN
from briefs.text.readings import Name, Reading, Vocabulary, read
from briefs.text.stems import stem

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, eq=False, slots=True)
class SenseWords:
    """The words of one language and report by which checks compare what two texts say.

    `opposites` give the key of a word, with the number of its pair, the side on which it stands: 0 or 1. `comparisons`
    are phrases in lower case, by pair and side. `actors` give the group of a word for those who act, in lower case,
    `acronyms` the keys of names that have one. `agents` are words before those who do what a passive says
    ("by"), `speakers` the groups of actors with a word for those who hold views.
    `synonyms` give the groups of equivalent words in which a word stands, by its key. Two `little` words side by side
    say nothing that could be negated. What stands behind `causal` and `contrasting` words is affirmed; `limiting` words
    leave out everything else, `raising` ones say more. What stands behind an `excluding` phrase is put last;
    `including` ones join what is behind them. `joining` is the word for "and", `opposed_words` pairs of words that are
    opposites, as they are written; `past` are endings of verbs in the past.
    """

    vocabulary: Vocabulary
    denying: DenyingWords
    opposites: Mapping[str, tuple[tuple[int, int], ...]]
    comparisons: tuple[tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]], ...]
    relations: tuple[tuple[str, ...], ...]
    actors: Mapping[str, int]
    conditions: tuple[tuple[str, ...], ...]
    about_documents: frozenset[str]
    attributions: frozenset[str]
    acronyms: frozenset[str]
    agents: frozenset[str]
    speakers: frozenset[str]
    synonyms: Mapping[str, frozenset[int]]
    little: frozenset[str]
    causal: tuple[tuple[str, ...], ...] = ()
    limiting: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    contrasting: frozenset[str] = frozenset()
    excluding: tuple[tuple[str, ...], ...] = ()
    including: tuple[tuple[str, ...], ...] = ()
    joining: str = ""
    opposed_words: frozenset[tuple[str, str]] = frozenset()
    past: tuple[str, ...] = ()

    def are_synonyms(self, one: str, other: str) -> bool:
        """Whether two words may stand for each other, by their keys."""
        nothing: frozenset[int] = frozenset()
        return not self.synonyms.get(one, nothing).isdisjoint(self.synonyms.get(other, nothing))

    def read(self, text: str) -> Reading:
        """`text`, which is `plain`, as checks read it."""
        return read(text, self.vocabulary)


@asked_again
def sense_words(rules: WordingRules, names: Mapping[str, str] = _NO_NAMES) -> SenseWords | None:
    """The words of the language and the report of `rules`; None if there is no lexicon for the language.

    `names` are names of several words with the acronym or the name that they stand for.
    """
    return _of_rules(Same(rules), Same(names))


@lru_cache(maxsize=16)
def _of_rules(of_report: Same[WordingRules], acronyms: Same[Mapping[str, str]]) -> SenseWords | None:
    rules, names = of_report.value, acronyms.value
    equivalents = tuple(sorted((word, tuple(others)) for word, others in rules.equivalents.items()))
    known = tuple(sorted({**dict(_aliases(rules.aliases)), **names}.items()))
    return _sense_words(rules.language, equivalents, known)


def _aliases(aliases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Aliases, and the names that each stands for, all with the shortest of these, which is their acronym if any is."""
    for alias, entity in aliases.items():
        names = names_in(entity)
        shortest = min(names, key=len)
        yield from ((name, shortest) for name in (alias, *names) if name != shortest)


@lru_cache(maxsize=16)
def _sense_words(
    language: str, equivalents: tuple[tuple[str, tuple[str, ...]], ...], names: tuple[tuple[str, str], ...]
) -> SenseWords | None:
    lexicon = lexicon_for(language)
    if lexicon is None:
        return None
    groups = [(word, *others) for word, others in equivalents]
    grammar = grammar_for(language)
    common = frozenset((*lexicon.common, *(grammar.common if grammar else ()), *lexicon.light))
    vocabulary = Vocabulary(
        language,
        common - frozenset(lexicon.negations),
        MappingProxyType(_keys(groups, language)),
        MappingProxyType(
            {
                phrase: Name(stem(plain(of).lower(), language), name[:1].islower())
                for name, of in names
                for phrase in (_phrase(name), _phrase(name.replace("-", " ")))
            }
        ),
    )
    actors = {word: number for number, group in enumerate(lexicon.actors) for word in group}
    return SenseWords(
        vocabulary,
        _denying(lexicon, vocabulary),
        MappingProxyType(_opposites(lexicon, vocabulary)),
        tuple((_phrases(first), _phrases(second)) for first, second in lexicon.comparisons),
        _phrases(lexicon.relations),
        MappingProxyType(actors),
        _phrases(lexicon.conditions),
        frozenset(lexicon.about_documents),
        frozenset(_key(word, vocabulary) for word in lexicon.attributions if " " not in word),
        frozenset(name.key for name in vocabulary.names.values()),
        frozenset(lexicon.agents),
        frozenset(f"{actors[word]}" for word in lexicon.holders if word in actors),
        MappingProxyType(_synonyms(lexicon, vocabulary)),
        common - _telling(lexicon),
        causal=_phrases(lexicon.causal),
        limiting=frozenset(lexicon.limiting),
        raising=frozenset(lexicon.raising),
        contrasting=frozenset(lexicon.contrasting),
        excluding=_phrases(lexicon.excluding),
        including=_phrases(lexicon.including),
        joining=_joining(language),
        past=lexicon.past,
        opposed_words=frozenset((one, other) for pair in lexicon.opposites for one in pair[0] for other in pair[1]),
    )


def _joining(language: str) -> str:
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    return words.joining if words else ""


def _telling(lexicon: Lexicon) -> frozenset[str]:
    """Words without content that a negation turns all the same: those of relations, of how often, behind "not only"."""
    behind = (phrase.split()[-1] for phrase in lexicon.affirming if " " in phrase)
    first = (phrase.split()[0] for phrase in lexicon.relations if " " in phrase)
    return frozenset((*first, *behind, *lexicon.frequency))


def _denying(lexicon: Lexicon, vocabulary: Vocabulary) -> DenyingWords:
    return DenyingWords(
        negations=frozenset(lexicon.negations),
        affirming=frozenset(_phrases(lexicon.affirming)),
        stems=frozenset(_key(word, vocabulary) for word in lexicon.negating if " " not in word),
        phrases=tuple(_phrase(words) for words in lexicon.negating if " " in words),
        near=frozenset(_key(word, vocabulary) for word in lexicon.near_negations),
        prefixes=lexicon.denying,
        despite_prefix=frozenset(lexicon.despite_prefix),
        joined=frozenset(lexicon.joined_negations),
        language=vocabulary.language,
    )


def _keys(groups: Iterable[tuple[str, ...]], language: str) -> dict[str, str]:
    """The key of each word of `groups`, by its stem: that of the first group that has it."""
    keys: dict[str, str] = {}
    for group in groups:
        stems = [stem(word.lower(), language) for word in group if " " not in word]
        known = next((keys[one] for one in stems if one in keys), stems[0] if stems else "")
        for one in stems:
            keys.setdefault(one, known)
    return keys


def _synonyms(lexicon: Lexicon, vocabulary: Vocabulary) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(lexicon.equivalents):
        for word in group:
            if " " not in word:
                found.setdefault(_key(word, vocabulary), set()).add(number)
    return {key: frozenset(groups) for key, groups in found.items()}


def _opposites(lexicon: Lexicon, vocabulary: Vocabulary) -> dict[str, tuple[tuple[int, int], ...]]:
    """The sides of words, by their keys; as they are written, if words of both sides have one key."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, pair in enumerate(lexicon.opposites):
        first, second = ({_key(word, vocabulary) for word in words} for words in pair)
        for side, words in enumerate(pair):
            for word in words:
                key = _key(word, vocabulary)
                sides = found.setdefault(f"{AS_WRITTEN}{word}" if key in first & second else key, [])
                if (number, side) not in sides:
                    sides.append((number, side))
    return {key: tuple(sides) for key, sides in found.items()}


def _key(word: str, vocabulary: Vocabulary) -> str:
    one = stem(word.lower(), vocabulary.language)
    return vocabulary.keys.get(one, one)


def _phrase(words: str) -> tuple[str, ...]:
    return tuple(plain(words).lower().split())


def _phrases(words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(map(_phrase, words), key=lambda phrase: (-len(phrase), phrase)))
