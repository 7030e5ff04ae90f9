"""What changed between two editions of a brief, unit by unit, as their kept Documents say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.model.published_phrases import published_phrases_for
from briefs.model.record import words_of_units
from briefs.text.quotations import INNER_QUOTES

Kind: TypeAlias = Literal["new_title", "added", "removed", "reworded"]

SHOWN = 10
"""The most changes of a kind that are named; of the others, their number."""

_WORDS = 9
"""How many words of a unit say which one it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a unit, or of the title (without `unit`); `label` is how readers find it (`Para 3: “The …”`)."""

    kind: Kind
    unit: str
    label: str


def edition_changes(before: Document, now: Document) -> tuple[Change, ...]:
    """What is different in the edition `now`: its title, then units added, removed and reworded, in reading order.

    Units are known by their permanent names. White space makes no difference; neither do numbers, which change whenever
    something is added before.
    """
    return tuple(_changes(before, now))


def _changes(before: Document, now: Document) -> Iterator[Change]:
    old, new = words_of_units(before), words_of_units(now)
    if _plain(before.title) != _plain(now.title):
        yield Change("new_title", "", _quoted(now.title, now))
    for unit in new:
        if unit not in old:
            yield Change("added", unit, _label(unit, new[unit], now))
    for unit in old:
        if unit not in new:
            yield Change("removed", unit, _quoted(old[unit], before))
    for unit in new:
        if unit in old and _plain(old[unit]) != _plain(new[unit]):
            yield Change("reworded", unit, _label(unit, new[unit], now))


def _label(name: str, words: str, document: Document) -> str:
    """How readers find a unit: by its printed number, if it has one, and its first words."""
    phrases = phrases_for(document.properties.language)
    number = next((unit.number for unit in document.units() if unit.name == name), None)
    note = next((note.number for note in document.notes if note.unit.name == name), None)
    place = phrases.note.format(number=note) if note else phrases.paragraph.format(number=number) if number else ""
    quoted = _quoted(words, document)
    return f"{place}: {quoted}" if place else quoted


def _quoted(text: str, document: Document) -> str:
    phrases = published_phrases_for(document.properties.language)
    words = text.translate(INNER_QUOTES).split()
    short = " ".join(words[:_WORDS]) + (phrases.left_out if len(words) > _WORDS else "")
    return phrases.quoted.format(text=short)


def _plain(text: str) -> str:
    return " ".join(text.split())
