"""What a comparison of two texts finds, and how it is reported for edited wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from briefs.check.sense_words import SenseWords, sense_words
from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.text.readings import Reading

DOUBT = "sense-doubtful"


class Finding(NamedTuple):
    """What a text says, what its passage says instead, the code of the mistake, and what to do about it."""

    code: str
    said: str
    given: str
    hint: str

    def fault(self, owner: str, passage: str = "its passage") -> Fault:
        """The fault that it is in a text which messages call `owner`."""
        if self.code == DOUBT:
            message = f'{owner} says "{self.said}"; {passage} says "{self.given}", which may not mean the same'
            return Fault(self.code, message, f"{self.hint}; if it is right as it is, quote it and say why in says_more")
        return Fault(self.code, f'{owner} says "{self.said}", but {passage} says "{self.given}"', self.hint)


Comparison: TypeAlias = Callable[[Reading, Reading, SenseWords], Iterator[Finding]]
"""Finds what the first of two texts says in another sense than the second."""


@lru_cache(maxsize=2500)
def compared(text: str, passage: str, words: SenseWords | None, find: Comparison) -> tuple[Finding, ...]:
    """What `find` finds in two texts, which are `plain`; nothing without `words` of their language."""
    return () if words is None else tuple(find(words.read(text), words.read(passage), words))


def diagnostics(
    wording: WordingToCheck, find: Comparison, *, doubts: bool = False, allowed: Sequence[str] = ()
) -> Iterator[Diagnostic]:
    """What `find` finds in edited wording: what it is sure of, or its `doubts`, but for words in `allowed` phrases."""
    words = sense_words(wording.rules, wording.acronyms)
    for found in compared(wording.text, wording.passage, words, find):
        is_allowed = any(has_phrase(found.said, one) or has_phrase(one, found.said) for one in allowed)
        if (found.code == DOUBT) == doubts and not is_allowed:
            yield found.fault(wording.owner).at(wording.place)
