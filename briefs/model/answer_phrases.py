"""The words of the answer to those who commented on a draft, by language, as `phrases` are for briefs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class AnswerPhrases:
    """The words of one language. Numbers are filled in as digits.

    `outcomes` are for proposals, by what became of them; "changed" is for those accepted in other words. `counts` are
    the same for a sentence. `decisions` are those of offices.
    """

    title: str
    status: str
    about: str
    running: str
    summary: str
    summary_one: str
    counts: Mapping[str, tuple[str, str]]
    clearance: str
    clearance_caption: str
    clearance_columns: tuple[str, str, str]
    decisions: Mapping[str, str]
    as_written: str
    comments: str
    comments_caption: str
    comments_columns: tuple[str, str, str, str, str]
    nothing: str
    outcomes: Mapping[str, str]
    was: str
    proposed: str
    variant: str
    leave_out: str
    move: str
    new: str
    split: str
    merge: str
    comment: str
    resolved: str
    reply: str
    now: str
    chosen: str
    report_says: str
    author: str
    somebody: str


ENGLISH = AnswerPhrases(
    title="What became of comments on “{title}”",
    status="ANSWER TO COMMENTS ON v{version}",
    about="Lists every comment and proposed change in the copies that came back, and what became of it.",
    running="Answer to comments",
    summary="{total} proposals and comments came in: {counts}.",
    summary_one="One proposal or comment came in: {counts}.",
    counts=MappingProxyType(
        {
            "accepted": ("{number} was accepted", "{number} were accepted"),
            "changed": ("{number} was accepted with changes", "{number} were accepted with changes"),
            "rejected": ("{number} was not accepted", "{number} were not accepted"),
            "noted": ("{number} was noted", "{number} were noted"),
            "open": ("{number} is still open", "{number} are still open"),
        }
    ),
    clearance="Clearance",
    clearance_caption="What offices decided",
    clearance_columns=("Office", "Decision", "Date"),
    decisions=MappingProxyType(
        {
            "cleared": "Cleared",
            "with comments": "Cleared with comments",
            "not cleared": "Not cleared",
            "unclear": "To be confirmed",
        }
    ),
    as_written="{decision}: “{written}”",
    comments="Comments and proposals",
    comments_caption="Comments and proposals, and what became of them",
    comments_columns=("No.", "Place", "Comment or proposal", "From", "Answer"),
    nothing="Nobody proposed or commented on anything.",
    outcomes=MappingProxyType(
        {
            "accepted": "Accepted",
            "changed": "Accepted with changes",
            "rejected": "Not accepted",
            "noted": "Noted",
            "open": "Still open",
        }
    ),
    was="Instead of “{text}”: ",
    proposed="“{text}”",
    variant="({letter}) ",
    leave_out="Leave out: “{text}”",
    move="Move: “{text}”",
    new="Add: “{text}”",
    split="Divide: “{text}”",
    merge="Join: “{text}”",
    comment="Comment: {text}",
    resolved="Comment, marked as resolved: {text}",
    reply="Reply: {text}",
    now="Now: “{text}”",
    chosen="as in ({letter})",
    report_says="The report says: “{text}” ({label}).",
    author="{office} ({names})",
    somebody="not known",
)

ANSWER_LANGUAGES: Mapping[str, AnswerPhrases] = MappingProxyType({"en": ENGLISH})
"""By the primary language of a BCP 47 tag (RFC 5646, 2.2.1)."""


def answer_phrases_for(language: str) -> AnswerPhrases:
    """The words of the language with this BCP 47 tag; English if the language is not known."""
    return ANSWER_LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
