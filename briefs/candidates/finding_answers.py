"""Finding answers: what stands under headings that are questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefs.candidates.finding_questions import is_question
from briefs.candidates.found import Found, Material
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.placed_leaves import placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Paragraph

_LONGEST = 60
"""A paragraph of more words answers with its first sentence."""
_FEWEST = 3
"""Fewer headings that ask, side by side, are only written so to be lively."""
_LISTED, _HEADED = 0.85, 0.6


class AnswerWords(Model):
    """`headings` stand over questions with their answers."""

    headings: Words = ()


def find_answers(material: Material) -> Iterator[Found]:
    """The first paragraph under each heading that is a question, in a list of questions or with others beside it."""
    words = words_for("answer", AnswerWords, material.language)
    if words is None:
        return
    headings = phrase_pattern(words.headings)
    leaves = placed_leaves(material.report)
    asking = {id(one.sections[-1]): one.sections[:-1] for one in leaves if one.sections and is_question(one.heading)}
    beside = Counter(id(above[-1]) if above else 0 for above in asking.values())
    answered: set[int] = set()
    for placed in leaves:
        if not isinstance(placed.leaf, Paragraph) or not is_question(placed.heading) or not placed.sentences:
            continue
        section = placed.sections[-1]
        is_listed = any(headings.search(one) for one in placed.headings[:-1])
        above = id(placed.sections[-2]) if len(placed.sections) > 1 else 0
        if id(section) not in answered and (is_listed or beside[above] >= _FEWEST):
            answered.add(id(section))
            passage = placed.text if len(placed.text.split()) <= _LONGEST else placed.sentences[0]
            certainty = _LISTED if is_listed else _HEADED
            fields = {"question": placed.heading}
            yield Found("answer", placed.passage(passage), "heading that asks", placed.heading, certainty, fields)
