"""The rules of wording for a report: how strong its words are, and what must not be printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from briefs.model.participant import Participant
from briefs.model.same_object import Same
from briefs.model.typesetting import plain


@dataclass(frozen=True, slots=True)
class WordingRules:
    """`strengths`: phrases by which the report says how many held a view, with their level (1 one … 7 all). Those of
    the language (`built_in`) count besides, where the report does not name them.

    `guarded`: words that an edited form may use only if its passage has them or its strength reaches the level.
    `never_print` phrases, `names` (surnames, case kept) and `relative_dates` must not occur in a brief.
    `language` is the BCP 47 tag of the briefs. `common_acronyms` need no expansion. `known_names` are capitalized words
    that house style uses for others in the report; an edited form must not contain any other name unless its passage
    does. The names `of_the_report`, its title and issuer, may be in the sentence on what briefs summarize.
    `equivalents` are words that may stand for a word of the report, by that word (`wording` in report.yaml); `aliases`
    are names that stand for others of the report, such as "Forum" for "GFMD". `participants` are the people whose
    `names` these are.
    """

    strengths: Mapping[str, int]
    guarded: Mapping[str, int]
    never_print: tuple[str, ...] = ()
    relative_dates: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    common_acronyms: tuple[str, ...] = ()
    known_names: tuple[str, ...] = ()
    of_the_report: tuple[str, ...] = ()
    language: str = "en"
    equivalents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    built_in: Mapping[str, int] = field(default_factory=dict)
    participants: tuple[Participant, ...] = ()
    name_rows: frozenset[str] = frozenset()

    def level(self, words: str) -> int | None:
        """The level of `words` such as "a number of participants": that of their longest phrase; None without one."""
        return _level(words, Same(self.built_in), Same(self.strengths)) if words else None


@lru_cache(maxsize=1024)  # many blocks name the same
def _level(words: str, built_in: Same[Mapping[str, int]], strengths: Same[Mapping[str, int]]) -> int | None:
    text = plain(words).lower()
    near = [one for one in _levels(built_in, strengths) if one[1] in text]
    found = [(phrase, level) for phrase, lower, level in near if re.search(rf"\b{re.escape(lower)}\b", text)]
    return max(found, key=lambda one: len(one[0]))[1] if found else None


@lru_cache(maxsize=8)
def _levels(built_in: Same[Mapping[str, int]], strengths: Same[Mapping[str, int]]) -> tuple[tuple[str, str, int], ...]:
    """The phrases of a language and of a report, as they are written and in small letters, each with its level."""
    return tuple((phrase, phrase.lower(), level) for phrase, level in {**built_in.value, **strengths.value}.items())
