from __future__ import annotations

from dataclasses import replace

from briefs.report.pdf.pdf_line_styles import begins_run_in, body_style, is_tabular, line_size, style_of
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun
from tests.report.pdf.heading_lines import SetPages


def line(*runs: PdfRun) -> PdfLine:
    text = "".join(run.text for run in runs)
    return PdfLine(0, 0, text, runs, runs[0].x0, runs[-1].x1, 700, 710)


def run(text: str, size: float = 11, bold: bool = False, rise: float = 0, x0: float = 72, x1: float = 100) -> PdfRun:
    return PdfRun(text, "Serif-Bold" if bold else "Serif", size, bold, False, x0, x1, rise)


BODY = body_style(SetPages().text().text().heading("Wells").text().lines)


def test_the_body_is_what_most_characters_look_like() -> None:
    assert (BODY.size, BODY.fonts, BODY.is_bold) == (11.0, frozenset({"Serif"}), False)
    assert 14 < BODY.leading < 15


def test_a_line_is_bold_if_its_letters_are() -> None:
    assert style_of(line(run("2.1 "), run("Wells", bold=True)), BODY).is_bold
    assert not style_of(line(run("Wells", bold=True), run(" in the village")), BODY).is_bold


def test_marks_of_notes_do_not_count() -> None:
    style = style_of(line(run("Wells", 14, True), run("3", 8, rise=6)), BODY)
    assert (style.size, style.is_bold) == (14.0, True)


def test_small_capitals_have_the_size_of_the_large_ones() -> None:
    style = style_of(line(run("W", 12), run("ELLS AND PUMPS", 9.6)), BODY)
    assert (style.size, style.is_capitals) == (12.0, True)
    assert style.described == "capitals, 12 pt"


def test_another_font_is_seen_whatever_its_weight() -> None:
    other = replace(run("Wells"), font="Sans-Light")
    assert style_of(line(other), BODY).is_other_font
    assert not style_of(line(replace(other, font="Serif-Italic")), BODY).is_other_font


def test_bold_words_that_go_on_in_plain_ones_are_run_in() -> None:
    assert begins_run_in(line(run("Wells.", bold=True), run(" They are deep.")))
    assert not begins_run_in(line(run("Wells are deep.")))


def test_wide_gaps_make_cells_but_not_after_a_number() -> None:
    assert is_tabular(line(run("Name of village", x1=150), run("Wells", x0=220, x1=260)))
    assert not is_tabular(line(run("2.1", x1=90), run("Wells of the village", x0=130, x1=260)))
    assert not is_tabular(line(run("Recommendation 4:", x1=150), run("Dig deeper wells", x0=190, x1=260)))


def test_the_size_of_a_line_is_that_of_most_of_it() -> None:
    assert line_size(line(run("W", 30), run("ells are deep", 11))) == 11


def test_larger_type_in_which_whole_paragraphs_are_set_is_running_text_too() -> None:
    pages = SetPages(size=9).text(lines=30).text(lines=30)
    pages.size = 10.5
    body = body_style(pages.text(lines=9).heading("Wells").text(lines=9).lines)
    assert (body.size, body.running) == (9.0, (9.0, 10.5))
    assert [body.beside(size) for size in (8, 9.5, 10.5, 14)] == [9.0, 9.0, 10.5, 10.5]
