"""Finding acronyms: where a text spells them out, in lists of abbreviations, and those that it never spells out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefs.candidates.found import Found, Material, Open, Value
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.placed_leaves import PlacedLeaf, placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import ProseWords
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Heading, Row, Section
from briefs.model.typesetting import clean
from briefs.text.acronym_spotting import acronyms_in
from briefs.text.spelled_initials import letters_of, spelled_before, spelled_by

_SPELLED, _SPELLED_WITHIN, _LISTED, _UNLIKE, _NEVER, _SELDOM = 0.95, 0.85, 0.95, 0.45, 0.7, 0.45
_IN_BRACKETS = re.compile(r"[(\[]\s?(?:[“\"«‘']\s?)?(?P<acronym>[^\W\d_][\w&./-]{1,14})(?:\s?[”\"»’'])?\s?(?=[)\],;])")
_EXPANDED_BEHIND = re.compile(r"(?<![\w-])(?P<acronym>[^\W\d_][\w&-]{1,11}) [(\[](?P<words>[^()\[\]]{6,120})[)\]]")
_ENTRY = re.compile(
    r"(?P<acronym>[^\W\d_][\w&./-]{1,14})\s*(?:[:=\t]|\s[-–—]|\s{2,})\s*(?P<words>[^\W\d_].{4,120}?)[.;,]?\s*\Z"
)
_CAPITALS_BEFORE = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]{3,} \Z")
_CAPITALS_AFTER = re.compile(r" [A-ZÀ-ÖØ-Þ]{3,}(?!\w)")
_OPENING, _CLOSING = ("“", "«", '"'), ("”", "»", '"')
_POSSESSIVE = re.compile(r"['’]s\Z")
_PLURAL = re.compile(r"s\Z")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_CHARACTERS_BEFORE = 160
_FEWEST_LETTERS_OF_WORD = 4
_OFTEN = 3
"""So often, an acronym that is never spelled out is one that readers are expected to know."""
_MOSTLY_CAPITALS = 0.6


class AcronymWords(Model):
    """`small` words have no letter in an acronym; `lists` are headings of lists of abbreviations."""

    small: Words = ()
    lists: Words = ()


@dataclass(frozen=True)
class _Spelling:
    acronym: str
    expansion: str
    certainty: float
    rule: str
    start: int
    end: int


class _Use(NamedTuple):
    """Where an acronym is used: in which leaf, as written, and at which place of its text."""

    number: int
    placed: PlacedLeaf
    written: str
    at: int


def find_acronyms(material: Material) -> Iterator[Found]:
    """Each acronym of a report once: where it is spelled out first, or else where it is used first."""
    words = words_for("acronym", AcronymWords, material.language)
    if words is None:
        return
    found: dict[str, tuple[int, Found]] = {}
    headed = dict(_in_headings(material, words))
    used: Counter[str] = Counter()
    first: dict[str, _Use] = {}
    prose = words_for("prose", ProseWords, material.language) or ProseWords()
    apart = phrase_pattern(prose.apart, whole=True)
    for number, placed in enumerate(placed_leaves(material.report)):
        if not placed.is_content or any(map(apart.search, placed.headings)):
            continue
        for spelled in _spellings(placed, words):
            known = found.get(_key(spelled.acronym))
            if known is None or known[1].certainty < spelled.certainty:
                found[_key(spelled.acronym)] = number, _found(placed, spelled)
        if _is_shouted(placed.text):
            continue
        for one in acronyms_in(placed.text):
            if _is_beside_capitals(one):
                continue
            used[_key(one[1])] += 1
            use = _Use(number, placed, one[0], one.start())
            known_use = first.setdefault(_key(one[1]), use)
            if isinstance(known_use.placed.leaf, Row) and not isinstance(placed.leaf, Row):
                first[_key(one[1])] = use
    small_words = _words_in_small_letters(material, {key.lower() for key in first})
    for key, (number, placed, written, at) in first.items():
        if key in found and found[key][1].certainty > _UNLIKE:
            continue
        if key in headed:
            acronym, expansion = headed[key]
            passage = placed.passage(_sentence_at(placed, at))
            fields: dict[str, Value] = {"acronym": acronym, "expansion": expansion, "introduced": True}
            found[key] = number, Found("acronym", passage, "spelled out in a heading", acronym, _SPELLED, fields)
        elif key not in found and used[key] > 1:
            if len(key) >= _FEWEST_LETTERS_OF_WORD and key.lower() in small_words:
                continue
            found[key] = number, _never_spelled(placed, written, at, used[key])
    yield from (one for _, one in sorted(found.values(), key=lambda pair: pair[0]))


def _words_in_small_letters(material: Material, wanted: set[str]) -> set[str]:
    """Those of the `wanted` words that the report also has with small letters: they are words, and no acronyms."""
    found: set[str] = set()
    for placed in placed_leaves(material.report):
        found.update(one.lower() for one in _WORD.findall(placed.text) if not one.isupper() and one.lower() in wanted)
    return found


def _key(acronym: str) -> str:
    return _PLURAL.sub("", acronym)


def _is_shouted(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return sum(map(str.isupper, letters)) > _MOSTLY_CAPITALS * len(letters)


def _is_beside_capitals(found: re.Match[str]) -> bool:
    """Whether the word before or after it is in capitals too: then it may be a word of a heading."""
    before, after = (
        _CAPITALS_BEFORE.search(found.string[: found.start()][-24:]),
        _CAPITALS_AFTER.match(found.string, found.end()),
    )
    return before is not None or after is not None


def _is_acronym(word: str) -> bool:
    """Whether a word may be an acronym: at least two of its letters are capitals, and it begins with one."""
    return word[:1].isupper() and len(letters_of(word)) >= 2 and sum(map(str.isupper, word)) >= 2


def _found(placed: PlacedLeaf, spelled: _Spelling) -> Found:
    passage = placed.passage(placed.text[spelled.start : spelled.end])
    written = _POSSESSIVE.sub("", spelled.expansion)
    expansion = written if spelled.certainty > _UNLIKE else Open("what it stands for", written)
    fields: dict[str, Value] = {"acronym": spelled.acronym, "expansion": expansion, "introduced": True}
    return Found("acronym", passage, spelled.rule, spelled.acronym, spelled.certainty, fields)


def _never_spelled(placed: PlacedLeaf, written: str, at: int, count: int) -> Found:
    fields: dict[str, Value] = {"acronym": written, "expansion": Open("what it stands for"), "introduced": False}
    certainty = _NEVER if count >= _OFTEN else _SELDOM
    passage = placed.passage(_sentence_at(placed, at))
    return Found("acronym", passage, "never spelled out", f"{written}, {count} times", certainty, fields)


def _sentence_at(placed: PlacedLeaf, at: int) -> str:
    """The sentence around a place in the text of a leaf."""
    start, end = placed.spans[max(0, bisect_right(placed.spans, at, key=lambda span: span[0]) - 1)]
    return placed.text[start:end]


def _spellings(placed: PlacedLeaf, words: AcronymWords) -> Iterator[_Spelling]:
    """Where a leaf spells an acronym out, in running text or as an entry of a list."""
    if (entry := _entry(placed, words)) is not None:
        yield entry
        return
    yield from _in_text(placed.text, words)


def _in_text(text: str, words: AcronymWords) -> Iterator[_Spelling]:
    for found in _IN_BRACKETS.finditer(text):
        acronym = found["acronym"].rstrip(".")
        if not _is_acronym(acronym):
            continue
        start = max(0, found.start() - _MOST_CHARACTERS_BEFORE)
        before = text[start : found.start()]
        cut = max(before.rfind(mark) for mark in (". ", "; ", ": ", ")", "(", "\t")) + 1
        spelled = spelled_before(before[cut:], acronym, words.small) if cut < len(before) else None
        end = found.end() + (text[found.end() : found.end() + 1] in (")", "]"))
        if spelled is not None:
            first = start + cut + spelled.start
            expansion = text[first : start + cut + spelled.end]
            first -= text[first - 1 : first] in _OPENING and text[start + cut + spelled.end] in _CLOSING
            certainty = _SPELLED if spelled.is_by_initials else _SPELLED_WITHIN
            yield _Spelling(acronym, expansion, certainty, "spelled out before brackets", first, end)
        elif (named := _name_before(before[cut:], words.small)) is not None:
            first = start + cut + named
            yield _Spelling(acronym, text[first : found.start()].strip(), _UNLIKE, "name before brackets", first, end)
    for found in _EXPANDED_BEHIND.finditer(text):
        expansion = re.split(r"[,;]", found["words"])[0].strip()
        if _is_acronym(found["acronym"]) and spelled_by(expansion, found["acronym"], words.small):
            yield _Spelling(found["acronym"], expansion, _SPELLED, "spelled out in brackets", *found.span())


def _name_before(before: str, small_words: Collection[str]) -> int | None:
    """Where a name in capitals at the end of a text begins, if there is one of two words or more."""
    words = list(re.finditer(r"[^\W_][\w’'-]*", before))
    first = None
    small = 0
    for word in reversed(words):
        if word[0][0].isupper() and word[0].lower() not in small_words:
            first, small = word, 0
        elif first is None or small == 2:
            break
        else:
            small += 1
    return first.start() if first is not None and len(before[first.start() :].split()) > 1 else None


def _entry(placed: PlacedLeaf, words: AcronymWords) -> _Spelling | None:
    """An entry of a list of abbreviations: a row of two cells, or a line "ABV – Agence de bassin"."""
    if isinstance(placed.leaf, Row):
        cells = [shown for cell in placed.leaf.cells if (shown := clean(cell).strip())]
        if len(cells) != 2 or not _is_acronym(cells[0]) or len(cells[0].split()) > 1:
            return None
        acronym, expansion = cells
    else:
        found = _ENTRY.fullmatch(placed.text)
        if found is None or not _is_acronym(found["acronym"]):
            return None
        acronym, expansion = found["acronym"], found["words"].strip()
    is_listed = placed.section_headed(words.lists) is not None
    if not is_listed and not spelled_by(expansion, acronym, words.small):
        return None
    return _Spelling(acronym, expansion, _LISTED, "list of abbreviations", 0, len(placed.text))


def _in_headings(material: Material, words: AcronymWords) -> Iterator[tuple[str, tuple[str, str]]]:
    """Acronyms that headings spell out, with what they stand for."""
    for section in material.report.sections():
        for spelled in _in_text(_heading_text(section), words):
            if spelled.certainty > _UNLIKE:
                yield _key(spelled.acronym), (spelled.acronym, spelled.expansion)


def _heading_text(section: Section) -> str:
    heading: Heading = section.heading
    return clean(heading.text)
