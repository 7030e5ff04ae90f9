"""What the passage of some wording says besides its own words: names for others, labels of the block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from briefs.check.participant_groups import names_of
from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import stands_in
from briefs.model.block import About, BlockBase
from briefs.model.same_object import Same
from briefs.model.typesetting import plain

_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_WORD = re.compile(r"\w+")
_BREAK = " \u00b6 "
_LONGEST_KEPT = 50_000
"""Of what is found in longer texts, such as a whole report, only the latest is kept: the texts are kept with it."""
_LABELS = ("lead", "term", "name", "title", "question", "point")
"""Fields with labels, which wording of the block may take up as far as its passages have their words."""


def supporting_text(wording: WordingToCheck) -> str:
    """The passage of `wording`, the participants that it counts, and what it says is absent; for the sentence on what
    briefs summarize also the report's title and issuer.
    """
    block = wording.drawn.block
    own = wording.rules.of_the_report if isinstance(block, About) else absent_words(block)
    return joined((wording.passage, names_of(wording.groups), *map(plain, own)))


def absent_words(block: BlockBase | About) -> tuple[str, ...]:
    """What a block says is not in the report: the words of the searches that show it."""
    searches = (block.absent or ()) if isinstance(block, BlockBase) else ()
    return tuple(word for search in searches for word in search.words)


def names_for(wording: WordingToCheck) -> tuple[str, ...]:
    """The names that `wording` may use for others in its passage."""
    return tuple(standing_for(wording.passage, wording.expansions, wording.rules.aliases))


def labels_of(wording: WordingToCheck) -> str:
    """The labels of the block of `wording`, but for the one that is looked at."""
    block = wording.drawn.block
    return plain(joined(str(getattr(block, name, "") or "") for name in _LABELS if name != wording.field))


def standing_for(passage: str, expansions: Mapping[str, str], aliases: Mapping[str, str]) -> list[str]:
    """The names that may stand for those in `passage`: what its acronyms stand for, acronyms of what it spells out, and
    aliases of either.
    """
    find = _standing_for if len(passage) <= _LONGEST_KEPT else _standing_for_much
    return list(find(passage, Same(expansions), Same(aliases)))


@lru_cache(maxsize=4096)
def _standing_for(
    passage: str, by_acronym: Same[Mapping[str, str]], by_alias: Same[Mapping[str, str]]
) -> tuple[str, ...]:
    acronyms, aliases = _sought(by_acronym, by_alias)
    lower = passage.lower()
    words = frozenset(_WORD.findall(lower))
    found = [*_acronyms_in(passage, lower, words, acronyms)]
    known = joined((lower, *found)).lower()
    words = words.union(*(_WORD.findall(one.lower()) for one in found))
    found += [alias for alias, names in aliases if any(name.is_in(known, words) for name in names)]
    return tuple(found)


_standing_for_much = lru_cache(maxsize=2)(_standing_for.__wrapped__)
"""The own words of one brief are held against the same long text, one after another."""


class _Name:
    """A name as it is looked for, in capitals or not: in small letters, and the words with which it may begin."""

    __slots__ = ("_begins", "_lower")

    def __init__(self, name: str) -> None:
        self._lower = name.lower()
        first = _WORD.match(self._lower)
        self._begins = (first[0], f"{first[0]}s") if first else ()

    def is_in(self, lower: str, words: frozenset[str]) -> bool:
        """Whether a text in small letters, which has these words, has the name as whole words."""
        if not self._lower or (self._begins and words.isdisjoint(self._begins)):
            return False
        return stands_in(lower, self._lower, ("s", "'s"))


@lru_cache(maxsize=16)
def _sought(
    by_acronym: Same[Mapping[str, str]], by_alias: Same[Mapping[str, str]]
) -> tuple[tuple[tuple[str, str, _Name], ...], tuple[tuple[str, tuple[_Name, ...]], ...]]:
    """Each acronym with what it stands for, and each alias with the names in what it stands for."""
    return (
        tuple((acronym, expansion, _Name(plain(expansion))) for acronym, expansion in by_acronym.value.items()),
        tuple((alias, tuple(map(_Name, names_in(entity)))) for alias, entity in by_alias.value.items()),
    )


@lru_cache(maxsize=4096)
def names_in(entity: str) -> tuple[str, ...]:
    """The names in what an alias stands for: "World Trade Organization (WTO)" is also called "WTO". Semicolons stand
    between several that it may stand for."""
    return tuple(name for one in plain(entity).split(";") for name in _names_of(one.strip()))


def _names_of(entity: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((entity, _BRACKETED.sub("", entity), *_BRACKETED.findall(entity))))


def _acronyms_in(
    passage: str, lower: str, lower_words: frozenset[str], acronyms: Iterable[tuple[str, str, _Name]]
) -> Iterator[str]:
    words = set(_WORD.findall(passage))
    for acronym, expansion, name in acronyms:
        if _WORD.fullmatch(acronym):
            has_acronym = acronym in words or f"{acronym}s" in words
        else:
            has_acronym = bool(acronym) and stands_in(passage, acronym, ("s",))
        if has_acronym:
            yield expansion
        elif name.is_in(lower, lower_words):
            yield acronym


def joined(texts: Iterable[str]) -> str:
    """`texts` in one, so that no phrase goes from one to the next."""
    return _BREAK.join(filter(None, texts))
