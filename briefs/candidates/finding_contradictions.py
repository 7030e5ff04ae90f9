"""Finding contradictions: matters on which a report has two sides, told one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefs.candidates.finding_terms import find_terms
from briefs.candidates.found import Found, Material, Open, Value
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, told_leaves
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Section

_TWO_HANDS, _TWO_GROUPS, _ONE_SENTENCE, _HEADED, _DIFFERED = 0.85, 0.8, 0.65, 0.75, 0.5
_FURTHEST = 5
"""So many sentences after one side, the other still answers it."""
_NEAREST_GROUPS = 2
_FEWEST_WORDS = 3
"""With fewer words, half of a sentence is no view."""
_AFTER_LEAD_IN = re.compile("[:;]")
_DIFFER = "views differ"


class ContradictionWords(Model):
    """`one` begins one side and `other` the other; `some` and `others` are who hold them, if a word of `holding` says
    so. `while` joins the two in a sentence. `differing` say that views differ, `outcome` how it ended. `versus` stands
    between the two in a heading, and so does a word of `choosing` if the heading asks a question.
    """

    one: Words = ()
    other: Words = ()
    some: Words = ()
    others: Words = ()
    holding: Words = ()
    joining: Words = ()
    differing: Words = ()
    outcome: Words = ()
    versus: Words = ()
    choosing: Words = ()


class _Sides(NamedTuple):
    rule: str
    evidence: str
    certainty: float
    one: int
    other: int


def find_contradictions(material: Material) -> Iterator[Found]:
    """The matters on which views differ, one for each passage; those under a heading with "versus" are named by it.

    What is said for and against a term is none.
    """
    words = words_for("contradiction", ContradictionWords, material.language)
    if words is None:
        return
    leaves = [leaf for leaf in told_leaves(material) if not leaf[0].is_note]
    weighed = [one.passage for one in find_terms(material)]
    headed: set[int] = set()
    for leaf in leaves:
        heading = _versus(leaf[0], words)
        terms = [one.words for one in weighed if one.leaf is leaf[0].placed.leaf]
        sides = [one for one in _sides(leaf, words) if not any(leaf[one.one].words in text for text in terms)]
        for number, one in enumerate(sides):
            until = sides[number + 1].one if number + 1 < len(sides) else len(leaf)
            is_first = heading is not None and id(heading) not in headed
            yield _found(leaf, one, until, heading if is_first else None, words)
            if heading is not None:
                headed.add(id(heading))
    for leaf in leaves:  # a heading under which no rule finds the two sides
        heading = _versus(leaf[0], words)
        if heading is not None and id(heading) not in headed:
            headed.add(id(heading))
            yield _under_heading(leaf[0], heading)


def _versus(told: Told, words: ContradictionWords) -> Section | None:
    """The section around a sentence with two sides in its heading; None if there is none."""
    asking = told.placed.section_headed(words.choosing)
    if asking is not None and asking.heading.text.rstrip(" *").endswith("?"):
        return asking
    return told.placed.section_headed(words.versus)


def _question(heading: Section | None, told: Told) -> Value:
    return told.placed.headings[told.placed.sections.index(heading)] if heading else Open("what is in dispute")


def _sides(leaf: Sequence[Told], words: ContradictionWords) -> Iterator[_Sides]:
    """Where the two sides begin, as numbers of sentences, which are equal if one sentence has both."""
    at, last = 0, -2
    while at < len(leaf):
        found = _sides_at(leaf, at, words)
        follows = found is not None and found.rule == _DIFFER and last == at - 1  # how the two sides ended
        if found is not None and not follows:
            yield found
            at = last = found.other
        at += 1


def _sides_at(leaf: Sequence[Told], at: int, words: ContradictionWords) -> _Sides | None:
    text = leaf[at].words
    if one := first_phrase(words.one, text):
        for other in range(at, min(len(leaf), at + 1 + _FURTHEST)):
            after = leaf[other].words if other > at else text[text.find(one) + len(one) :]
            if found := first_phrase(words.other, after):
                certainty = _TWO_HANDS if other > at else _ONE_SENTENCE
                return _Sides("one hand, other hand", f"{one} … {found}", certainty, at, other)
    some = _holders(words.some, text)
    if some and first_phrase(words.holding, text):
        rest = text[text.find(some) + len(some) :]
        joining = phrase_pattern(words.joining).search(rest)
        others = first_phrase(words.others, rest[joining.end() :]) if joining is not None else ""
        if others or (first_phrase(words.others, rest) and first_phrase(words.joining, text[: len(text) - len(rest)])):
            others = others or first_phrase(words.others, rest)
            return _Sides("some, others", f"{some} … {others}", _TWO_GROUPS, at, at)
        for other in range(at + 1, min(len(leaf), at + _NEAREST_GROUPS)):
            begun = " ".join(leaf[other].words.split()[:6])
            if (others := first_phrase(words.others, begun)) and first_phrase(words.holding, leaf[other].words):
                return _Sides("some, others", f"{some} … {others}", _TWO_GROUPS, at, other)
    differing = first_phrase(words.differing, text)
    if differing and (at + 1 == len(leaf) or _sides_at(leaf, at + 1, words) is None):
        return _Sides(_DIFFER, differing, _DIFFERED, at, at)
    return None


def _holders(phrases: tuple[str, ...], text: str) -> str:
    """Who holds one side: among the first words of a sentence."""
    return first_phrase(phrases, " ".join(text.split()[:8]))


def _found(
    leaf: Sequence[Told], sides: _Sides, until: int, heading: Section | None, words: ContradictionWords
) -> Found:
    first, last = sides.one, sides.other
    if first and first_phrase(words.differing, leaf[first - 1].words):
        first -= 1
    outcome = next(
        (at for at in range(last + 1, min(until, last + 3)) if first_phrase(words.outcome, leaf[at].words)), None
    )
    is_split = sides.one != sides.other
    halves = ("", "") if is_split else _halves(leaf[sides.one].words, words)
    fields: dict[str, Value] = {
        "question": _question(heading, leaf[sides.one]),
        "headed": heading is not None,
        "one_side": leaf[sides.one].passage() if is_split else _half(leaf[sides.one], halves[0]),
        "other_side": leaf[sides.other].passage() if is_split else _half(leaf[sides.one], halves[1]),
        "outcome": leaf[outcome].passage() if outcome is not None else None,
    }
    passage = leaf[first].passage(leaf[last if outcome is None else outcome])
    return Found("contradiction", passage, sides.rule, sides.evidence, sides.certainty, fields)


def _half(told: Told, words: str) -> Value:
    return told.placed.passage(words) if len(words.split()) >= _FEWEST_WORDS else Open("a passage", words)


def _halves(sentence: str, words: ContradictionWords) -> tuple[str, str]:
    """The two sides of a sentence that has both: before and after the word that joins them, or after a comma if the
    sentence begins with this word. Empty if there is no such word."""
    joining = phrase_pattern(words.joining).search(sentence)
    if joining is None:
        return "", ""
    before, after = sentence[: joining.start()], sentence[joining.end() :]
    if not before.strip():
        before, _, after = after.partition(",")
    return _AFTER_LEAD_IN.split(before)[-1].strip(" ,;"), after.strip(" ,;.")


def _under_heading(told: Told, heading: Section) -> Found:
    fields: dict[str, Value] = {
        "question": _question(heading, told),
        "headed": True,
        "one_side": Open("a passage"),
        "other_side": Open("a passage"),
        "outcome": None,
    }
    return Found("contradiction", told.passage(), "two sides in a heading", heading.heading.text, _HEADED, fields)
