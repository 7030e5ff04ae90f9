"""Why some proposals cannot be accepted as they are, and what can be done instead."""

from __future__ import annotations

from typing import NamedTuple

from briefs.model.document import FormRef
from briefs.model.proposal import ProposalKind
from briefs.model.sent_text import SentParagraph


class Obstacle(NamedTuple):
    """An obstacle, and what can be done instead; both are whole sentences, or empty."""

    obstacle: str = ""
    offer: str = ""


NO_OBSTACLE = Obstacle()
OWN_WORDS = "This cannot be changed: it is the report's own words."
BY_PROGRAM = "The program prints these words itself: they are written in no file of the project."
CALLED = Obstacle(
    "A note is printed as long as something calls it.",
    "It goes by itself when the words that call it go.",
)
PROGRAM = Obstacle(BY_PROGRAM)
SAME_WORDS = Obstacle("These changes leave the words as they are, so there is nothing to apply.")
MOST_WORDS = 400
"""The most words of a wording that is checked: those of a whole page, far more than any unit of a brief has."""
TOO_LONG = Obstacle(
    "This has more words than a page of a brief, so it is not checked, and cannot be accepted.",
    "Ask for a wording of one or two sentences, or reject it.",
)
_OF_KINDS: dict[ProposalKind, Obstacle] = {
    "format": Obstacle("Style sheets decide how a brief looks, so this is never applied."),
    "tag": Obstacle(
        "Source tags follow from the anchors of blocks, so they cannot be changed here.",
        "If the source is wrong, change the anchor of the block.",
    ),
    "split": Obstacle(
        "A block prints one paragraph, so it cannot be divided here.",
        "Write a block of its own for the second part, and call both in the template.",
    ),
    "merge": Obstacle(
        "These are several units, so they cannot be joined here.",
        "Call the blocks as one unit in the template, or write one block for both.",
    ),
}


def obstacle_to(kind: ProposalKind, form: str, paragraph: SentParagraph | None = None) -> Obstacle:
    """What keeps a proposal of this kind, for this form of a paragraph, from being accepted as it is."""
    if kind == "reword" and _is_own_words(form, paragraph):
        offer = "" if form else "Print the short form of the block instead, and change that."  # a form knows its block
        return Obstacle(OWN_WORDS, offer)
    if kind == "delete" and paragraph is not None and paragraph.role == "note":
        return CALLED
    return _OF_KINDS.get(kind, NO_OBSTACLE)


def is_too_long(text: str) -> bool:
    """Whether a wording has more than `MOST_WORDS`: checks are made for sentences, and would take very long."""
    return len(text.split(maxsplit=MOST_WORDS)) > MOST_WORDS


def _is_own_words(form: str, paragraph: SentParagraph | None) -> bool:
    if form:
        return FormRef.parse(form).is_verbatim
    return paragraph is not None and paragraph.is_verbatim and not any(piece.form for piece in paragraph.pieces)
