"""Finding in a text what shows who spoke: names of participants, and what they are or stand for (Chatham House Rule).

Only the list of participants and the words of a language are used. A body by itself shows nobody ("IOM and UNHCR are
involved"), nor do many people ("agency heads"): somebody is shown by a singular speaker from there, or by one of whom
the text says what this person thinks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from briefs.model.lexicon import People
from briefs.model.participant import Participant

_NOTHING = "(?!)"
_WORD = re.compile(r"\w+")
_MAYBE_INITIALS = re.compile(r"\.\s?.\.", re.DOTALL)
"""The end of anybody's initials. To look for those of all participants takes fifty times as long."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_NATIONALITY = r"[A-Z][a-z]+(?:ish|ese|an|ch|ss|eek|ine|li|ri|ni|ic)"
"""Adjectives such as "Swiss" and "Mexican"; what follows decides whether somebody is meant."""
_WORDS = r"(?:[\w'’-]+\s+)"
_ADVERB = r"(?:\w+ly\s+|also\s+|then\s+|even\s+|who\s+|had\s+|has\s+|who\s+had\s+)?"
_ASIDE = r"(?:\s*,[^.;:,]{1,60},|\s*\([^)]{1,60}\))?"


class Shown(NamedTuple):
    """A place in a text that shows who spoke: by a name, or by what this person is or stands for."""

    start: int
    end: int
    by: Literal["name", "affiliation"]


@dataclass(frozen=True)
class AffiliationPattern:
    """A pattern for somebody who is shown by an affiliation, in a text that has one of `words` in small letters.

    It is long, and only made ready for the first text that has what the short expression `part` of it finds.
    """

    words: frozenset[str]
    part: str
    expression: str

    def found_in(self, text: str, words: Set[str]) -> Iterator[re.Match[str]]:
        """What the pattern finds in `text`, which has these `words` in small letters."""
        if self.words.isdisjoint(words) or self._part.search(text) is None:
            return iter(())
        return self._whole.finditer(text)

    @cached_property
    def _part(self) -> re.Pattern[str]:
        return re.compile(self.part)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.expression)


@dataclass(frozen=True, slots=True)
class SpeakerPatterns:
    """What shows who spoke, as patterns. A text that has none of `name_words` has no name but by `initials`."""

    names: tuple[re.Pattern[str], ...]
    initials: re.Pattern[str]
    affiliations: tuple[AffiliationPattern, ...]
    name_words: frozenset[str]


def speaker_patterns(
    names: tuple[str, ...], participants: tuple[Participant, ...], people: People
) -> SpeakerPatterns | None:
    """The patterns for a list of participants; None if there is nobody to be shown.

    `names` are found wherever they stand; given names only in pairs, after a title, or before what somebody said.
    """
    if not names and not participants:
        return None
    return SpeakerPatterns(
        _name_patterns(names, participants, people),
        _initials_pattern(participants, people),
        _affiliation_patterns(participants, people) if participants else (),
        frozenset(
            word for name in (*names, *(given for one in participants for given in one.given)) for word in _split(name)
        ),
    )


def people_shown(text: str, patterns: SpeakerPatterns, by_names_only: bool = False) -> Iterator[Shown]:
    """Each place in `text` that shows who spoke, or only those that do `by_names_only`, names first. Accents do not
    count."""
    plain = folded(text)
    words = _WORD.findall(plain)
    by_names = () if patterns.name_words.isdisjoint(words) else patterns.names
    if _MAYBE_INITIALS.search(plain):
        by_names = (*by_names, patterns.initials)
    for pattern in by_names:
        yield from (Shown(*found.span(), "name") for found in pattern.finditer(plain))
    if not by_names_only:
        lower = {word.lower() for word in words}
        for one in patterns.affiliations:
            yield from (Shown(*found.span(), "affiliation") for found in one.found_in(plain, lower))


def folded(text: str) -> str:
    """`text` without accents and with plain spaces and apostrophes, character for character."""
    return text if text.isascii() else _BEYOND_ASCII.sub(lambda found: found[0].translate(_BARE), text)


class _Bare(dict[int, str]):
    """What each character is folded to, found once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = "".join(one for one in unicodedata.normalize("NFKD", character) if unicodedata.category(one)[0] != "M")
        self[code] = base if len(base) == 1 else character
        return self[code]


_BARE = _Bare({ord("\u00a0"): " ", ord("\u202f"): " ", ord("‘"): "'", ord("’"): "'", ord("ʼ"): "'"})


def _split(phrase: str) -> list[str]:
    return _WORD.findall(folded(phrase))


def _any(words: Iterable[str]) -> str:
    """A pattern for each of `words`, the longest first; one that matches nothing without any."""
    listed = sorted(dict.fromkeys(map(folded, words)), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed) or _NOTHING


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for phrase in phrases for word in _split(phrase)[:1])


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(_whole_word(pattern))


def _whole_word(pattern: str) -> str:
    return rf"(?<!\w)(?:{pattern})(?!\w)"


def _name_patterns(
    names: tuple[str, ...], participants: tuple[Participant, ...], people: People
) -> tuple[re.Pattern[str], ...]:
    given = {name for one in participants for name in one.given if len(name) > 2 and name.lower() not in people.titles}
    pairs = {
        f"{first} {second}"
        for one in participants
        for first, second in zip(one.given, one.given[1:], strict=False)
        if {first, second} <= given
    }
    saying = _any(people.saying)
    titles = _any((*people.titles, *people.roles))
    return (
        _whole(_any(names)),
        _whole(_any(pairs)),
        _whole(rf"(?i:{titles})\.?\s+(?:{_any(given)})(?!\s+[A-Z][a-z])"),
        _whole(rf"(?:{_any(given)})(?={_ASIDE}\s+{_ADVERB}(?:{saying})\b)"),
    )


def _initials_pattern(participants: tuple[Participant, ...], people: People) -> re.Pattern[str]:
    """Initials before what somebody said, or in brackets."""
    initials = {(one.given[0][0], one.surname[0]) for one in participants if one.given and one.surname}
    letters = "|".join(rf"{re.escape(a)}\.\s?{re.escape(b)}\." for a, b in sorted(initials)) or _NOTHING
    return re.compile(rf"(?<![\w.])(?:{letters})(?=\s+{_ADVERB}(?:{_any(people.saying)})\b)|\((?:{letters})\)")


def _affiliation_patterns(participants: tuple[Participant, ...], people: People) -> tuple[AffiliationPattern, ...]:
    bodies = _any(body for one in participants for body in one.bodies)
    kinds, roles, speakers = _any(people.bodies), _any(people.roles), _any(people.speakers)
    if _NOTHING in (roles, speakers):
        return ()
    one, links, saying = _any(people.one), _any(people.links), _any(people.saying)
    views, source = _any(people.views), _any(people.source)
    body = rf"(?:{bodies}|(?i:{kinds}))"
    adjective = rf"(?:{bodies}|{_NATIONALITY}|(?i:{kinds}))(?:'s)?"

    def from_there(noun: str, before: str = "") -> str:
        """Somebody, and behind that where from: "an official of the ILO"."""
        return rf"{before}(?i:{noun})(?:\s+[A-Z][\w-]+)*\s+(?:{links})\s+{_WORDS}{{0,3}}?{body}"

    def of_there(noun: str) -> str:
        """Somebody, and before that where from: "the Swiss delegate"."""
        return rf"(?i:{one})\s+{_WORDS}{{0,2}}?{adjective}\s+{_WORDS}{{0,2}}?(?:{noun})"

    started = rf"(?i:{one})\s+{_WORDS}{{0,3}}?"
    anybody = rf"{roles}|{speakers}"
    positions = {one.position.partition(",")[0].lower() for one in participants if one.position}
    held = _any(role for role in people.roles if any(position.startswith(role) for position in positions))
    phrase = rf"(?:{from_there(anybody)}|{of_there(anybody)}|{started}(?i:{held}))"
    titled = _any(one.position for one in participants if " " in one.position)
    says = rf"(?={_ASIDE}\s+{_ADVERB}(?:{saying})\b)"
    someone = rf"(?:{phrase}|(?i:the|our|its)\s+(?:{titled})|{bodies})"
    alone = rf"(?:^|[–—]\s*)(?:{started})?(?:{from_there(anybody)}|{adjective}\s+(?:{anybody}))\s*(?:$|:\s*[“\"'])"
    linked, said_by = rf"(?i:{speakers})(?:\s+[A-Z][\w-]+)*\s+(?:{links})\s", rf"(?:{saying})\s+by\s+"
    of_views, viewed = rf"(?i:{views})\s+of\s+", rf"'s?\s+(?:\w+\s+)?(?:{views})"
    the = r"(?:(?i:the)\s+)?"
    listed = (
        (people.speakers, linked, _whole_word(from_there(speakers, started))),
        (people.speakers, "", _whole_word(of_there(speakers))),
        (people.saying, "", _whole_word(rf"(?:{phrase}|{titled}|{bodies}){says}")),
        (people.source, rf"(?i:{source})\s+", _whole_word(rf"(?i:{source})\s+{the}{someone}")),
        (people.saying, said_by, _whole_word(rf"{said_by}{the}{someone}")),
        (people.views, of_views, _whole_word(rf"{of_views}{the}{someone}")),
        (people.views, viewed, _whole_word(rf"{someone}{viewed}")),
        ((*people.roles, *people.speakers), "", alone),
    )
    return tuple(AffiliationPattern(_first_words(words), part, whole) for words, part, whole in listed)
