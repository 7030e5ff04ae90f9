from __future__ import annotations

from briefs.report.pdf.pdf_heading_blocks import HeadingBlock, heading_blocks, repeated_lines, stands_out
from briefs.report.pdf.pdf_line_styles import body_style, style_of
from tests.report.pdf.heading_lines import SetPages


def blocks(pages: SetPages) -> list[HeadingBlock]:
    return heading_blocks(pages.lines, body_style(pages.lines), set(), set())


def test_size_weight_and_font_stand_out_and_small_type_does_not() -> None:
    pages = SetPages().text().text()
    body = body_style(pages.lines)
    pages.line("Large", 14).line("Bold", bold=True).line("Other", font="Sans").line("plain").line("Note", 8, True)
    looks = [stands_out(style_of(line, body), body) for line in pages.lines[-5:]]
    assert looks == [True, True, True, False, False]


def test_a_block_knows_what_is_around_it() -> None:
    pages = SetPages().text().heading("Wells").text().heading("End")
    first, last = blocks(pages)
    assert (first.text, first.is_apart, first.has_text_below) == ("Wells", True, True)
    assert first.gap > 1.5
    assert not last.has_text_below


def test_named_lines_are_blocks_whatever_their_look() -> None:
    pages = SetPages().text().line("Wells", gap=2).text()
    named = heading_blocks(pages.lines, body_style(pages.lines), set(), {4})
    assert [block.text for block in named] == ["Wells"]


def test_items_captions_and_digits_are_no_blocks() -> None:
    pages = SetPages().text()
    for text in ("• Item", "\uf0b7 Item", "Figure 3: Wells", "2026", "–"):
        pages.line(text, 14, True, gap=2).text()
    assert blocks(pages) == []


def test_words_of_the_report_number_headings() -> None:
    pages = SetPages().text().line("Measure Flood-3: Dig deeper wells in all of the villages.", bold=True, gap=2).text()
    assert [block.label for block in blocks(pages)] == ["Measure"]


def test_lines_at_one_height_of_three_pages_are_repeated() -> None:
    pages = SetPages()
    for number in range(3):
        pages.line(f"Water, page {number}").line(f"Other words {'x' * number}").page()
    assert repeated_lines(pages.lines) == {0, 2, 4}


def test_sentences_and_references_to_books_are_seen_whatever_ends_them() -> None:
    pages = SetPages().text()
    for text in (
        "They dug wells in all of the villages.",
        "Brook, A. 1998. Wells of the valley and what became of them, Hill Press",
        "They dug. Then they went on and dug again and again",
        "2.1 Wells and pumps.",
        "What became of the wells?",
    ):
        pages.line(text, 14, gap=2).text()
    assert [block.is_sentence for block in blocks(pages)] == [True, True, True, False, False]
