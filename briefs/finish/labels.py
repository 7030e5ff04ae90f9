"""Labels of places in the report as they are printed: what several have in common said once, and bound against breaks.

A label itself is plain text with plain spaces ("VI Next steps item 3 ¶2"): so it stands in blocks, in the record and on
the command line. Only here, where labels are printed, do spaces become such that no line breaks at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PLACE = re.compile(
    r"(?P<heading>.*?) ?(?<!\S)(?P<parent>(?:(?:list|item) [\d.]+ )*)(?:(?P<word>list|item|row) |¶)(?P<number>[\d.]+)"
)
_RUNNING = re.compile(r"(?P<heading>.+) (?P<number>[\d.]+)")

SHORT = 24
"""The most characters of a label that no line breaks in."""
_BOUND = "\u00a0"


class _Place(NamedTuple):
    """A label taken apart: of "VI Next steps item 3 ¶2" the heading, "item 3", "¶" and "2"."""

    heading: str
    parent: str
    word: str
    number: str


def merged(labels: Iterable[str]) -> str:
    """Labels as printed, by the headings that they stand under, in the order in which these are first named.

    "III Pillars ¶1, ¶2; items 1, 5; ES 7": what follows a semicolon without a heading stands under the one before.
    "item 3, ¶2" is an item and the second paragraph in it, "item 3 ¶2" that paragraph alone.
    """
    headings: dict[str, list[_Place]] = {}
    for label in dict.fromkeys(labels):
        place = _read(label)
        headings.setdefault(place.heading, []).append(place)
    return "; ".join(part for places in headings.values() for part in _parts(places))


def _read(label: str) -> _Place:
    if found := _PLACE.fullmatch(label):
        return _Place(found["heading"], found["parent"].rstrip(), found["word"] or "¶", found["number"])
    if found := _RUNNING.fullmatch(label):
        return _Place(found["heading"], "", "", found["number"])
    return _Place(label, "", "", "")


def _parts(places: list[_Place]) -> Iterator[str]:
    """The places under one heading, which is said again only where a bare number would follow."""
    heading, is_named = places[0].heading, False
    for text in _texts(places):
        follows = is_named and text[:1].isalpha()
        yield _bound(text if follows else f"{heading} {text}".strip())
        is_named = True


def _texts(places: list[_Place]) -> Iterator[str]:
    """What is printed behind the heading: paragraphs, then items and the like, then numbers that run on."""
    paragraphs: dict[str, list[str]] = {}
    others: dict[tuple[str, str], list[str]] = {}
    for place in places:
        if place.word == "¶":
            paragraphs.setdefault(place.parent, []).append(f"¶{place.number}")
        else:
            others.setdefault((place.parent, place.word), []).append(place.number)
    if own := paragraphs.pop("", None):
        yield _listed(own)
    found = []
    for (parent, word), numbers in others.items():
        names = {number: f"{parent} {word} {number}".strip() for number in numbers}
        alone = [number for number in numbers if names[number] not in paragraphs]
        found += [f"{names[n]}, {_listed(paragraphs.pop(names[n]))}" for n in numbers if names[n] in paragraphs]
        if alone:
            plural = "s" if word and len(alone) > 1 else ""
            found.append(f"{parent} {word}{plural} {_listed(alone)}".strip())
    found += [f"{parent} {_listed(numbers)}" for parent, numbers in paragraphs.items()]
    yield from sorted(found, key=_natural)


def _listed(numbers: Iterable[str]) -> str:
    return ", ".join(sorted(numbers, key=_natural))


def _natural(text: str) -> list[tuple[int, str]]:
    """A key by which "¶10" comes after "¶9", and "items 2" before "item 3"."""
    text = re.sub(r"s(?= \d)", "", text)
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", text)]


def _bound(label: str) -> str:
    """A label that no line breaks in, or only in the heading if it is long; places of a list may part."""
    name, _, _ = label.partition(",")
    if len(name) <= SHORT:
        return re.sub(r"(?<!,) ", _BOUND, label)
    return re.sub(r"(?<!,) (?=[¶\d])", _BOUND, label.replace(" ", _BOUND, 1))
