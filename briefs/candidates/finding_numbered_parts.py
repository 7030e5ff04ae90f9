"""Finding what reports number under a heading: next steps, options for follow-up, pillars and principles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from briefs.candidates.finding_recommendations import RecommendationWords
from briefs.candidates.found import Found, Material, Open, Value
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.placed_leaves import placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Item, Paragraph

_FEWEST_WORDS = 3
_LISTED, _ASKED, _PLANNED = 0.85, 0.7, 0.6
"""An item that asks somebody for something may as well be a recommendation."""
_TITLE = re.compile(r"[^.:;–—?!]{3,90}?(?=\s*[.:;–—]|\Z)")
_MOST_WORDS_OF_A_TITLE = 12


class PartWords(Model):
    """`headings` stand over such parts, `introducing` words in the line above their list; sentences with one of the
    `planning` phrases say what somebody is going to do."""

    headings: Words = ()
    introducing: Words = ()
    planning: Words = ()


def find_next_steps(material: Material) -> Iterator[Found]:
    """The items under a heading such as "Next steps"; without items, its sentences about what will be done."""
    for number, found in _listed("next_step", material, nested=False):
        yield _with(found, {"number": number})


def find_follow_ups(material: Material) -> Iterator[Found]:
    """The items under a heading such as "Options for follow-up"."""
    for number, found in _listed("follow_up", material, nested=True):
        yield _with(found, {"number": str(number)})


def find_pillars(material: Material) -> Iterator[Found]:
    """The items of a list of pillars, with their titles."""
    yield from _titled("pillar", material)


def find_principles(material: Material) -> Iterator[Found]:
    """The items of a list of principles, with their titles."""
    yield from _titled("principle", material)


def _with(found: Found, fields: Mapping[str, Value]) -> Found:
    more = {"category": found.fields["category"]} if found.kind == "follow_up" else {}
    return Found(found.kind, found.passage, found.rule, found.evidence, found.certainty, {**fields, **more})


def _listed(kind: str, material: Material, nested: bool) -> Iterator[tuple[int, Found]]:
    """What stands under such a heading, each with its place there; items of items only if they are `nested` parts."""
    words = words_for(kind, PartWords, material.language)
    if words is None:
        return
    asking = words_for("recommendation", RecommendationWords, material.language) or RecommendationWords()
    leaves = [one for one in placed_leaves(material.report) if isinstance(one.leaf, Paragraph | Item)]
    introducing = phrase_pattern(words.introducing)
    inside = [
        (placed, section or placed.sections[-1])
        for placed in leaves
        if (section := placed.section_titled(words.headings))
        or (placed.sections and introducing.search(placed.lead_in))
    ]
    with_items = {id(section) for placed, section in inside if isinstance(placed.leaf, Item)}
    counts: Counter[int] = Counter()
    for placed, section in inside:
        if len(placed.text.split()) < _FEWEST_WORDS:
            continue
        fields: dict[str, Value] = {"category": placed.heading}
        if isinstance(placed.leaf, Item):
            if nested or placed.depth == 1:
                counts[id(section)] += 1
                certainty = _ASKED if asking.asking(placed.text) else _LISTED
                found = Found(kind, placed.passage(), "list under the heading", placed.heading, certainty, fields)
                yield counts[id(section)], found
        elif id(section) not in with_items:
            for sentence in placed.sentences:
                if evidence := first_phrase(words.planning, sentence):
                    counts[id(section)] += 1
                    passage = placed.passage(sentence)
                    yield counts[id(section)], Found(kind, passage, "planning words", evidence, _PLANNED, fields)


def _titled(kind: str, material: Material) -> Iterator[Found]:
    words = words_for(kind, PartWords, material.language)
    if words is None:
        return
    counts: Counter[str] = Counter()
    for placed in placed_leaves(material.report):
        if not isinstance(placed.leaf, Item) or placed.depth > 1 or placed.introduces:
            continue
        section = placed.section_titled(words.headings)
        introduced = first_phrase(words.introducing, placed.lead_in)
        if not introduced and (section is None or section is not placed.sections[-1]):
            continue
        counts[placed.lead_in or placed.heading] += 1
        title = _TITLE.match(placed.text)
        is_short = title is not None and len(title[0].split()) <= _MOST_WORDS_OF_A_TITLE
        name: Value = title[0].strip() if title and is_short else Open("its title, in words of the passage")
        fields = {"number": counts[placed.lead_in or placed.heading], "title": name}
        certainty = _LISTED if is_short else _PLANNED
        yield Found(kind, placed.passage(), "list under the heading", introduced or placed.heading, certainty, fields)
