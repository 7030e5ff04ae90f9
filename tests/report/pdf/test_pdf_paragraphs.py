"""Lines are paragraphs and items by their distances, indents and ends."""

from __future__ import annotations

import pytest

from briefs.report.pdf.pdf_line_setting import set_lines
from briefs.report.pdf.pdf_paragraphs import Block, is_closed, measure, paragraphs_of
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at

FULL = "the keepers of the small harbours met in the old house by the sea"

OTHER = "They asked of all who came for a lamp at the quay, and for a bell"


def blocks_of(content: str) -> tuple[list[Block], list[str]]:
    """The blocks that lines are, and their texts."""
    lines = set_lines(file_of(drawn_pdf(content)).pages[0].chunks[0], 0, 0)
    blocks = paragraphs_of(lines, range(len(lines)), measure(lines, range(len(lines))))
    return blocks, [" ".join(lines[index].line.text for index in block.lines) for block in blocks]


def texts_of(content: str) -> list[str]:
    return blocks_of(content)[1]


def test_more_white_between_lines_ends_a_paragraph() -> None:
    content = column_at(50, 350, [FULL] * 3) + column_at(50, 306, [FULL] * 2)
    assert texts_of(content) == [" ".join([FULL] * 3), " ".join([FULL] * 2)]


def test_an_indent_begins_a_paragraph() -> None:
    content = column_at(50, 350, [FULL, f"{FULL}."]) + text_at(65, 326, f"And {FULL}"[:60]) + text_at(50, 314, FULL)
    assert len(texts_of(content)) == 2


def test_a_sentence_that_ends_early_ends_a_paragraph() -> None:
    assert texts_of(column_at(50, 350, [FULL, "by night.", OTHER, "by day."])) == [
        f"{FULL} by night.",
        f"{OTHER} by day.",
    ]


def test_a_short_line_within_a_sentence_ends_nothing() -> None:
    assert len(texts_of(column_at(50, 350, [FULL, "the keepers of the harbours met", FULL]))) == 1


def test_a_quotation_goes_on_until_its_marks_are_closed() -> None:
    lines = ["\x93A void gets filled.", "By whom was it dug?\x94", "Nobody knew it then.", FULL]
    encoded = "".join(
        text_at(50, 350 - 12 * index, line.encode("latin-1").decode("cp1252")) for index, line in enumerate(lines)
    )
    assert texts_of(encoded)[0] == "“A void gets filled. By whom was it dug?”"


def test_another_size_or_weight_begins_a_block() -> None:
    content = text_at(50, 362, "Tides and wells", 10, "B") + column_at(50, 350, [FULL, FULL])
    assert texts_of(content)[0] == "Tides and wells"


@pytest.mark.parametrize(
    ("markers", "found"),
    [
        (("•", "•"), ["•", "•"]),
        (("1.", "2."), ["1.", "2."]),
        (("a)", "b)"), ["a)", "b)"]),
        (("(iv)", "(v)"), ["(iv)", "(v)"]),
        (("1.2", "1.3"), ["1.2", "1.3"]),
        (("- a)", "- b)"), ["- a)", "- b)"]),
    ],
)
def test_markers_begin_items(markers: tuple[str, ...], found: list[str]) -> None:
    drawn = "".join(
        text_at(60, 350 - 24 * index, f"{marker} {FULL}"[:50]) + text_at(74, 338 - 24 * index, "by night.")
        for index, marker in enumerate(markers)
    )
    blocks, _ = blocks_of(text_at(50, 362, "These were the requests of the keepers:") + drawn)
    assert [block.marker for block in blocks] == ["", *found]


def test_the_letter_o_in_a_font_of_its_own_is_a_bullet() -> None:
    blocks, _ = blocks_of(text_at(50, 350, "o", 10, "B") + text_at(64, 350, "lamps") + text_at(50, 320, "o lamps"))
    assert [block.marker for block in blocks] == ["o", ""]


@pytest.mark.parametrize(
    ("text", "closed"), [("tides.", True), ("tides.”", True), ("tides:", True), ("tides.12", False), ("tides,", False)]
)
def test_a_text_is_closed_as_sentences_are(text: str, closed: bool) -> None:
    assert is_closed(text) is closed
