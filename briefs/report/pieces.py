"""Pieces: what a reader finds in a report's file, in order, before there is a tree. All formats have the same kinds.

Each piece has its text as received, and the numbers (from 1) of the lines that it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.report.hints import HeadingHint, TableHint

_SOFT_HYPHEN = "\u00ad"


def joined_lines(parts: Sequence[str]) -> str:
    """The lines of one text with a space between them, but none after a soft hyphen, which divides a word."""
    text = " ".join(parts)
    return text.replace(f"{_SOFT_HYPHEN} ", "") if _SOFT_HYPHEN in text else text


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
