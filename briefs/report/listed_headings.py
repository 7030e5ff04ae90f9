"""Lists of contents among the pieces of a format that marks none: titles under "Contents" that are headings below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefs.report.contents_list import title_key
from briefs.report.pieces import HeadingPiece, ItemPiece, MatterPiece, ParagraphPiece, Piece
from briefs.report.unpaged_contents import unpaged_contents
from briefs.text.heading_words.heading_word_files import heading_words

_PAGE = re.compile(r"(?<![\s.…])[\s.…]+\d{1,4}(?:[-–]\d{1,4})?$")


def with_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in which the entries of a list of contents are such, with its title, whatever pages stand after them;
    also the title of a list that the format itself marks."""
    headings = {title_key(piece.text) for piece in pieces if isinstance(piece, HeadingPiece)}
    texts = [_title_of(piece, headings) for piece in pieces]
    listed = {
        index
        for index, (text, after) in enumerate(zip(texts, pieces[1:], strict=False))
        if text and _is_entry(after) and heading_words().is_contents_title(text)
    }
    if found := unpaged_contents(texts):
        listed |= found.lines
    return [_entry(piece) if index in listed else piece for index, piece in enumerate(pieces)]


def _title_of(piece: Piece, headings: set[str]) -> str:
    """The text of a piece that may be an entry, without the page behind it if only so it is that of a heading."""
    if not isinstance(piece, HeadingPiece | ParagraphPiece | ItemPiece):
        return ""
    text = " ".join(piece.text.split())
    bare = _PAGE.sub("", text)
    return bare if title_key(text) not in headings and title_key(bare) in headings else text


def _is_entry(piece: Piece) -> bool:
    return isinstance(piece, MatterPiece) and piece.role == "contents"


def _entry(piece: Piece) -> Piece:
    if isinstance(piece, ItemPiece):
        return MatterPiece(piece.lines, f"{piece.marker} {piece.text}".strip(), "contents")
    if isinstance(piece, HeadingPiece | ParagraphPiece):
        return MatterPiece(piece.lines, piece.text, "contents")
    return piece
