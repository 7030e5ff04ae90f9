from __future__ import annotations

from briefs.report.pieces import HeadingPiece, MatterPiece
from briefs.report.prepared_pieces import prepared
from tests.report.recognized import heading, paragraph

ENTRY = MatterPiece((), "Wells 3", "contents")


def test_the_heading_of_a_list_of_contents_belongs_to_the_list() -> None:
    contents, other, last = prepared([heading("Contents"), ENTRY, heading("Contents")])
    assert contents == MatterPiece((), "Contents", "contents")
    assert other is ENTRY
    assert isinstance(last, HeadingPiece), "nothing is listed under it"
    assert isinstance(prepared([heading("Wells"), ENTRY])[0], HeadingPiece), "it names no list"
    assert isinstance(prepared([heading("Contents"), paragraph("Text.")])[0], HeadingPiece)


def test_the_outermost_headings_are_of_the_first_level() -> None:
    assert [
        one.hint.level for one in prepared([heading("A", 2), heading("B", 3)]) if isinstance(one, HeadingPiece)
    ] == [
        1,
        2,
    ]


def test_a_report_without_pieces_has_none() -> None:
    assert prepared([]) == []
