"""What a wording is called in a list for people: "Para 3", "Row “States”, column 3", "Note 2"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefs.model.sent_text import SentParagraph
from briefs.text.quotations import INNER_QUOTES

_SHOWN = 5
"""How many words name a paragraph that has no number."""
_MASTHEAD = {
    "masthead title": "Title",
    "masthead about": "What the brief is about",
    "masthead issuer": "First line of the masthead",
    "masthead identity": "Reference line",
    "masthead status": "Status line",
    "masthead copy": "Line of the copy",
}


def first_words(text: str) -> str:
    """The first words of a text, in quotation marks."""
    words = _inner(text).split()
    return f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"


def labels_of(sent: Sequence[SentParagraph]) -> Mapping[str, str]:
    """The label of each paragraph, by its key."""
    rows = {row_of(one): one.text for one in reversed(sent) if one.role == "cell" and one.text.strip()}
    return {one.key: _label(one, rows.get(row_of(one), "")) for one in sent}


def row_of(paragraph: SentParagraph) -> str:
    """What all cells of a row have in common; of any other paragraph, its unit or key."""
    return paragraph.key.rpartition("#")[0] if paragraph.role == "cell" else paragraph.unit or paragraph.key


def row_label(label: str) -> str:
    """The label of a whole row, from that of one of its cells."""
    return label.rpartition(", column ")[0] or label


def _label(paragraph: SentParagraph, row: str) -> str:
    number, words = paragraph.number, first_words(paragraph.text)
    match paragraph.role:
        case "masthead":
            return _MASTHEAD.get(paragraph.key, f"Masthead {words}")
        case "heading":
            return f"Heading “{_inner(paragraph.text)}”"
        case "text":
            return f"Para {words}" if number is None else f"Para {number}"
        case "intro":
            return f"Introduction {words}"
        case "attribution":
            return f"Attribution {words}"
        case "caption":
            return f"Caption {words}"
        case "column":
            return f"Column heading “{_inner(paragraph.text)}”"
        case "cell":
            name = first_words(row) if row else "without a heading"
            return f"Row {name}, column {paragraph.column}"
        case "note":
            return f"Note {words}" if number is None else f"Note {number}"
        case "tag":
            return f"Source tags {words}"


def _inner(text: str) -> str:
    """A text that is going to stand in quotation marks: its own become single ones."""
    return text.translate(INNER_QUOTES)
