"""Pieces: the lines of a text report, each typed by what it looks like and by what the hints say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from briefs.model.typesetting import DIGITS, SUPERSCRIPTS, clean, footnote_numbers
from briefs.report.hints import HeadingHint, TableHint

_CONTENTS_ENTRY = re.compile(r"\t\s*\d+(?:\s*[-–]\s*\d+)?\s*$")
_FOOTNOTE = re.compile(rf"\s*([{SUPERSCRIPTS}]{{1,{DIGITS}}})\s+(?=\S)")
_ITEM = re.compile(r"(\s*)((?:[-•]\s+)?(?:\d{1,3}[.\])]|[a-z][)\]])|[-•])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class HeadingPiece:
    lines: tuple[int, ...]
    text: str
    hint: HeadingHint


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ItemPiece:
    lines: tuple[int, ...]
    text: str
    marker: str
    indent: int


@dataclass(frozen=True, slots=True)
class FootnotePiece:
    lines: tuple[int, ...]
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class QuotationPiece:
    lines: tuple[int, ...]
    text: str
    role: Literal["epigraph", "pull"]
    attribution: str


@dataclass(frozen=True, slots=True)
class RowPiece:
    lines: tuple[int, ...]
    text: str
    table: TableHint


@dataclass(frozen=True, slots=True)
class MatterPiece:
    lines: tuple[int, ...]
    text: str
    role: Literal["title", "contents", "signature", "note"]


Piece: TypeAlias = HeadingPiece | ParagraphPiece | ItemPiece | FootnotePiece | QuotationPiece | RowPiece | MatterPiece


@dataclass(frozen=True, slots=True)
class Marks:
    """What the hints say of lines, by the number of the line on which each thing begins."""

    headings: Mapping[int, HeadingHint]
    quotations: Mapping[int, QuotationPiece]
    signatures: frozenset[int]
    tables: Mapping[str, TableHint]


def split_lines(text: str) -> list[str]:
    """The lines of `text`; a form feed or a Unicode separator is white space, not the end of a line."""
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[:-1] if lines[-1] == "" else lines


def type_lines(lines: list[str], marks: Marks) -> list[Piece]:
    """Every non-blank line in exactly one piece, in order. Lines that follow each other without a blank one and
    begin nothing new continue the paragraph, list item or footnote before them."""
    pieces = list(_pieces(lines, marks))
    return _contents_with_heading(pieces)


def _pieces(lines: list[str], marks: Marks) -> Iterator[Piece]:
    front = bool(marks.headings or marks.quotations)
    table: TableHint | None = None
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1]
        piece: Piece
        if not line.strip():
            continue
        if hint := marks.headings.get(number):
            front, table = False, marks.tables.get(hint.text)
            piece = HeadingPiece((number,), line.strip(), hint)
        elif quotation := marks.quotations.get(number):
            front = False
            piece = quotation
        elif number in marks.signatures:
            piece = MatterPiece((number,), line.strip(), "signature")
        elif front:
            is_entry = _CONTENTS_ENTRY.search(line)
            piece = MatterPiece((number,), line.strip(), "contents" if is_entry else "title")
        elif table:
            piece = RowPiece((number,), line.strip(), table) if "\t" in line.strip() else _note(number, line)
        elif match := _FOOTNOTE.match(line):
            piece = FootnotePiece((number,), line[match.end() :].rstrip(), footnote_numbers(match[1])[0])
        elif match := _ITEM.match(line):
            piece = ItemPiece((number,), line[match.end() :].rstrip(), match[2], len(match[1].expandtabs()))
        else:
            piece = ParagraphPiece((number,), line.strip())
        piece = _continued(piece, lines, marks)
        number = max(number, piece.lines[-1])
        yield piece


def _note(number: int, line: str) -> MatterPiece:
    return MatterPiece((number,), line.strip(), "note")


def _continued(piece: Piece, lines: list[str], marks: Marks) -> Piece:
    """`piece` with the lines directly under it that begin nothing of their own."""
    if isinstance(piece, HeadingPiece | QuotationPiece | RowPiece):
        return piece
    glue = " "
    if isinstance(piece, MatterPiece):
        if piece.role in ("contents", "note"):
            return piece
        glue = "\n"
    parts = [piece.text]
    for number in range(piece.lines[-1] + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip() or number in marks.headings or number in marks.quotations or number in marks.signatures:
            break
        if _CONTENTS_ENTRY.search(line) if glue == "\n" else _FOOTNOTE.match(line) or _ITEM.match(line):
            break
        parts.append(line.strip())
    return replace(piece, text=glue.join(parts), lines=tuple(range(piece.lines[0], piece.lines[0] + len(parts))))


def _contents_with_heading(pieces: list[Piece]) -> list[Piece]:
    """The piece of front matter right before the first entry of the contents list is that list's heading."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, MatterPiece) and piece.role == "contents" and index:
            before = pieces[index - 1]
            if isinstance(before, MatterPiece):
                return [*pieces[: index - 1], replace(before, role="contents"), *pieces[index:]]
            break
    return pieces


def rejoin(pieces: list[Piece]) -> list[Piece]:
    """Paragraphs that a page break, a footnote or a pull-quote had split, in one piece at the place of their beginning.

    Joined are a paragraph that ends without a closing sign or a footnote mark, and the next if it begins with a
    small letter and nothing but footnotes and pull-quotes stands between.
    """
    joined: list[Piece] = []
    open_at: int | None = None
    for piece in pieces:
        if isinstance(piece, ParagraphPiece):
            if open_at is not None and clean(piece.text)[:1].islower():
                first = joined[open_at]
                joined[open_at] = piece = ParagraphPiece(first.lines + piece.lines, f"{first.text} {piece.text}")
            else:
                open_at = len(joined)
                joined.append(piece)
            if piece.text.rstrip("* ")[-1:] in {*'.?!:;”)"…', *SUPERSCRIPTS}:
                open_at = None
            continue
        joined.append(piece)
        if not (isinstance(piece, FootnotePiece) or (isinstance(piece, QuotationPiece) and piece.role == "pull")):
            open_at = None
    return joined
