"""Who does what: the subject that a text gives a verb, and whoever has it in another text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from itertools import islice
from typing import NamedTuple

from briefs.text.readings import Reading

_BEFORE = 2
"""A subject is one of so many words with content in front of its verb."""


class OtherSubject(NamedTuple):
    """A subject in a form, and that of the same verb in its passage."""

    said: int
    given: int


def other_subjects(
    form: Reading, passage: Reading, sort: Callable[[Reading, int], str], speakers: Set[str], agents: Set[str]
) -> Iterator[OtherSubject]:
    """The subjects of `form` that are not of the `speakers`, whose verb only these have in `passage`.

    `sort` gives what kind of actor a word is for; verbs that one of `agents` ("by") follows have no subject that acts.
    """
    for index in form.contentful:
        mine = sort(form, index)
        if not mine or mine in speakers:
            continue
        verb = _verb_behind(form, index)
        if verb is None or _is_passive(form, verb, agents):
            continue
        places = [one for one in passage.contentful if passage.tokens[one].key == form.tokens[verb].key]
        subjects = [_subject(passage, place, sort) for place in places if not _is_passive(passage, place, agents)]
        known = [one for one in subjects if one is not None and sort(passage, one) in speakers]
        if known and len(known) == len(subjects):
            yield OtherSubject(index, known[0])


def _verb_behind(reading: Reading, index: int) -> int | None:
    """The word with content right behind another one, with nothing but a short word between."""
    verb = next(reading.after(index), None)
    if verb is None or verb - index > _BEFORE + 1:
        return None
    between = reading.tokens[index + 1 : verb]
    return None if any(token.is_mark or token.lower in _JOINING for token in between) else verb


def _subject(reading: Reading, verb: int, sort: Callable[[Reading, int], str]) -> int | None:
    """The word for those who act in front of a verb, if only adverbs and the like stand between."""
    for one in islice(reading.before(verb), _BEFORE):
        if sort(reading, one):
            between = {token.lower for token in reading.tokens[one + 1 : verb]}
            return None if between & _BEGINNING else one
    return None


def _is_passive(reading: Reading, verb: int, agents: Set[str]) -> bool:
    return any(token.lower in agents for token in reading.tokens[verb + 1 : verb + 2])


_JOINING = frozenset(("and", "or", "of", "in", "on", "for", "to", "with", "by", "from", "as", "at", "than"))
_BEGINNING = frozenset((*_JOINING, "that", "the", "a", "an", "which", ","))
