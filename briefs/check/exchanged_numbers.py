"""Numbers of a passage that edited wording gives to other things, or to the groups of participants in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from briefs.check.sense_words import SenseWords, sense_words
from briefs.check.subjects import WordingToCheck
from briefs.model.block import ParticipantGroup
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.text.exchanges import exchanges
from briefs.text.opposition import occurrences
from briefs.text.quantities import quantities
from briefs.text.readings import Reading


def check_exchanged_numbers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each number that the passage gives of something else, and if counts of groups are not in order."""
    words = sense_words(wording.rules, wording.acronyms)
    if words is None:
        return
    for said, given in numbers_exchanged(words.read(wording.text), words.read(wording.passage), words):
        message = f'{wording.owner} says "{said}", but its passage says "{given}"'
        yield Fault("number-exchanged", message, "give each number to what the passage counts").at(wording.place)
    if (number := _not_counted(wording)) is not None:
        message = f'{wording.owner} says "{number}", but its block counts something else'
        yield Fault("number-exchanged", message, "give the `count` of those that it is about").at(wording.place)
    if wording.groups and (number := out_of_order(wording.text, wording.passage, wording.groups)):
        message = f"{wording.owner} gives {number} out of the order of the groups that its block counts"
        hint = "name the groups in the order of counts, each with its own number"
        yield Fault("number-exchanged", message, hint).at(wording.place)


def numbers_exchanged(form: Reading, passage: Reading, words: SenseWords) -> Iterator[tuple[str, str]]:
    """Numbers of `form` in whose place `passage` has another, and has them of something else: the words of both."""
    values = _values(words.vocabulary.language)
    stated = list(_counted(form, values))
    counted = list(_counted(passage, values)) if stated else []
    known = {value for _, value, _ in counted}
    found: set[int] = set()
    for index, value, thing in stated:
        others = [(place, other) for place, other, its_thing in counted if its_thing == thing]
        if thing and value in known and others and value not in {other for _, other in others}:
            found.add(index)
            yield _in_context(form, index), _in_context(passage, others[0][0])
    yield from _sides_exchanged(form, passage, words)
    by_place = {place: value for place, value, _ in counted}
    said = {index: value for index, value, _ in stated}
    for one in exchanges(form, passage) if said and by_place else ():
        mine, theirs = said.get(one.said), by_place.get(one.given)
        if mine in known and theirs is not None and mine != theirs and one.is_apart and one.said not in found:
            yield _in_context(form, one.said), _in_context(passage, one.given)


def _not_counted(wording: WordingToCheck) -> str | None:
    """The first number in the wording about some of a group's participants that is neither their count nor its."""
    block = wording.drawn.block
    if wording.field != "including" or not isinstance(block, ParticipantGroup) or block.including is None:
        return None
    counted = {float(block.count), float(block.including.count)}
    found = quantities(wording.text, wording.rules.language)
    return next((one.number for one in found if one.values and counted.isdisjoint(one.values)), None)


def _sides_exchanged(form: Reading, passage: Reading, words: SenseWords) -> Iterator[tuple[str, str]]:
    """Numbers on the two sides of "rather than" that stand there the other way round in the passage."""
    stated = list(_on_sides(form, words))
    given = list(_on_sides(passage, words)) if stated else []
    for said, before, behind in stated:
        same = any(before & one and behind & other for _, one, other in given)
        turned = [its for its, one, other in given if before & other and behind & one]
        if turned and not same:
            yield said, turned[0]


def _on_sides(reading: Reading, words: SenseWords) -> Iterator[tuple[str, frozenset[float], frozenset[float]]]:
    """For each "rather than" with numbers on both sides, its text with them, the nearest values before, and behind."""
    for first, last in occurrences(reading, _longer(words.excluding)):
        found = quantities(reading.text, words.vocabulary.language)
        here = reading.tokens[first].sentence
        tokens = [token for token in reading.tokens if token.sentence == here]
        before = [one for one in found if tokens[0].start <= one.start < reading.tokens[first].start]
        behind = [one for one in found if reading.tokens[last].end <= one.start < tokens[-1].end]
        if before and behind:
            text = reading.text[before[-1].start : behind[0].end]
            yield text, before[-1].values, behind[0].values


@lru_cache(maxsize=8)
def _longer(phrases: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The phrases of several words."""
    return tuple(phrase for phrase in phrases if len(phrase) > 1)


def _counted(reading: Reading, values: Mapping[str, tuple[int, str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The numbers of a text with their values and what they count: the word behind, or the one before in "ferries in
    2010" with what joins the two. Parts of "2.5" count nothing.
    """
    if values.keys().isdisjoint(reading.places) and not _DIGIT.search(reading.text):
        return
    for index, token in enumerate(reading.tokens):
        if not ((is_digits := token.lower.isdecimal()) or token.lower in values):
            continue
        value, sort = (int(token.lower), "a number") if is_digits else values[token.lower]
        if not sort or _PART.match(reading.text, token.end) or _PART.match(reading.text, max(0, token.start - 1)):
            continue
        behind, before = next(reading.after(index), None), next(reading.before(index), None)
        sort = "a year" if token.lower.isdecimal() and value in _YEARS else sort
        if behind is not None:
            yield index, value, (sort, *_small(reading, index, behind), reading.tokens[behind].key)
        elif before is not None and (joint := _small(reading, before, index)):
            yield index, value, (sort, reading.tokens[before].key, *joint)
        else:
            yield index, value, ()


def _small(reading: Reading, first: int, last: int) -> tuple[str, ...]:
    """The words between two with content."""
    return tuple(token.lower for token in reading.tokens[first + 1 : last] if not token.is_mark)


def out_of_order(text: str, passage: str, groups: Sequence[ParticipantGroup]) -> str:
    """The first number in `text` that is a count of groups, singly or together, but not of those after the last one
    counted; empty if there is none. Numbers of the passage count something else.
    """
    known = {value for one in quantities(passage) for value in one.values}
    spans, start = _spans(groups), 0
    counted: list[ParticipantGroup] = []
    for one in quantities(text):
        (value, *others) = sorted(one.values) or [0.0]
        if others or one.kind != "number" or value in known or not value:
            continue
        parts = [group for group in counted if group.including is not None and group.including.count == value]
        if value not in spans or parts:
            counted = [group for group in counted if group not in parts]
            continue
        behind = [(end, first) for first, end in spans[value] if first >= start]
        if not behind:
            return one.number
        end, first = min(behind)
        start, counted = end, [*groups[first:end]]
    return ""


def _spans(groups: Sequence[ParticipantGroup]) -> Mapping[float, list[tuple[int, int]]]:
    """The counts of groups and of neighbours together, each with the groups that they count: the first, and the end."""
    counts = [group.count for group in groups]
    found: dict[float, list[tuple[int, int]]] = {}
    for first in range(len(counts)):
        for length, total in enumerate(accumulate(counts[first:]), 1):
            found.setdefault(float(total), []).append((first, first + length))
    return found


@cache
def _values(language: str) -> Mapping[str, tuple[int, str]]:
    """The words for numbers of a language, each with its value and its sort."""
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower(), LANGUAGE_WORDS["en"])
    ordinals = {word: (value, "an ordinal") for word, value in words.ordinals.items()}
    return {**ordinals, **{word: (value, "a number") for word, value in words.values.items()}}


def _in_context(reading: Reading, index: int) -> str:
    """A number with what it counts."""
    behind = next(reading.after(index), None)
    other = behind if behind is not None else next(reading.before(index), index)
    return reading.words(index, other)


_YEARS = range(1600, 2100)
_DIGIT = re.compile(r"\d")
_PART = re.compile(r"[.,]\d")
"""What follows the first part of a number with a point or a comma, and comes before the second."""
