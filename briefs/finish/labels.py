"""Labels of places in the report as printed: what several have in common is said once, and each stays together.

A label itself is plain text with plain spaces, in the words of the report stage ("VI Next steps item 3 ¶2"). It has
this form in blocks, in the record and on the command line. Only here, for printing, are these words translated into the
brief's language and the spaces replaced by spaces at which no line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from briefs.model.phrases import ENGLISH, Phrases
from briefs.model.same_object import Same
from briefs.text.roman_numbers import roman_value

_PLACE = re.compile(
    r"(?P<heading>.*?) ?(?<!\S)(?P<parent>(?:(?:list|item|table|para) [\d.]+ )*)"
    r"(?:(?P<word>list|item|row|para|picture|quotation) |¶)(?P<number>[\d.]+)"
)
_HEAD = re.compile(r"(?P<heading>.*?) ?(?<!\S)(?P<parent>table(?: \d+)?) head")
_NOTE = re.compile(r"(?P<word>fn|en) (?P<number>[^\s,]+)(?:, p\. (?P<page>.+))?")
_RUNNING_NUMBER = re.compile(r"(?P<heading>.+) (?P<number>[\d.]+)")
_WORD = re.compile("list|item|row|table|para")

UNBROKEN = 40
"""The longest label, in characters, within which no line breaks."""
_NO_BREAK = "\u00a0"

_Words = Mapping[str, tuple[str, str]]
"""The printed words for `list`, `item`, `row` and the like, in singular and plural."""


class Place(NamedTuple):
    """A label taken apart: "VI Next steps item 3 ¶2" has the heading "VI Next steps", "item 3", "¶" and "2".

    `page` is the label of the page for notes that are counted anew on each: "2" of "fn 1, p. 2".
    """

    heading: str
    parent: str
    word: str
    number: str
    page: str = ""

    @property
    def part(self) -> tuple[str, str]:
        """What stands together: places under one heading; notes, pictures and the like by their kind and page."""
        return self.heading or (self.parent or self.word).partition(" ")[0], self.page


class _Numbers(NamedTuple):
    """Places that are printed together: "items 2, 3", "item 3, ¶2", or "¶1, ¶2" of the report's text itself."""

    parent: str
    word: str
    numbers: tuple[str, ...]
    paragraphs: tuple[str, ...] = ()
    page: str = ""

    def text(self, words: _Words) -> str:
        """The places as printed with `words`."""
        listed = ", ".join(self.numbers)
        if self.word:
            listed = f"{words[self.word][len(self.numbers) > 1]} {listed}".rstrip()
        if self.page:
            listed = f"{listed}, {words['p.'][0]} {self.page}"
        parent = _WORD.sub(lambda word: words[word[0]][0], self.parent)
        return f"{parent} {', '.join((listed, *self.paragraphs))}".strip()

    @property
    def order(self) -> list[tuple[int, str]]:
        """A sort key that puts "item 10" after "items 9", whatever the language of the brief."""
        return _natural(self.text(_SINGULAR))


_SINGULAR: _Words = {word: (word, word) for word in ENGLISH.places}


def merged_labels(labels: Iterable[str], phrases: Phrases) -> str:
    """Labels as printed, grouped by heading, in the order in which the headings are first named.

    In "III Pillars ¶1, ¶2; items 1, 5; ES 7", places without a heading after a semicolon belong to the heading before.
    "item 3, ¶2" is an item and the second paragraph in it; "item 3 ¶2" is that paragraph alone.
    """
    return _merged(tuple(labels), Same(phrases))


@lru_cache(maxsize=2_000)  # each trial of a brief prints nearly the same ones
def _merged(labels: tuple[str, ...], of_language: Same[Phrases]) -> str:
    phrases = of_language.value
    parts: dict[tuple[str, str], list[Place]] = {}
    for label in dict.fromkeys(labels):
        place = parse_label(label)
        parts.setdefault(place.part, []).append(place)
    return "; ".join(text for places in parts.values() for text in _texts(places, phrases))


@lru_cache(maxsize=4_000)
def parse_label(label: str) -> Place:
    """A label taken apart; one that names no place within its heading is a heading alone."""
    if found := _NOTE.fullmatch(label):
        return Place("", "", found["word"], found["number"], found["page"] or "")
    if found := _PLACE.fullmatch(label):
        return Place(found["heading"], found["parent"].rstrip(), found["word"] or "¶", found["number"])
    if found := _HEAD.fullmatch(label):
        return Place(found["heading"], found["parent"], "head", "")
    if found := _RUNNING_NUMBER.fullmatch(label):
        return Place(found["heading"], "", "", found["number"])
    return Place(label, "", "", "")


def _texts(places: list[Place], phrases: Phrases) -> Iterator[str]:
    """The places of one part, whose heading is repeated only where a bare number would follow."""
    heading, is_named = phrases.printed_label(places[0].heading), False
    for numbers in _grouped(places):
        text = numbers.text(phrases.places)
        follows = is_named and text[:1].isalpha()
        yield _bound(text if follows else f"{heading} {text}".strip())
        is_named = True


def _grouped(places: list[Place]) -> Iterator[_Numbers]:
    """What is printed after the heading: its own paragraphs, then everything else in natural order."""
    paragraphs: dict[str, list[str]] = {}
    others: dict[tuple[str, str], list[str]] = {}
    for place in places:
        if place.word == "¶":
            paragraphs.setdefault(place.parent, []).append(f"¶{place.number}")
        else:
            others.setdefault((place.parent, place.word), []).append(place.number)
    page = places[0].page
    if own := paragraphs.pop("", None):
        yield _Numbers("", "", _sorted(own))
    found = []
    for (parent, word), numbers in others.items():
        names = {number: f"{parent} {word} {number}".strip() for number in numbers}
        if alone := [number for number in numbers if names[number] not in paragraphs]:
            found.append(_Numbers(parent, word, _sorted(alone), page=page))
        for number, name in names.items():
            if within := paragraphs.pop(name, None):
                found.append(_Numbers(parent, word, (number,), _sorted(within)))
    found += (_Numbers(parent, "", _sorted(numbers)) for parent, numbers in paragraphs.items())
    yield from sorted(found, key=lambda numbers: numbers.order)


def _sorted(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers, key=_natural))


def _natural(text: str) -> list[tuple[int, str]]:
    """A sort key that puts "¶10" after "¶9", and "ix" after "v"."""
    if roman := roman_value(text):
        return [(roman, "")]
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", text)]


def _bound(label: str) -> str:
    """A label within which no line breaks, or only in the heading if it is long; a list of places may be broken."""
    name, _, _ = label.partition(",")
    if len(name) <= UNBROKEN:
        return re.sub(r"(?<!,) ", _NO_BREAK, label)
    return re.sub(r"(?<!,) (?=[¶\d])", _NO_BREAK, label.replace(" ", _NO_BREAK, 1))
