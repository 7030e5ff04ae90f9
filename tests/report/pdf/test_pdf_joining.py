"""Paragraphs go on in the next column and on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_joining import join_split
from briefs.report.pdf.pdf_line_setting import SetLine
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun
from briefs.report.pdf.pdf_paragraphs import Block, Measures


def line(text: str, page: int = 0, column: int = 0, size: float = 10, is_bold: bool = False) -> SetLine:
    run = PdfRun(text, "Times", size, is_bold, False, 50, 300)
    return SetLine(PdfLine(page, column, text, (run,), 50, 300, 100, 108))


def joined(*parts: SetLine | None) -> list[Sequence[int] | None]:
    lines = [one for one in parts if one is not None]
    blocks: list[Block | None] = []
    for one in parts:
        is_open = one is not None and not one.line.text.endswith(".")
        blocks.append(None if one is None else Block([lines.index(one)], is_open=is_open))
    return [None if block is None else block.lines for block in join_split(blocks, lines, Measures())]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    assert joined(line("the tides"), line("come early", column=1), line("in spring", page=1)) == [[0, 1, 2]]


def test_what_ends_with_a_sentence_does_not_go_on() -> None:
    assert joined(line("the tides."), line("come early", page=1)) == [[0], [1]]


def test_text_goes_on_over_captions_but_not_over_headings_and_tables() -> None:
    assert joined(line("the tides"), line("Figure 1", size=8), line("come early", page=1)) == [[0, 2], [1]]
    assert joined(line("the tides"), line("A quotation", page=1, is_bold=True), line("come early", page=1)) == [
        [0, 2],
        [1],
    ]
    assert joined(line("the tides"), None, line("come early", page=1)) == [[0], None, [1]]


def test_text_in_one_column_or_pages_apart_is_not_joined() -> None:
    assert joined(line("the tides"), line("come early")) == [[0], [1]]
    assert joined(line("the tides"), line("come early", page=2)) == [[0], [1]]
