"""The title page of a report, by one rule for all formats: what stands before its text begins is matter of the title.

A format may call some of it a title; issuer, date and place stand there as ordinary paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pieces import HeadingPiece, ItemPiece, MatterPiece, ParagraphPiece, Piece, QuotationPiece
from briefs.report.recognized import Recognized

_LONGEST = 150
"""The most characters of a line of a title page; an address may fill one."""
_SENTENCE, _SHORT_SENTENCE = 60, 20
"""So many characters that end as a sentence does are one; the second where words have no spaces between them."""
_ENDS = (".", "!", "?", ":", ";", "…", "؟", "।")
_WIDE_ENDS = ("。", "！", "？", "：", "；")
_FEW_WORDS = 160
"""A page that is nothing but a title page has at most so many."""
_FEWEST_PAGES = 3
"""A shorter report may have no page for its title alone."""


def with_title_page(pieces: Sequence[Piece], found: Recognized) -> list[Piece]:
    """The `pieces` of the report that was `found`, in which the lines of its title page are matter of the title.

    These are all lines on the first page, if it has nothing that must be text; otherwise the paragraphs before the
    first heading or the first running text. If nothing is a heading, nothing is a title page.
    """
    if not any(isinstance(piece, HeadingPiece) for piece in pieces):
        return list(pieces)
    cover = _cover(pieces, found)
    end = cover or next((at for at, piece in enumerate(pieces) if _is_text(piece)), 0)
    first = [_as_title(piece, is_cover=bool(cover)) for piece in pieces[:end]]
    return [*first, *pieces[end:]]


def _cover(pieces: Sequence[Piece], found: Recognized) -> int:
    """How many pieces stand on a page that is nothing but a title page; 0 if there is no such page."""
    if len(found.pages) < _FEWEST_PAGES:
        return 0
    second = found.pages[1].first_line
    end = next((at for at, piece in enumerate(pieces) if _is_contents(piece) or piece.lines[0] >= second), 0)
    page = pieces[:end]
    said = sum(len(getattr(piece, "text", "").split()) for piece in page)
    is_followed = any(isinstance(piece, HeadingPiece) for piece in pieces[end:])
    return end if is_followed and said <= _FEW_WORDS and not any(map(_must_be_text, page)) else 0


def _must_be_text(piece: Piece) -> bool:
    """Whether a piece cannot stand on a title page: running text, or a heading that `report.yaml` names (it has no
    other evidence), or that the format itself calls one of the first level: none of a lower one begins a report."""
    if isinstance(piece, HeadingPiece):
        return not piece.evidence or (piece.certainty >= 1 and piece.hint.level == 1)
    return isinstance(piece, ItemPiece) or (isinstance(piece, ParagraphPiece) and is_running_text(piece.text))


def _is_contents(piece: Piece) -> bool:
    return isinstance(piece, MatterPiece) and piece.role == "contents"


def _is_text(piece: Piece) -> bool:
    """Whether the text of a report begins with a piece: no title page goes on after it."""
    if isinstance(piece, ParagraphPiece):
        return is_running_text(piece.text)
    return isinstance(piece, HeadingPiece) or _is_contents(piece)


def is_running_text(text: str) -> bool:
    """Whether a paragraph is running text rather than a line of a title page: it is long, or a sentence."""
    return len(text) > _LONGEST or is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and is longer than a date or the name of a person may be."""
    text = text.strip().rstrip('*”"»)')
    shortest = _SHORT_SENTENCE if text.endswith(_WIDE_ENDS) else _SENTENCE
    return len(text) >= shortest and text.endswith((*_ENDS, *_WIDE_ENDS))


def _as_title(piece: Piece, *, is_cover: bool) -> Piece:
    match piece:
        case ParagraphPiece(in_list=""):
            return MatterPiece(piece.lines, piece.text, "title")
        case HeadingPiece() | QuotationPiece(role="pull") if is_cover:
            return MatterPiece(piece.lines, piece.text, "title")
        case _:
            return piece
