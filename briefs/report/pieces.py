"""Pieces: what a reader finds in a report's file, in order, before there is a tree. All formats have the same kinds.

Each piece has its text as received, and the numbers (from 1) of the lines that it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.report import FURNITURE, MatterRole, QuotationRole
from briefs.report.hints import HeadingHint, TableHint

_SOFT_HYPHEN = "\u00ad"
_SUSPENDED = "|".join(sorted({word for words in LANGUAGE_WORDS.values() for word in words.suspended}))
_COMPOUND = re.compile(rf"\w[-\u2010] (?:[^\W_a-z]|(?<=\d. )(?!(?:{_SUSPENDED})(?!\w))\w)")
"""A hyphen at the end of a line that belongs to a compound, and not to a word that the line divides."""


def joined_lines(parts: Sequence[str]) -> str:
    """The lines of one text with a space between them, but none after a soft hyphen, which divides a word, or after
    the hyphen of a compound: "North-South", "COVID-19", "12-tonne"."""
    text = "".join(before if _is_compound(before, after) else f"{before} " for before, after in pairwise(parts))
    text += parts[-1] if parts else ""
    return text.replace(f"{_SOFT_HYPHEN} ", "") if _SOFT_HYPHEN in text else text


def _is_compound(before: str, after: str) -> bool:
    return before[-1:] in ("-", "\u2010") and _COMPOUND.match(f"{before[-2:]} {after[:8]}") is not None


@dataclass(frozen=True, slots=True)
class HeadingPiece:
    """A heading, with the hint that gives its level and label.

    If a reader recognised it, `evidence` says in plain words by what ("style Heading 2", "bold, 14 pt"), and
    `certainty` is from 0 to 1: 1 if the format itself says that it is a heading of this level.
    """

    lines: tuple[int, ...]
    text: str
    hint: HeadingHint
    evidence: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """A paragraph, or a part of one that something interrupts.

    `in_list`: the `list_id` of the list whose last item it continues, if the format says so; `depth` is that of this
    item, None for the deepest that is open. `is_whole`: the format says that it begins and ends here, so that it is
    never joined with others.
    """

    lines: tuple[int, ...]
    text: str
    in_list: str = ""
    is_whole: bool = False
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class ItemPiece:
    """A list item: its marker as received or as printed ("a)", "- 2]", "3.1", "•"), and its indent in characters.

    `list_id` names its list where the format says which it is: items with the same one are in one list, whatever their
    markers. `depth` is then 0 for a list that is in no other, 1 for one inside an item of that, and so on. `cited_as`
    is how it is cited if that is not by its place in the list: "para 12".
    """

    lines: tuple[int, ...]
    text: str
    marker: str
    indent: int
    list_id: str = ""
    depth: int = 0
    cited_as: str = ""


@dataclass(frozen=True, slots=True)
class FootnotePiece:
    """A footnote or endnote, without its mark. `number` is its own in the whole report, and stands in the text that
    calls it as superscript digits; `cited_as` is how it is cited if that is not "fn" and the number."""

    lines: tuple[int, ...]
    text: str
    number: int
    cited_as: str = ""


@dataclass(frozen=True, slots=True)
class QuotationPiece:
    """A display quotation; `lines` include that of its attribution."""

    lines: tuple[int, ...]
    text: str
    role: QuotationRole
    attribution: str


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table that a reader recognised: its number in the report, from 1, and the names of its columns, which are
    empty where there are none."""

    number: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A row of a table, with the table: all rows under a heading for which this is equal are one table.

    If a row cannot be split as a hint says, it has fewer or more cells than columns. `is_head`: it names the columns.
    """

    lines: tuple[int, ...]
    cells: tuple[str, ...]
    table: TableHint | TableShape
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class PicturePiece:
    """A picture, with its caption and what it shows; either may be empty, but not both."""

    lines: tuple[int, ...]
    text: str
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class MatterPiece:
    """A piece that is not content: a title, an entry of the contents list, a signature, a note under a table, a running
    head, a page number."""

    lines: tuple[int, ...]
    text: str
    role: MatterRole


Piece: TypeAlias = (
    HeadingPiece | ParagraphPiece | ItemPiece | FootnotePiece | QuotationPiece | RowPiece | PicturePiece | MatterPiece
)


def is_furniture(piece: Piece) -> bool:
    """Whether a piece is what pages repeat, or markup: text goes on over it."""
    return isinstance(piece, MatterPiece) and piece.role in FURNITURE
