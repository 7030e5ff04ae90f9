"""Edited forms against the passages they rest on: what is written by hand says no more than the report does.

Rules of the editorial guide: C1.2 (at most 25 words), C1.3 (quantifiers are content), C1.5 (no names), C1.9 (relative
dates never survive), C6 (quotations verbatim). Numbers and names must stand in the passage; a number may also be a date
inferred, in square brackets, or a count of participants that was checked. See `briefs.check.numbers_and_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefs.check.negations import lost_negations
from briefs.check.numbers_and_names import (
    counts_of,
    expansions_of,
    groups_of,
    names_of,
    untraced_names,
    untraced_numbers,
)
from briefs.model.block import Answer, BlockBase, Conflict
from briefs.model.block_fields import Form, Passage, Portion
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.library import Drawn, Library
from briefs.model.typesetting import plain, words
from briefs.model.wording_rules import WordingRules

LONGEST_FORM = 25
"""Words of a short form or an ask."""

QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Wording:
    """Something written by hand in a block: the field it stands in, its text, and the words of the report under it."""

    field: str
    text: str
    passage: str


def check_wording(library: Library, rules: WordingRules) -> list[Diagnostic]:
    """Everything that hand-made wording of the blocks says beyond the report."""
    expansions = expansions_of(library)
    return [
        problem
        for drawn in library.blocks.values()
        if not isinstance(drawn.block, Conflict)
        for wording in wordings(drawn)
        for problem in _check(drawn, wording, rules, library, expansions)
    ]


def wordings(drawn: Drawn) -> Iterator[Wording]:
    """Every edited form of a block that a brief can print, with the passage it rests on."""
    for field, form in _forms(drawn.block):
        if extracts := drawn.resting_on(field):
            yield Wording(field, form, " ".join(plain(extract.text) for extract in extracts))


def _forms(block: BlockBase) -> Iterator[tuple[str, str]]:
    if block.lead is not None and not isinstance(block, Answer):
        yield "lead", block.lead
    for name in type(block).model_fields:
        match getattr(block, name):
            case Form(text=text):
                yield name, text
            case Passage(short=Form(text=text)):
                yield f"{name}.short", text
            case _:
                pass


def _check(
    drawn: Drawn, wording: Wording, rules: WordingRules, library: Library, expansions: Mapping[str, str]
) -> Iterator[Diagnostic]:
    text = plain(wording.text)
    owner, place = f'{wording.field} of "{drawn.id}"', drawn.place_of(wording.field)
    if len(words(text)) > LONGEST_FORM:
        message = f"{owner} has {len(words(text))} words; an edited form has at most {LONGEST_FORM}"
        yield Diagnostic(place, "short-too-long", message)
    groups = groups_of(drawn.block, library)
    passage = f"{wording.passage} {names_of(groups)}"
    portion = getattr(drawn.block, wording.field, None)
    counts = (portion.count,) if isinstance(portion, Portion) else counts_of(groups)
    for number in untraced_numbers(text, passage, counts):
        message = f"{owner} says {number}, which its passage does not"
        yield Diagnostic(place, "number-untraced", message, "point at the passage that says it")
    for name in untraced_names(text, passage, expansions, rules.known_names):
        message = f'{owner} has the name "{name}", which its passage has not'
        hint = "point at the passage that has it, or add it to `known_names` in report.yaml"
        yield Diagnostic(place, "name-untraced", message, hint)
    for quoted in QUOTED.findall(text):
        if quoted.strip(".,;:!? ").lower() not in wording.passage.lower():
            message = f'{owner} quotes "{quoted}", which is not in its passage'
            yield Diagnostic(place, "quote-not-verbatim", message, "quote the report's own words")
    for said, had in lost_negations(wording.text, wording.passage):
        message = f'{owner} says "{said}", and its passage "{had}"'
        hint = "keep the negation, or point at the words that say it"
        yield Diagnostic(place, "negation-lost", message, hint, "warning")
    yield from _check_strength(drawn, wording, owner, place, rules)
    yield from printed_problems(text, owner, place, rules)


def _check_strength(
    drawn: Drawn, wording: Wording, owner: str, place: Place, rules: WordingRules
) -> Iterator[Diagnostic]:
    level = rules.level(drawn.block.strength or "") or 0
    for word, needed in rules.guarded.items():
        if _has_word(wording.text, word) and not _has_word(wording.passage, word) and level < needed:
            message = f'{owner} says "{word}", which neither its passage nor its strength supports'
            yield Diagnostic(place, "strength-upgraded", message, "keep the report's own quantifier")


def printed_problems(text: str, owner: str, place: Place, rules: WordingRules) -> Iterator[Diagnostic]:
    """Words in `text` that must not be printed: relative dates, names, phrases that narrow down who spoke."""
    for phrase in rules.relative_dates:
        if _pattern(phrase, r"(?!\s*\[)", re.IGNORECASE).search(text):
            hint = "give the year, in square brackets if the report leaves it to be inferred"
            yield Diagnostic(place, "relative-date", f'{owner} has the relative date "{phrase}"', hint)
    for phrase in found_phrases(text, rules):
        hint = "the Chatham House Rule covers identity and affiliation"
        yield Diagnostic(place, "name-printed", f'{owner} has "{phrase}", which must not be printed', hint)


def found_phrases(text: str, rules: WordingRules) -> list[str]:
    """The names and phrases in `text` that no brief may print."""
    return [*found_names(text, rules.names), *(phrase for phrase in rules.never_print if _has_word(text, phrase))]


def found_names(text: str, names: Iterable[str]) -> list[str]:
    """The names that occur in `text` as words, case kept: a surname that is a common word is no name in lower case."""
    text = plain(text)
    return [name for name in names if plain(name) in text and _pattern(name).search(text)]


def _has_word(text: str, word: str) -> bool:
    return _pattern(word, flags=re.IGNORECASE).search(plain(text)) is not None


@cache
def _pattern(words: str, then: str = "", flags: int = 0) -> re.Pattern[str]:
    """What finds `words` as whole words, with what the pattern `then` asks for after them."""
    return re.compile(rf"(?<!\w){re.escape(plain(words))}(?!\w){then}", flags)
