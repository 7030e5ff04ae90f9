"""The sentences in which a report tells something, for finders: each with its place, and with those that follow it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefs.candidates.found import FoundPassage, Material
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.placed_leaves import PlacedLeaf, placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.model.block_fields import Model
from briefs.model.held_spans import HeldSpans
from briefs.model.lexicon import Words
from briefs.model.report import Footnote, Item, Paragraph, Quotation, Report
from briefs.model.same_object import Same
from briefs.text.date_words import date_words

_FEWEST_WORDS = 3
"""Fewer words tell nothing by themselves."""
_ENDS = re.compile(r"[.?!…:;؟。！？][\"'”’»)\]\s]*\Z")
_DAY = re.compile(r"(?<!\w)\d{1,2}\.\Z")
_LETTER = re.compile(r"[^\W\d_]")


class ProseWords(Model):
    """`labels` stand with a number before what they name, as in "Recommendation 2:". `apart` are headings of what is
    not part of a report's argument, such as its list of references."""

    labels: Words = ()
    apart: Words = ()


def label_in_front(text: str, language: str) -> re.Match[str] | None:
    """A label with its `number`, and the mark behind it, if `text` begins with one and a sentence follows:
    "Recommendation 2 was adopted" begins with no label."""
    words = words_for("prose", ProseWords, language) or ProseWords()
    found = _label(words.labels).match(text)
    return found if found and (found["mark"] or not text[found.end() : found.end() + 1].islower()) else None


@lru_cache(maxsize=32)
def _label(labels: tuple[str, ...]) -> re.Pattern[str]:
    number = r"\s*(?:no\.?|n°|nº)?\s*(?P<number>\d+(?:[.-]?\w)*?)\s*(?P<mark>[.:)–—-]*)\s+"
    return re.compile(phrase_pattern(labels).pattern + number, re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A sentence: its `words`, and where they begin in the clean text of a leaf."""

    placed: PlacedLeaf
    words: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text of its leaf."""
        return self.start + len(self.words)

    @property
    def is_note(self) -> bool:
        """Whether it stands in a footnote."""
        return isinstance(self.placed.leaf, Footnote)

    @property
    def is_whole(self) -> bool:
        """Whether it is a sentence, rather than a line, a label or a part of a list."""
        return _ENDS.search(self.words) is not None

    def passage(self, last: Told | None = None) -> FoundPassage:
        """The passage from this sentence to the `last`, which is in the same leaf, or of this one alone."""
        return self.placed.passage(self.placed.text[self.start : (last or self).end])


@lru_cache(maxsize=4)
def _told(report: Same[Report], language: str) -> tuple[tuple[Told, ...], ...]:
    words = words_for("prose", ProseWords, language) or ProseWords()
    apart = phrase_pattern(words.apart, whole=True)
    dates = date_words(language)
    months = phrase_pattern(
        tuple(name for names in dates.names(".") for name in names) if "." in dates.ordinals else ()
    )
    known: set[str] = set()
    found = []
    for placed in placed_leaves(report.value):
        is_prose = isinstance(placed.leaf, Paragraph | Item | Footnote | Quotation)
        if is_prose and not any(map(apart.search, placed.headings)):
            leaf = tuple(one for one in _sentences(placed, months, language) if one.words not in known)
            known.update(one.words for one in leaf)
            found += [leaf] if leaf else []
    return tuple(found)


def _sentences(placed: PlacedLeaf, months: re.Pattern[str], language: str) -> Iterator[Told]:
    """The sentences of a leaf, without those that are too short, are cut off in a paragraph, or refer to a page of the
    web. A label in front is not part of the first one."""
    spans = list(placed.spans)
    if (label := label_in_front(placed.text, language)) is not None:
        spans = [(max(start, label.end()), end) for start, end in spans if end > label.end()]
    number = 0
    while number < len(spans):
        start, end = spans[number]
        while number + 1 < len(spans) and _is_within_date(placed.text, end, months):
            number += 1
            end = spans[number][1]
        sentence = placed.text[start:end]
        told = Told(placed, sentence, start)
        is_cut = isinstance(placed.leaf, Paragraph) and (sentence[:1].islower() or not told.is_whole)
        if len(sentence.split()) >= _FEWEST_WORDS and not is_cut and _is_text(sentence) and "://" not in sentence:
            yield told
        number += 1


def _is_within_date(text: str, end: int, months: re.Pattern[str]) -> bool:
    """Whether the full stop at the `end` of a sentence is that of a day, before its month ("am 3. August")."""
    return _DAY.search(text[max(0, end - 4) : end]) is not None and months.match(text[end:].lstrip()[:24]) is not None


def _is_text(sentence: str) -> bool:
    """Whether at least half of what is no white space are letters: the cells of a table that lost its form are not."""
    letters = len(_LETTER.findall(sentence))
    return 2 * letters >= len(sentence) - sentence.count(" ")


def told_leaves(material: Material) -> tuple[tuple[Told, ...], ...]:
    """The sentences of each paragraph, item, note and quotation that has any, in reading order. Those that recur, word
    for word, are told once."""
    return _told(Same(material.report), material.language)


def told_sentences(material: Material) -> Iterator[Told]:
    """All sentences of a report, in reading order."""
    for leaf in told_leaves(material):
        yield from leaf


def first_of(phrases: tuple[str, ...], text: str, but: tuple[str, ...] = ()) -> str:
    """The first of `phrases` in `text`, as the text has it, if it is not part of one of the phrases in `but`; empty if
    there is none."""
    held = HeldSpans(found.span() for found in phrase_pattern(but).finditer(text)) if but else None
    for found in phrase_pattern(phrases).finditer(text):
        if held is None or not held.hold(*found.span()):
            return found[0]
    return ""
