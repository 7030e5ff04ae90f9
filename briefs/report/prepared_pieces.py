"""What is the same for all formats in the pieces that a reader recognised, before `report.yaml` has its say."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.outermost_level import from_first_level
from briefs.report.pieces import HeadingPiece, MatterPiece, Piece
from briefs.text.heading_words.heading_word_files import heading_words


def prepared(pieces: Sequence[Piece]) -> list[Piece]:
    """The `pieces`, in which the heading of a list of contents belongs to it, and the outermost headings are of the
    first level."""
    following = [*pieces[1:], None][: len(pieces)]
    return from_first_level([_of_contents(piece, after) for piece, after in zip(pieces, following, strict=True)])


def _of_contents(piece: Piece, after: Piece | None) -> Piece:
    """A heading as a line of the list of contents, if it names one, and stands right above it."""
    match piece, after:
        case HeadingPiece(), MatterPiece(role="contents") if heading_words().is_contents_title(piece.text):
            return MatterPiece(piece.lines, piece.text, "contents")
        case _:
            return piece
