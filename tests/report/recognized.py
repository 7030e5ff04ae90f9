"""Reports for tests as readers recognise them: one line of text for each piece."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.diagnostics import Checked
from briefs.report.hints import HeadingHint
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    Piece,
    QuotationPiece,
    RowPiece,
    TableShape,
)
from briefs.report.recognized import Recognized
from briefs.report.recognized_reader import parsed_report
from briefs.report.source import Parsed, Source
from tests.report.builders import hints, outline


def heading(text: str, level: int = 1) -> HeadingPiece:
    """A heading that a reader recognised."""
    return HeadingPiece((), text, HeadingHint(text=text, level=level, label="?"), "style", 1.0)


def paragraph(text: str, in_list: str = "") -> ParagraphPiece:
    """A paragraph, which may continue an item."""
    return ParagraphPiece((), text, in_list)


def item(marker: str, text: str, list_id: str = "l", depth: int = 0) -> ItemPiece:
    """An item of the list with this id."""
    return ItemPiece((), text, marker, 4 * depth, list_id, depth)


def note(number: int, text: str, cited_as: str = "") -> FootnotePiece:
    """A footnote."""
    return FootnotePiece((), text, number, cited_as)


def row(*cells: str, table: int = 1, is_head: bool = False) -> RowPiece:
    """A row of a table that a reader recognised; all rows of one have the same cells for columns."""
    return RowPiece((), cells, TableShape(table, ("",) * len(cells)), is_head)


def quotation(text: str) -> QuotationPiece:
    """A quotation in the body."""
    return QuotationPiece((), text, "block", "")


def running(text: str) -> MatterPiece:
    """A running head."""
    return MatterPiece((), text, "running head")


def recognized(*pieces: Piece) -> Recognized:
    """A report with these pieces, each on a line of its own."""
    numbered = tuple(replace(piece, lines=(number,)) for number, piece in enumerate(pieces, 1))
    return Recognized(numbered, "\n".join(piece.text if hasattr(piece, "text") else "row" for piece in pieces))


def parsed(*pieces: Piece, hint_text: str = "") -> Checked[Parsed]:
    """The tree made of the pieces, with the hints."""
    return parsed_report(Source("report.docx", b"", hints(hint_text)), Checked(recognized(*pieces)))


def tree(*pieces: Piece, hint_text: str = "") -> list[str]:
    """The tree as one line per node; it must be without diagnostics."""
    result = parsed(*pieces, hint_text=hint_text)
    assert result.problems == ()
    return outline(result.value.children)
