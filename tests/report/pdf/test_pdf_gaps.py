"""Bands are what stands side by side; gaps go through bands."""

from __future__ import annotations

from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_gaps import bands_of, gaps_of, sides_of
from tests.report.pdf.builders import column_at, drawn_pdf, file_of


def chunks() -> list[Chunk]:
    content = column_at(50, 350, ["one", "two", "three", "four"]) + column_at(
        150, 350, ["five", "six", "seven", "eight"]
    )
    return file_of(drawn_pdf(content)).pages[0].chunks[0]


def test_texts_at_one_height_are_in_one_band() -> None:
    assert [[chunk.text for chunk in band.chunks] for band in bands_of(chunks())] == [
        ["one", "five"],
        ["two", "six"],
        ["three", "seven"],
        ["four", "eight"],
    ]


def test_a_gap_goes_through_all_bands_that_leave_it_free() -> None:
    bands = bands_of(chunks())
    gap = gaps_of(bands, 8.0)[0]
    assert (gap.first, gap.last) == (0, 3)
    left, right = sides_of(bands, gap)
    assert [row[0].text for _, row in left] == ["one", "two", "three", "four"]
    assert [row[0].text for _, row in right] == ["five", "six", "seven", "eight"]
