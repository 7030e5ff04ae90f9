"""Who acts, and where: names and words for groups that edited wording has exchanged, and other words exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from briefs.check.sense_findings import DOUBT, Finding, diagnostics
from briefs.check.sense_words import SenseWords
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic
from briefs.text.exchanges import displaced, doubled, exchanges, reversed_pairs
from briefs.text.readings import Reading
from briefs.text.subjects_of_verbs import other_subjects

_OWNING = ("'s", "'")
_ACTOR = "name the one that the passage names there; if they are the same, say so in wording in report.yaml"
_WORD = "use the word that the passage has there; if one may stand for the other, say so in wording in report.yaml"


def check_changed_actors(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each actor, place or word of the wording that stands where its passage has another.

    Wording about groups of participants is left alone: it names them as the list of participants does.
    """
    if not wording.groups:
        yield from diagnostics(wording, actors_changed)


def actors_changed(form: Reading, passage: Reading, words: SenseWords) -> Iterator[Finding]:
    """The words of `form` that stand where `passage` has others of the same sort."""
    keys = passage.keys
    found: set[int] = set()
    for one in chain(exchanges(form, passage), displaced(form, passage), doubled(form, passage)):
        mine, theirs = _sort(form, one.said, words), _sort(passage, one.given, words)
        said, given = _in_context(form, one.said), _in_context(passage, one.given)
        if one.said in found or _is_done_by(form, one.said, words) != _is_done_by(passage, one.given, words):
            continue
        if words.are_synonyms(form.tokens[one.said].key, passage.tokens[one.given].key):
            continue
        if mine and theirs:
            if mine != theirs and one.is_apart:
                found.add(one.said)
                is_sure = one.is_between or one.is_alone
                yield Finding("actor-changed" if is_sure else DOUBT, said, given, _ACTOR)
        elif form.tokens[one.said].key in keys and one.is_between and one.is_far:
            found.add(one.said)
            yield Finding(DOUBT if mine or theirs else "words-exchanged", said, given, _WORD)
    subjects = other_subjects(form, passage, partial(_group, words=words), words.speakers, words.agents)
    for at, other in (*subjects, *_owners(form, passage, words)):
        if at not in found:
            found.add(at)
            yield Finding("actor-changed", _in_context(form, at), _in_context(passage, other), _ACTOR)
    for before, between, behind in reversed_pairs(form, passage):
        if _sort(form, between, words):  # of a list, in another order
            continue
        mine, theirs = _sort(form, before, words), _sort(form, behind, words)
        if mine and theirs:
            said = form.words(before, behind)
            yield Finding("actor-changed", said, "the two the other way round", _ACTOR)


def _owners(form: Reading, passage: Reading, words: SenseWords) -> Iterator[tuple[int, int]]:
    """Names that act or stand alone, though the passage has them only as owners of others: "the Board's envoy"."""
    for index in form.contentful:
        token = form.tokens[index]
        if token.key not in words.acronyms:
            continue
        places = [one for one, other in enumerate(passage.tokens) if other.key == token.key]
        is_owner = form.text[token.start : token.end + 2].endswith(_OWNING)
        if not is_owner and places and _all_own(passage, places):
            yield index, next(passage.after(places[0]), places[0])


def _all_own(reading: Reading, places: Sequence[int]) -> bool:
    return all(_owns_a_name(reading, one) for one in places)


def _owns_a_name(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return not token.has_content and any(mark in reading.text[token.start : token.end + 2] for mark in _OWNING)


def _group(reading: Reading, index: int, words: SenseWords) -> str:
    """The group of a word for those who act; empty for names and other words."""
    group = words.actors.get(reading.tokens[index].lower)
    return "" if group is None else f"{group}"


def _sort(reading: Reading, index: int, words: SenseWords) -> str:
    """What kind of actor or place a word is for: its group, or its own name; empty if it is for none."""
    token = reading.tokens[index]
    if token.key in words.acronyms:
        return token.key
    group = words.actors.get(token.lower)
    if group is not None:
        return f"{group}"
    if "-" in token.lower:  # "State-led" names no State
        return ""
    is_first = index == 0 or reading.tokens[index - 1].sentence != token.sentence
    return token.key if reading.text[token.start].isupper() and not is_first else ""


def _is_done_by(reading: Reading, index: int, words: SenseWords) -> bool:
    """Whether what a word names does not act, since the verb behind it is in the passive: "officials nominated by"."""
    verb = next(reading.after(index), None)
    return verb is not None and any(token.lower in words.agents for token in reading.tokens[verb + 1 : verb + 2])


def _in_context(reading: Reading, index: int) -> str:
    """A word with its neighbours in its clause."""
    first = next(reading.before(index), index)
    return reading.words(first, next(reading.after(index), index))
