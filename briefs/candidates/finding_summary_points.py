"""Finding summary points: what stands in the executive summary or, in a report without one, in its conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefs.candidates.finding_recommendations import RecommendationWords, recommending_section
from briefs.candidates.found import Found, Material, Value
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.placed_leaves import PlacedLeaf, heading_words, placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.candidates.summary_words import SummaryWords
from briefs.model.report import Item, Paragraph, Section

_FEWEST_WORDS = 6
_NUMBERED, _PARAGRAPH, _LEAD, _CONCLUSION = 0.95, 0.85, 0.65, 0.7
_SOME = 0.5
_MOST_CONCLUSIONS = 15
"""A chapter of more paragraphs argues rather than concludes."""
_REFERENCE = re.compile(r"[^\W\d_][^\d]{2,80}[,(]\s?(?:19|20)\d\d[a-z]?\b[).,]")
"""How an entry of a list of references begins."""
_BEFORE_NUMBERS = "lead"
"""The `number` of the paragraphs before the numbered points."""


def find_summary_points(material: Material) -> Iterator[Found]:
    """The numbered paragraphs and items of the summary; its paragraphs, if none of them is numbered."""
    words = words_for("summary_point", SummaryWords, material.language)
    if words is None:
        return
    recommending = words_for("recommendation", RecommendationWords, material.language)
    leaves = [one for one in placed_leaves(material.report) if isinstance(one.leaf, Paragraph | Item)]
    points = list(_grouped(leaves, words.headings, recommending))
    is_summary = bool(points)
    for section, inside in points or _grouped(leaves, words.conclusions, recommending):
        yield from _points(section, inside, words, is_summary)


def _grouped(
    leaves: Sequence[PlacedLeaf], headings: tuple[str, ...], recommending: RecommendationWords | None
) -> Iterator[tuple[Section, list[PlacedLeaf]]]:
    """The outermost sections with such a heading, each with its leaves; those of recommendations are left out."""
    pattern = phrase_pattern(headings)
    inside: dict[int, tuple[Section, list[PlacedLeaf]]] = {}
    for placed in leaves:
        innermost = placed.section_titled(headings)
        if innermost is None:
            continue
        at, section = next((at, one) for at, one in enumerate(placed.sections) if pattern.search(placed.headings[at]))
        advice = recommending_section(placed, recommending) if recommending else None
        if advice is None or placed.sections.index(advice) < at:
            inside.setdefault(id(section), (section, []))[1].append(placed)
    yield from inside.values()


def _points(section: Section, leaves: list[PlacedLeaf], words: SummaryWords, is_summary: bool) -> Iterator[Found]:
    heading = heading_words(section.heading.text)
    is_numbered = any(placed.number for placed in leaves)
    has_points = is_numbered or any(isinstance(placed.leaf, Item) for placed in leaves)
    introducing, seen, counted = phrase_pattern(words.introducing), False, 0
    for placed in leaves:
        seen = seen or bool(placed.number)
        is_reference = not is_summary and _REFERENCE.match(placed.text)
        if len(placed.text.split()) < _FEWEST_WORDS or (placed.introduces and has_points) or is_reference:
            continue
        counted += 1
        number = placed.number or (str(counted) if not is_numbered else "" if seen else _BEFORE_NUMBERS)
        is_point = placed.number or isinstance(placed.leaf, Item)
        certainty = _NUMBERED if is_point else _LEAD if is_numbered or introducing.match(placed.text) else _PARAGRAPH
        if not is_summary:
            certainty = min(certainty, _CONCLUSION if len(leaves) <= _MOST_CONCLUSIONS else _SOME)
        fields: dict[str, Value] = {"number": number or str(counted), "group": placed.heading or heading}
        rule = "numbered point" if placed.number else "paragraph of the summary"
        yield Found("summary_point", placed.passage(), rule, heading, certainty, fields)
