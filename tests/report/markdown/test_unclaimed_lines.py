from __future__ import annotations

from briefs.report.markdown.unclaimed_lines import with_unclaimed
from briefs.report.pieces import ParagraphPiece, Piece, QuotationPiece
from tests.report.shown_pieces import shown

FOUND: list[Piece] = [ParagraphPiece((2,), "two"), QuotationPiece((4, 6), "four six", "block", "")]


def test_each_line_that_is_in_no_piece_gets_one() -> None:
    lines = ["[a]: http://x", "two", "", "> four", ">", "> six", "words * left", "---", ":::", "[b]: y", "'title'", "c"]
    assert shown(with_unclaimed(FOUND, lines, quiet=[12])) == [
        "1 markup: [a]: http://x",
        "2 p: two",
        "4–6 block quotation: four six",
        "7 p: words ∗ left",
        "8–12 markup: ---\n:::\n[b]: y\n'title'\nc",
    ]
