from __future__ import annotations

import pytest

from briefs.report.outermost_level import from_first_level
from briefs.report.pieces import HeadingPiece, Piece
from tests.report.recognized import heading, paragraph


@pytest.mark.parametrize(
    ("levels", "expected"),
    [([2, 3, 2], [1, 2, 1]), ([3, 5, 2], [2, 4, 1]), ([1, 3], [1, 3]), ([2, 1], [2, 1]), ([6], [1]), ([], [])],
)
def test_the_outermost_headings_are_of_the_first_level(levels: list[int], expected: list[int]) -> None:
    pieces: list[Piece] = [paragraph("Text."), *(heading("One", level) for level in levels)]
    found = from_first_level(pieces)
    assert found[0] is pieces[0]
    assert [piece.hint.level for piece in found if isinstance(piece, HeadingPiece)] == expected
