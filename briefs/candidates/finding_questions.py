"""Finding questions: sentences that end in a question mark, and what stands under a heading or line for questions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefs.candidates.found import Found, Material
from briefs.candidates.phrase_finder import first_phrase
from briefs.candidates.placed_leaves import PlacedLeaf, placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Footnote, Item, Paragraph
from briefs.text.quotations import quotations_in

_MARKS = ("?", "؟", "？")
_CLOSING = "\"'”’») \u00a0\u202f"
_FEWEST_WORDS = 4
"""Fewer words, as in "Why now?", are no question without those around them."""
_LISTED, _ASKED, _IN_PASSING = 0.95, 0.7, 0.4


class QuestionWords(Model):
    """`headings` stand over questions for further reflection, `driving` phrases introduce those that led a study."""

    headings: Words = ()
    driving: Words = ()


def find_questions(material: Material) -> Iterator[Found]:
    """The questions of a report: those next to each other in a paragraph are one, and so are those of one item."""
    words = words_for("question", QuestionWords, material.language)
    if words is None:
        return
    for placed in placed_leaves(material.report):
        if isinstance(placed.leaf, Paragraph | Item | Footnote):
            yield from _questions(placed, words)


def _questions(placed: PlacedLeaf, words: QuestionWords) -> Iterator[Found]:
    section = placed.section_headed(words.headings)
    driving = first_phrase(words.driving, placed.lead_in)
    evidence = driving or (section.heading.text if section else "")
    sort = "driving" if driving else "reflection" if section else "embedded"
    is_listed = isinstance(placed.leaf, Item) and bool(evidence)
    if is_listed and placed.sentences and is_question(placed.sentences[-1]):
        yield Found("question", placed.passage(), "listed question", evidence, _LISTED, {"sort": sort})
        return
    for asks, run in groupby(placed.sentences, is_question):
        asked = list(run)
        start = placed.text.find(asked[0])
        end = placed.text.find(asked[-1], start) + len(asked[-1])
        passage = placed.text[start:end]
        if asks and len(passage.split()) >= _FEWEST_WORDS:
            is_quoted = any(one.start < end <= one.end + 2 for one in quotations_in(placed.text).found)
            is_aside = isinstance(placed.leaf, Footnote) or is_quoted
            certainty = _IN_PASSING if is_aside else _LISTED if section else _ASKED
            yield Found(
                "question", placed.passage(passage), "question mark", evidence or "?", certainty, {"sort": sort}
            )


def is_question(sentence: str) -> bool:
    """Whether a sentence ends in a question mark, which quotation marks and brackets may follow."""
    return sentence.rstrip(_CLOSING).endswith(_MARKS)
