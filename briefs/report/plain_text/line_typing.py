"""The lines of a text, each typed by its look and by what the hints say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefs.model.note_marks import number_of
from briefs.report.hints import TableHint
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    Piece,
    QuotationPiece,
    RowPiece,
    joined_lines,
)
from briefs.report.plain_text.heading_spans import underline
from briefs.report.plain_text.hinted_lines import HintedLines
from briefs.report.plain_text.table_rows import split_row
from briefs.report.plain_text.text_lines import FOOTNOTE
from briefs.report.title_page import is_sentence

_CONTENTS_ENTRY = re.compile(r"\t\s*\d+(?:\s*[-–]\s*\d+)?\s*$")
_ITEM = re.compile(
    r"(\s*)((?:[-•]\s+)?(?:\d{1,3}[.\])]|(?:[a-z]|[ivxl]{2,8})[)\]]|\((?:\d{1,3}|[a-z]|[ivxl]{2,8})\))|[-•])\s+(?=\S)"
)


def type_lines(lines: Sequence[str], hinted: HintedLines) -> list[Piece]:
    """Pieces, in order, that hold every non-blank line exactly once.

    A line that follows without a blank line, and begins nothing new, continues the paragraph, list item or footnote
    before it.
    """
    return _contents_with_heading(list(_pieces(lines, hinted)))


def _pieces(lines: Sequence[str], hinted: HintedLines) -> Iterator[Piece]:
    is_front_matter, has_begun = bool(hinted.headings or hinted.quotations), False
    table: TableHint | None = None
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1]
        piece: Piece
        if not line.strip():
            continue
        if hint := hinted.headings.get(number):
            is_front_matter, table = False, hinted.tables.get(hint.text)
            span = hinted.spans.get(number, (number,))
            words = [lines[one - 1].strip() for one in span if one == number or not underline(lines[one - 1])]
            piece = HeadingPiece(span, joined_lines(words), hint)
        elif quotation := hinted.quotations.get(number):
            is_front_matter = False
            piece = quotation
        elif number in hinted.signatures:
            piece = MatterPiece((number,), line.strip(), "signature")
        elif is_front_matter and (not has_begun or _CONTENTS_ENTRY.search(line)):
            piece = MatterPiece((number,), line.strip(), "contents" if _CONTENTS_ENTRY.search(line) else "title")
        elif table:
            piece = _in_table(number, line.strip(), table)
        else:
            piece = _in_body(number, line)
        piece = _continued(piece, lines, hinted, is_front_matter)
        number = max(number, piece.lines[-1])
        if is_front_matter and isinstance(piece, MatterPiece) and piece.role == "title" and is_sentence(piece.text):
            piece = ParagraphPiece(piece.lines, joined_lines(piece.text.split("\n")))
            has_begun = True
        yield piece


def _in_table(number: int, line: str, table: TableHint) -> RowPiece | MatterPiece:
    """A row, or a note if the line has no tab between cells."""
    return RowPiece((number,), split_row(line, table), table) if "\t" in line else MatterPiece((number,), line, "note")


def _in_body(number: int, line: str) -> FootnotePiece | ItemPiece | ParagraphPiece:
    if match := FOOTNOTE.match(line):
        return FootnotePiece((number,), line[match.end() :].rstrip(), number_of(match[1]))
    if match := _ITEM.match(line):
        return ItemPiece((number,), line[match.end() :].rstrip(), match[2], len(match[1].expandtabs()))
    return ParagraphPiece((number,), line.strip())


def _continued(piece: Piece, lines: Sequence[str], hinted: HintedLines, is_front_matter: bool) -> Piece:
    """`piece` with the lines directly under it that begin nothing new."""
    if isinstance(piece, HeadingPiece | QuotationPiece | RowPiece):
        return piece
    is_matter = isinstance(piece, MatterPiece)
    if isinstance(piece, MatterPiece) and piece.role in ("contents", "note"):
        return piece
    parts = [piece.text]
    for number in range(piece.lines[-1] + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip() or hinted.begins(number):
            break
        if is_front_matter and _CONTENTS_ENTRY.search(line):
            break
        if not is_matter and (FOOTNOTE.match(line) or _ITEM.match(line)):
            break
        parts.append(line.strip())
    numbers = tuple(range(piece.lines[0], piece.lines[0] + len(parts)))
    return replace(piece, text="\n".join(parts) if is_matter else joined_lines(parts), lines=numbers)


def _contents_with_heading(pieces: list[Piece]) -> list[Piece]:
    """`pieces`, in which the front matter right before the first entry of the contents list is that list's heading."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, MatterPiece) and piece.role == "contents" and index:
            before = pieces[index - 1]
            if isinstance(before, MatterPiece | ParagraphPiece):
                return [*pieces[: index - 1], MatterPiece(before.lines, before.text, "contents"), *pieces[index:]]
            break
    return pieces
