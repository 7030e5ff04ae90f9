"""A brief does not say the same thing twice.

Two forms say the same if they rest mostly on the same words of the report, and have most of their own words in common.
What stands in tables and pictures does not count: they show at a glance what the text says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import FormRef, Unit
from briefs.model.document_text import separate_texts
from briefs.model.document_walk import is_running_text, placed_units
from briefs.model.form_wording import wording_of
from briefs.model.grammar import grammar_for
from briefs.model.inline import inline_text
from briefs.model.library import Extract
from briefs.model.phrases import phrases_for
from briefs.model.typesetting import plain
from briefs.text.sentences import sentences
from briefs.text.stems import content_stems

_SAME_PASSAGE = 0.6
"""The least share of the shorter passage that must be in the other. Passages of different points overlap by less."""
_SAME_WORDS = 0.5
"""The least share of the words of the form with fewer that must be in the other. Two points that rest on one passage
have up to a third in common."""
_FEWEST_WORDS = 4
"""Forms with fewer words that mean something, such as names and questions, say nothing that could be repeated."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A form that a unit prints: its passages, the stems of its words, and the heading that it stands under."""

    form: FormRef
    unit: Unit
    passages: tuple[Extract, ...]
    stems: frozenset[str]
    heading: str


def check_repetitions(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each block that says what the brief has said before, unless one of the two is in `repeats`."""
    repeats = brief.template.front.repeats
    reported = set()
    units = [placed.unit.name for placed in placed_units(brief.document.sections)]
    in_a_row = set(pairwise(units))
    for first, second in combinations(_said(brief), 2):
        blocks = first.form.block, second.form.block
        if first.unit is second.unit or not {*blocks}.isdisjoint(repeats):
            continue
        if _say_the_same(first, second) and (blocks, first.unit, second.unit) not in reported:
            reported.add((blocks, first.unit, second.unit))
            before = f'under "{first.heading}"' + (f" (line {first.unit.line})" if first.unit.line else "")
            says = "says the same here as" if blocks[0] == blocks[1] else f'says again what "{blocks[0]}" says'
            message = f'"{blocks[1]}" {says} {before}'
            hint = "print only one of them, or name it in `repeats` if it must be said twice"
            if blocks[0] == blocks[1] and (first.unit.name, second.unit.name) in in_a_row:
                message = f'"{blocks[1]}" is printed twice in a row' + (
                    f": here and on line {first.unit.line}" if first.unit.line not in (0, second.unit.line) else ""
                )
            yield Fault("said-twice", message, hint).at(brief.template.place(second.unit.line))
    yield from _sentences_repeated(brief)


def _sentences_repeated(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each unit, other than one in the report's words, that prints one of its sentences twice."""
    common, repeats = _common(brief), brief.template.front.repeats
    for placed in placed_units(brief.document.sections):
        unit = placed.unit
        if unit.verbatim or not is_running_text(placed.content) or not {*unit.blocks}.isdisjoint(repeats):
            continue
        seen: set[str] = set()
        before = ""
        for sentence in (one for text in separate_texts(placed.owner) for one in sentences(text)):
            is_known = sentence in seen and len(content_stems(sentence, common)) >= _FEWEST_WORDS
            if is_known or (before.endswith(f" {sentence}") and len(sentence.split()) >= _FEWEST_WORDS):
                message = f'"{", ".join(unit.blocks)}" prints a sentence twice in one place: "{sentence}"'
                hint = "print it once, or name a block of them in `repeats` if it must be said twice"
                yield Fault("said-twice", message, hint).at(brief.template.place(unit.line))
                break
            seen.add(sentence)
            before = f" {sentence}"  # it may have begun with a lead


def _common(brief: BriefToCheck) -> frozenset[str]:
    grammar = grammar_for(brief.document.properties.language)
    return grammar.common if grammar is not None else frozenset()


def _said(brief: BriefToCheck) -> Iterator[_Said]:
    """Everything that the brief says outside tables and pictures, in reading order; notes last."""
    document, blocks = brief.document, brief.library.blocks
    common = _common(brief)
    units = [
        (placed.unit, inline_text(placed.section.heading))
        for placed in placed_units(document.sections)
        if is_running_text(placed.content)
    ]
    heading = phrases_for(document.properties.language).notes
    for unit, heading in (*units, *((note.unit, heading) for note in document.notes)):
        for form in unit.forms:
            if (drawn := blocks.get(form.block)) is not None:
                stems = content_stems(plain(wording_of(drawn, form)), common)
                if len(stems) >= _FEWEST_WORDS:
                    passages = drawn.resting_on("anchor" if form.is_verbatim else form.field)
                    yield _Said(form, unit, passages, stems, heading)


def _say_the_same(one: _Said, other: _Said) -> bool:
    if len(one.stems & other.stems) < _SAME_WORDS * min(len(one.stems), len(other.stems)):
        return False
    shortest = min(_length(one.passages), _length(other.passages))
    return shortest > 0 and _shared(one.passages, other.passages) >= _SAME_PASSAGE * shortest


def _length(passages: tuple[Extract, ...]) -> int:
    return sum(passage.end - passage.start for passage in passages)


def _shared(passages: tuple[Extract, ...], others: tuple[Extract, ...]) -> int:
    """How many characters two groups of passages have in common."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in passages
        for other in others
        if one.address == other.address
    )
