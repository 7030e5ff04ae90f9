from __future__ import annotations

import pytest

from briefs.report.pieces import Piece
from briefs.report.sole_title import with_sole_title
from tests.report.recognized import heading, paragraph
from tests.report.shown_pieces import said


def test_the_one_heading_above_all_others_is_the_title() -> None:
    pieces, title = with_sole_title([heading("Report"), paragraph("By us"), heading("One", 2), heading("Two", 3)])
    assert title == "Report"
    assert list(map(said, pieces)) == ["title: Report", "p: By us", "h1: One", "h2: Two"]


@pytest.mark.parametrize(
    "pieces",
    [
        [heading("One"), heading("Two")],
        [heading("One"), heading("Under", 2), heading("Two")],
        [heading("Low", 2), heading("One"), heading("Two", 2)],
        [heading("Alone")],
        [paragraph("Words. " * 60), heading("One"), heading("Two", 2)],
        [],
    ],
)
def test_otherwise_there_is_none(pieces: list[Piece]) -> None:
    assert with_sole_title(pieces) == (pieces, "")


def test_a_heading_with_a_number_is_no_title_and_few_headings_may_be_too_few() -> None:
    numbered: list[Piece] = [heading("I. Findings"), heading("1.1 Wells", 2), heading("1.2 Rivers", 2)]
    assert with_sole_title(numbered) == (numbered, "")
    two: list[Piece] = [heading("Wells"), heading("Deep wells", 2)]
    assert with_sole_title(two, 3) == (two, "")
    assert with_sole_title(two)[1] == "Wells"
