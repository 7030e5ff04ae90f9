"""Which words stand for one another: by their stem, spelling, family and hyphens, and as lexicon and report say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from briefs.check.written_ways import parts, written_ways
from briefs.model.lexicon import Lexicon
from briefs.model.typesetting import plain
from briefs.text.families import same_family, spelled
from briefs.text.stems import stem
from briefs.text.words import lower_words_of, words_of

T = TypeVar("T")

_MOST_TEXTS = 500
_BUCKET = 4
"""Words of one family begin with so many letters that are the same."""
_BREAK = "\u00b6"
"""Stands between the parts of a passage, and is no part of a word."""


class Facts(NamedTuple):
    """What is known about a word: the key of the word that it is a form of, all its keys, and the groups of equivalents
    that have it.
    """

    key: str
    keys: frozenset[str]
    groups: frozenset[int]


class _Part(NamedTuple):
    """What a part of a passage supports: its words, in all the ways in which their hyphens may be written, their keys,
    and the groups of equivalents that have them. `run` are the keys in order.
    """

    words: frozenset[str]
    keys: frozenset[str]
    groups: frozenset[int]
    run: str


@dataclass(frozen=True)
class Supported:
    """What the words of a passage support.

    `keys` are keys of its words and their parts, `words` are these themselves, `groups` the groups of equivalents of
    which it has one. `denials` says whether it has a "not" or the like.
    """

    keys: frozenset[str]
    words: frozenset[str]
    groups: frozenset[int]
    denials: bool = False

    @cached_property
    def families(self) -> Mapping[str, Sequence[str]]:
        """Its words by their first letters."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word[:_BUCKET], []).append(word)
        return found


def _make_room(known: dict[str, T]) -> None:
    """Forget what is known of texts if there are too many of them: a long report has more than memory has room for."""
    if len(known) >= _MOST_TEXTS:
        known.clear()


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of a `lexicon` and the `declared` equivalents of a report, for comparing words with a passage.

    A key is what the forms of a word have in common: its stem, as it is spelled in one place.
    """

    lexicon: Lexicon
    declared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _facts: dict[str, Facts] = field(default_factory=dict)
    _supported: dict[str, Supported] = field(default_factory=dict)
    _parts: dict[str, _Part] = field(default_factory=dict)
    _runs: dict[str, list[str]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _stems: dict[str, str] = field(default_factory=dict)
    _buckets: dict[str, Mapping[str, Sequence[tuple[str, int]]]] = field(default_factory=dict)
    _keys: dict[str, frozenset[str]] = field(default_factory=dict)

    def with_declared(self, declared: Mapping[str, tuple[str, ...]]) -> Vocabulary:
        """The same words with the equivalents of a report. What does not depend on these is known to both."""
        return Vocabulary(self.lexicon, declared, _stems=self._stems, _runs=self._runs, _texts=self._texts)

    @cached_property
    def degrees(self) -> frozenset[str]:
        """Words that say how much, or how clearly."""
        return frozenset(self.lexicon.degrees)

    @cached_property
    def acts(self) -> frozenset[str]:
        """The keys of words for what kind of act something was."""
        return frozenset(
            key for step in self.lexicon.scales.kind_of_act for word in step.words for key in self.facts(word).keys
        )

    @cached_property
    def free_phrases(self) -> tuple[str, ...]:
        """The phrases that any wording may add."""
        return tuple(phrase for phrase in self.lexicon.free if " " in phrase)

    @cached_property
    def _endings(self) -> frozenset[str]:
        return frozenset(self.lexicon.endings)

    @cached_property
    def _lemmas(self) -> Mapping[str, frozenset[str]]:
        """By the key of a word: the keys of the words of which it is an irregular form."""
        found: dict[str, set[str]] = {}
        for lemma, forms in self.lexicon.forms.items():
            for form in (lemma, *forms):
                found.setdefault(self._key(form), set()).add(self._key(lemma))
        return {form: frozenset(lemmas) for form, lemmas in found.items()}

    @cached_property
    def _listed_forms(self) -> frozenset[str]:
        return frozenset(form for word, forms in self.lexicon.forms.items() for form in forms if form != word)

    @cached_property
    def _irregular_pasts(self) -> frozenset[str]:
        """Verbs in the past without the usual ending; those forms of a word that do not begin as it does."""
        return frozenset(
            form for word, forms in self.lexicon.forms.items() for form in forms if not form.startswith(word[:_BUCKET])
        )

    @cached_property
    def _denials(self) -> frozenset[str]:
        return frozenset(map(self._key, self.lexicon.negations))

    @cached_property
    def _groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups of the lexicon, then a word of the report with each that may stand for it."""
        own = [(plain(word).lower(), plain(one).lower()) for word, others in self.declared.items() for one in others]
        return (*self.lexicon.equivalents, *own)

    @cached_property
    def _words_of_groups(self) -> Mapping[str, list[tuple[str, int]]]:
        """By the first letters of a word: the words of groups that begin so, with their group."""
        found: dict[str, list[tuple[str, int]]] = {}
        for number, words in enumerate(self._groups):
            for word in words:
                if " " not in word:
                    found.setdefault(word[:_BUCKET], []).append((word, number))
        return found

    @cached_property
    def _phrases(self) -> Mapping[str, list[tuple[str, str, str, frozenset[int]]]]:
        """The phrases of groups by the key of their first word: the key of the last one, the keys of each, the phrase,
        and its groups."""
        numbers: dict[str, set[int]] = {}
        for number, words in enumerate(self._groups):
            for word in words:
                if " " in word or "-" in word:
                    numbers.setdefault(word, set()).add(number)
        found: dict[str, list[tuple[str, str, str, frozenset[int]]]] = {}
        for phrase, groups in numbers.items():
            run = self._run(phrase)
            keys = run.split()
            found.setdefault(keys[0], []).append((keys[-1], run, phrase, frozenset(groups)))
        return found

    def _key(self, word: str) -> str:
        key = self._stems.get(word)
        if key is None:
            key = self._stems[word] = stem(spelled(word, self.lexicon.spellings), self.lexicon.language)
        return key

    def _main_key(self, word: str) -> str:
        """The key of the word of which `word` is a form."""
        key = self._key(word)
        return min(self._lemmas.get(key, ()), default=key)

    def _with_key(self, key: str) -> Sequence[tuple[str, int]]:
        """The words of groups that have a key, and begin as it does, with their group."""
        bucket = key[:_BUCKET]
        found = self._buckets.get(bucket)
        if found is None:
            by_key: dict[str, list[tuple[str, int]]] = {}
            for word, number in self._words_of_groups.get(bucket, ()):
                by_key.setdefault(self._key(word), []).append((word, number))
            found = self._buckets[bucket] = by_key
        return found.get(key, ())

    def facts(self, word: str) -> Facts:
        """What is known about a word in lower case."""
        known = self._facts.get(word)
        if known is None:
            key = self._key(word)
            lemmas = self._lemmas.get(key, frozenset())
            groups: set[int] = set()
            for one in (key, *lemmas):
                groups |= {number for other, number in self._with_key(one) if self._is_for(other, key)}
            if not groups:  # "formal" has a group of its own, so it is not a form of "form" there
                near = self._words_of_groups.get(word[:_BUCKET], ())
                groups = {number for other, number in near if same_family(word, other, self._endings)}
            known = self._facts[word] = Facts(min(lemmas, default=key), lemmas | {key}, frozenset(groups))
        return known

    def _is_for(self, other: str, key: str) -> bool:
        """Whether what may stand for `other`, a word of a group, may stand for a word of its family with this key.

        If the group has a form of it, such as "leading", it is about this one, not about "leadership".
        """
        return self._key(other) == key or other not in self._listed_forms

    def _run(self, text: str) -> str:
        """The keys of the words of `text` in order, with a space around each."""
        if text not in self._texts:
            self._learn_run(text, lower_words_of(text))
        return self._texts[text]

    def _learn_run(self, text: str, words: Iterable[str]) -> None:
        _make_room(self._texts)
        keys = [key for word in words if word[0].isalnum() for key in self._runs.get(word) or self._keys_of(word)]
        self._texts[text] = f" {' '.join(keys)} "

    def _keys_of(self, word: str) -> list[str]:
        """The keys of the parts of a word in lower case."""
        if word not in self._runs:
            self._runs[word] = [self._main_key(part) for part in parts(word)]
        return self._runs[word]

    def _phrases_in(self, run: str) -> dict[str, frozenset[int]]:
        """The phrases of groups that the keys `run` have, each with its groups."""
        words = set(run.split())
        return {
            phrase: groups
            for key in words & self._phrases.keys()
            for last, keys, phrase, groups in self._phrases[key]
            if last in words and keys in run
        }

    def phrases_with_equivalents(self, text: str, supported: Supported) -> list[str]:
        """The phrases of `text` for which a passage has an equivalent."""
        return [phrase for phrase, groups in self._phrases_in(self._run(text)).items() if groups & supported.groups]

    def found(self, phrases: Iterable[str], text: str) -> frozenset[int]:
        """Where the words of `phrases` begin in `text`, wherever it has all words of one in order, in some form."""
        run = self._run(text)
        sought = [one for phrase in phrases if (one := self._run(phrase)) in run and not one.isspace()]
        if not sought:
            return frozenset()
        words = [word for word in words_of(text, self.lexicon.language) if not word.is_mark]
        keys = [self._keys_of(word.lower) for word in words]
        begins: set[int] = set()
        for wanted in map(str.split, sought):
            for at in (at for at, first in enumerate(keys) if not first or first[0] == wanted[0]):
                end, own = at, list[str]()
                while len(own) < len(wanted) and end < len(words):
                    own, end = [*own, *keys[end]], end + 1
                if own == wanted:
                    begins |= {word.start for word in words[at:end]}
        return frozenset(begins)

    def supported(self, passage: str) -> Supported:
        """What `passage`, which is `plain`, supports."""
        if passage not in self._supported:
            _make_room(self._supported)
            several = [self._part(one) for one in passage.split(_BREAK)]
            keys = frozenset[str]().union(*(one.keys for one in several))
            words = frozenset[str]().union(*(one.words for one in several))
            phrases = self._phrases_in(f" {' '.join(one.run for one in several if one.run)} ")
            groups = frozenset[int]().union(*(one.groups for one in several), *phrases.values())
            self._supported[passage] = Supported(keys, words, groups, not keys.isdisjoint(self._denials))
        return self._supported[passage]

    def _part(self, text: str) -> _Part:
        """What a part of a passage supports; many passages have the same."""
        if text not in self._parts:
            _make_room(self._parts)
            in_order = lower_words_of(text)
            words: set[str] = set()
            for word in set(in_order):
                words.update(written_ways(word) if "-" in word or "'" in word else (word,))
            known = [self._facts.get(word) or self.facts(word) for word in words]
            keys = frozenset[str]().union(*[one.keys for one in known])
            groups = frozenset[int]().union(*[one.groups for one in known if one.groups])
            if text not in self._texts:
                self._learn_run(text, in_order)
            self._parts[text] = _Part(frozenset(words), keys, groups, self._texts[text].strip())
        return self._parts[text]

    def keys_in(self, passage: str) -> frozenset[str]:
        """The keys of the words of `passage`, which is `plain`, some of those that it supports: quickly found."""
        known = self._keys.get(passage)
        if known is None:
            several = passage.split(_BREAK) if _BREAK in passage else ()
            found = frozenset[str]().union(*map(self.keys_in, several)) if several else self._keys_of_part(passage)
            _make_room(self._keys)
            known = self._keys[passage] = found
        return known

    def _keys_of_part(self, text: str) -> frozenset[str]:
        stems, key = self._stems, self._key
        words = {word.removesuffix("'s").removesuffix("'") for word in lower_words_of(text)}
        return frozenset([stems.get(word) or key(word) for word in words])

    def is_among(self, word: str, keys: frozenset[str]) -> bool:
        """Whether a `bare` word in lower case has one of the `keys` of a passage: then the passage surely has it."""
        return (self._stems.get(word) or self._key(word)) in keys

    def has(self, word: str, supported: Supported) -> bool:
        """Whether a passage has a word in lower case, in some form, or an equivalent of it."""
        facts = self.facts(word)
        if not facts.keys.isdisjoint(supported.keys) or not facts.groups.isdisjoint(supported.groups):
            return True
        return any(same_family(word, other, self._endings) for other in supported.families.get(word[:_BUCKET], ()))

    def is_told(self, word: str) -> bool:
        """Whether a word in lower case is a verb in the past, as acts are told; if no endings are known, any may be."""
        endings = self.lexicon.past
        return not endings or word.endswith(endings) or word in self._irregular_pasts

    def times(self, word: str, passage: str) -> int:
        """How many words of a passage, or parts of words with hyphens, are a word in lower case in some form."""
        facts = self.facts(word)
        words = (other for other in lower_words_of(passage) if other[0].isalnum())
        said = (one for other in words for one in ((other, *parts(other)) if "-" in other else (other,)))
        return sum(
            not facts.keys.isdisjoint(self.facts(one).keys) or same_family(word, one, self._endings) for one in said
        )

    def denies(self, word: str, supported: Supported) -> bool:
        """Whether a passage denies what `word` denies by its beginning: "not clear" for "unclear"."""
        return supported.denials and any(
            self.has(word.removeprefix(begin).lstrip("-"), supported)
            for begin in self.lexicon.denying
            if word.startswith(begin) and len(word) >= len(begin) + _BUCKET
        )
