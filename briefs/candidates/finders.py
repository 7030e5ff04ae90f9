"""The finders of candidates, a row for each kind of block that the words of a report can show."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.candidates.finding_acronyms import find_acronyms
from briefs.candidates.finding_answers import find_answers
from briefs.candidates.finding_benefits import find_benefits
from briefs.candidates.finding_contradictions import find_contradictions
from briefs.candidates.finding_counterweights import find_counterweights
from briefs.candidates.finding_dates import find_dates
from briefs.candidates.finding_definitions import find_definitions
from briefs.candidates.finding_facts import find_facts
from briefs.candidates.finding_institutions import find_institutions
from briefs.candidates.finding_numbered_parts import find_follow_ups, find_next_steps, find_pillars, find_principles
from briefs.candidates.finding_questions import find_questions
from briefs.candidates.finding_quotes import find_quotes
from briefs.candidates.finding_recommendations import find_proposals, find_recommendations
from briefs.candidates.finding_summary_points import find_summary_points
from briefs.candidates.finding_terms import find_terms
from briefs.candidates.found import Finder
from briefs.candidates.rule_words import sections_of

FINDERS: Mapping[str, Finder] = {
    "summary_point": find_summary_points,
    "recommendation": find_recommendations,
    "proposal": find_proposals,
    "benefit": find_benefits,
    "counterweight": find_counterweights,
    "term": find_terms,
    "definition": find_definitions,
    "pillar": find_pillars,
    "principle": find_principles,
    "contradiction": find_contradictions,
    "question": find_questions,
    "institution": find_institutions,
    "follow_up": find_follow_ups,
    "next_step": find_next_steps,
    "quote": find_quotes,
    "fact": find_facts,
    "date": find_dates,
    "acronym": find_acronyms,
    "answer": find_answers,
}
"""Finders by kind, in the order of the inventory."""

_SECTIONS = {"proposal": "recommendation"}
"""The sections of the word files that finders read, where they are not those of their kinds."""


def kinds_without_words(language: str) -> tuple[str, ...]:
    """The kinds for which there are finders, but no words in this language: none of them is found."""
    known = sections_of(language)
    return tuple(kind for kind in FINDERS if _SECTIONS.get(kind, kind) not in known)
