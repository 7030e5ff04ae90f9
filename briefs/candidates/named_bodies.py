"""The bodies that a report names: agencies, councils, funds and the like, with the acronyms that it introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefs.candidates.phrase_finder import phrase_pattern

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GAP = re.compile(r"[ \u00a0]|[ \u00a0]?[’'][ \u00a0]?")
_FEWEST_WORDS = 2
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body: its `name`, the `acronym` that stands for it, if any, and how many sentences name it."""

    name: str
    acronym: str
    mentions: int


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words for bodies, those that may stand within their names, and those of these that also join two names."""

    heads: tuple[str, ...]
    small: tuple[str, ...]
    joining: tuple[str, ...]


def named_bodies(texts: Iterable[str], words: BodyWords, acronyms: Mapping[str, str]) -> list[NamedBody]:
    """The bodies in `texts`, the most often named first: names in capitals that have a word for bodies in them.

    `acronyms` give what each stands for.
    """
    by_name: Counter[str] = Counter()
    by_acronym: Counter[str] = Counter()
    finder = _acronym_pattern(tuple(sorted(acronyms)))
    for text in texts:
        by_name.update({_folded(name) for name in names_in(text, words)})
        by_acronym.update({found[0] for found in finder.finditer(text)})
    head = phrase_pattern(words.heads)
    counted: dict[str, NamedBody] = {}
    for acronym, name in acronyms.items():
        if head.search(name):
            key = _folded(name)
            counted[key] = NamedBody(name, acronym, by_acronym[acronym] + by_name[key])
    for key, count in by_name.items():
        if key not in counted:
            counted[key] = NamedBody(key, "", count)
    return sorted(counted.values(), key=lambda one: -one.mentions)


def names_in(text: str, words: BodyWords) -> Iterator[str]:
    """The names of bodies in `text`: two words or more in capitals, with small ones between them."""
    head = phrase_pattern(words.heads)
    if not head.search(text):
        return
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        is_small = word[0].lower() in words.small
        touches = bool(run) and _GAP.fullmatch(text[run[-1].end() : word.start()]) is not None
        begins_another = is_small and bool(run) and run[-1][0].lower() in words.joining
        is_part = word[0][0].isupper() or (is_small and not begins_another)
        if run and not (touches and is_part):
            yield from _name(run, text, head, words)
            run = []
        if len(run) < _MOST_WORDS and (word[0][0].isupper() or run):
            run.append(word)
    yield from _name(run, text, head, words)


def _name(run: list[re.Match[str]], text: str, head: re.Pattern[str], words: BodyWords) -> Iterator[str]:
    """The name that a run of words is, without small words around it, and without the word with which the text begins
    if only a small one follows it ("If the Department")."""
    if len(run) > 1 and not run[0].start() and run[1][0].lower() in words.small and not head.fullmatch(run[0][0]):
        run = run[1:]
    while run and not run[-1][0][0].isupper():
        run = run[:-1]
    while run and run[0][0].lower() in words.small:
        run = run[1:]
    if len(run) >= _FEWEST_WORDS and head.search(name := text[run[0].start() : run[-1].end()]):
        yield name


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@lru_cache(maxsize=4)
def _acronym_pattern(acronyms: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(acronyms, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)" if names else "(?!)")
