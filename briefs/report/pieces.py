"""Pieces: what a reader finds in a report's file, in order, before there is a tree. All formats have the same kinds.

Each piece has its text as received, and the numbers (from 1) of the lines that it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from briefs.model.language_words import LANGUAGE_WORDS
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
    """A heading, with the hint that gives its level and label."""

    lines: tuple[int, ...]
    text: str
    hint: HeadingHint


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """A paragraph, or a part of one that something interrupts."""

    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ItemPiece:
    """A list item: its marker as received ("a)", "- 2]"), and its indent in characters."""

    lines: tuple[int, ...]
    text: str
    marker: str
    indent: int


@dataclass(frozen=True, slots=True)
class FootnotePiece:
    """A footnote, without its mark."""

    lines: tuple[int, ...]
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class QuotationPiece:
    """A display quotation; `lines` include that of its attribution."""

    lines: tuple[int, ...]
    text: str
    role: Literal["epigraph", "pull"]
    attribution: str


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A row of a table, with the hint for the table. If it cannot be split, it has fewer or more cells than columns."""

    lines: tuple[int, ...]
    cells: tuple[str, ...]
    table: TableHint


@dataclass(frozen=True, slots=True)
class MatterPiece:
    """A piece that is not content: a title, an entry of the contents list, a signature, a note under a table."""

    lines: tuple[int, ...]
    text: str
    role: Literal["title", "contents", "signature", "note"]


Piece: TypeAlias = HeadingPiece | ParagraphPiece | ItemPiece | FootnotePiece | QuotationPiece | RowPiece | MatterPiece
