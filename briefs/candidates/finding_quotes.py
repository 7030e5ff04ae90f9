"""Finding quotations: what is set apart as one, and words in quotation marks that the report gives to a participant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefs.candidates.found import Found, FoundPassage, Material, Open, Value
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.placed_leaves import PlacedLeaf, placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Footnote, Item, Paragraph, Quotation
from briefs.model.typesetting import plain
from briefs.text.quotations import quotations_in

_FEWEST_WORDS = 6
"""Fewer words in quotation marks are a term rather than what somebody said."""
_SET_APART, _SAID, _BLOCK = 0.85, 0.75, 0.4
_MOST_BETWEEN = 3
_JOINING = ",;: "
"""What may end a quotation only because its sentence goes on."""
_OPENING = "\"“„«‘'"

_NEARLY_ALL = 0.8
"""The share of the words of the shorter of two quotations that the other has if they are the same."""
_VARIANTS = {one: f"[{''.join(map(re.escape, marks))}]" for marks in ('"“”„', "'‘’", "–-") for one in marks} | {
    " ": r"\s+"
}
"""How a character of a typeset text may be written in the report."""
_WHO = "who said so, as the report has it, or null"


class QuoteWords(Model):
    """`speakers` are nouns for those who speak, in front of which `one` words stand ("one of the"); `some` stand alone
    for them ("several"). `saying` words are verbs of saying, or phrases in front of the speaker."""

    speakers: Words = ()
    some: Words = ()
    saying: Words = ()
    one: Words = ()


def find_quotes(material: Material) -> Iterator[Found]:
    """The quotations of a report. One that is set apart, and stands in the body too, is drawn from the body."""
    words = words_for("quote", QuoteWords, material.language)
    if words is None:
        return
    leaves = placed_leaves(material.report)
    apart: dict[str, PlacedLeaf] = {}
    for one in leaves:
        if isinstance(one.leaf, Quotation):
            apart.setdefault(_compared(one.text), one)
    body = [one for one in leaves if isinstance(one.leaf, Paragraph | Item | Footnote)]
    repeated: set[str] = set()
    for placed in body:
        for around, said in _quoted(placed):
            shown = apart.get(_compared(said))
            if shown is not None:
                repeated.add(_compared(said))
            yield from _found(placed, around, said, shown, words)
    yield from _set_apart(apart, body, repeated, words)


def _quoted(placed: PlacedLeaf) -> Iterator[tuple[str, str]]:
    """The sentences around each longer quotation in a text, and its words without their marks."""
    for quoted in quotations_in(placed.text).found:
        if not _is_long(quoted.words):
            continue
        said = _as_written(quoted.words).search(placed.text)
        if said is not None:
            words = said[0].rstrip(_JOINING)
            start = max((start for start, _ in placed.spans if start <= said.start()), default=0)
            end = min((end for _, end in placed.spans if end >= said.end()), default=len(placed.text))
            yield placed.text[start:end], words


def _as_written(words: str) -> re.Pattern[str]:
    """`words`, as typeset, as a text may have them: with straight marks, hyphens in ranges, and any spaces."""
    return re.compile("".join(_VARIANTS.get(one, re.escape(one)) for one in " ".join(words.split())))


def _found(placed: PlacedLeaf, around: str, said: str, shown: PlacedLeaf | None, words: QuoteWords) -> Iterator[Found]:
    """A quotation in the body, if somebody is said to have said so or it is set apart as well."""
    who = _speaker(around, words)
    if who or shown is not None:
        display: Value = None if shown is None else shown.passage()
        fields: Mapping[str, Value] = {"display": display, "attribution": who or Open(_WHO, "null")}
        certainty = _SET_APART if shown is not None else _SAID
        yield Found("quote", placed.passage(said), "quotation marks", who or "set apart", certainty, fields)


def _set_apart(
    apart: Mapping[str, PlacedLeaf], body: list[PlacedLeaf], repeated: set[str], words: QuoteWords
) -> Iterator[Found]:
    """The quotations that are set apart and not in quotation marks in the body, which may repeat them otherwise."""
    if not (waiting := {said: one for said, one in apart.items() if said not in repeated and _is_long(said)}):
        return
    spoken = [
        (frozenset(_compared(said).split()), FoundPassage(one.leaf, said), around)
        for one in body
        for around, said in _quoted(one)
    ]
    for said, placed in waiting.items():
        assert isinstance(placed.leaf, Quotation)
        passage, around = _nearest(frozenset(said.split()), spoken) or (placed.passage(), "")
        display: Value = placed.passage() if around else None
        attribution: Value = placed.leaf.attribution or _speaker(around, words) or None
        fields: Mapping[str, Value] = {"display": display, "attribution": attribution}
        certainty = _SET_APART if attribution or placed.leaf.role != "block" else _BLOCK
        if certainty == _BLOCK and placed.text[0] not in _OPENING:
            continue  # a box, or an excerpt of another text
        yield Found("quote", passage, "set apart", placed.leaf.role, certainty, fields)


def _is_long(said: str) -> bool:
    return len(said.split()) >= _FEWEST_WORDS


def _nearest(
    said: frozenset[str], spoken: list[tuple[frozenset[str], FoundPassage, str]]
) -> tuple[FoundPassage, str] | None:
    """The quotation in the body with nearly the same words as one that is set apart, and the sentences around it."""
    shares = (
        (len(said & words) / min(len(said), len(words)), passage, around) for words, passage, around in spoken if words
    )
    share, passage, around = max(shares, key=lambda one: one[0], default=(0.0, None, ""))
    return (passage, around) if passage is not None and share >= _NEARLY_ALL else None


def _speaker(passage: str, words: QuoteWords) -> str:
    """Who says something in `passage` outside its quotations, as it has it; empty if nobody does."""
    outside, end = [], 0
    for quoted in quotations_in(passage).found:
        if quoted.start >= end:
            outside.append(passage[end : quoted.start])
            end = quoted.end
    outside.append(passage[end:])
    said = phrase_pattern(words.saying)
    for part in outside:
        if said.search(part) and (speaker := _who(words, part)):
            return speaker
    return ""


def _who(words: QuoteWords, text: str) -> str:
    """The first speaker in `text`, with the words in front, as in "one of the participants"; without a noun for one,
    somebody who is only counted, right in front of a verb of saying."""
    found = phrase_pattern(words.speakers).search(text)
    if found is None:
        said = phrase_pattern(words.saying).search(text)
        some = list(phrase_pattern(words.some).finditer(text, 0, said.start())) if said else []
        counted = text[some[-1].start() : said.start()].strip() if said and some else ""
        return counted if len(counted.split()) <= _MOST_BETWEEN else ""
    before = list(phrase_pattern(words.one).finditer(text, 0, found.start()))
    is_near = bool(before) and len(text[before[-1].end() : found.start()].split()) < _MOST_BETWEEN
    return text[before[-1].start() if is_near else found.start() : found.end()]


def _compared(text: str) -> str:
    """`text` as quotations are compared here: without marks, in small letters."""
    return " ".join("".join(mark for mark in plain(text).lower() if mark not in "\"'“”‘’«»„").split()).strip(" .,…")
