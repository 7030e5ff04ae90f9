"""What stands on one baseline is one line, with its raised marks and its spaces."""

from __future__ import annotations

from briefs.report.pdf.pdf_line_setting import SetLine, by_elements, raised_mark, set_lines
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun
from tests.report.pdf.builders import drawn_pdf, file_of, text_at


def lines_of(content: str) -> list[SetLine]:
    return set_lines(file_of(drawn_pdf(content)).pages[0].chunks[0], 0, 0)


def texts_of(content: str) -> list[str]:
    return [line.line.text for line in lines_of(content)]


def test_lines_are_read_from_top_to_bottom_in_whatever_order_they_are_drawn() -> None:
    assert texts_of(text_at(50, 280, "second") + text_at(90, 300, "line") + text_at(50, 300, "first")) == [
        "first line",
        "second",
    ]


def test_a_raised_mark_belongs_to_its_line() -> None:
    (line,) = lines_of(text_at(50, 300, "tides") + text_at(69, 304, "12", 6))
    assert line.line.text == "tides12"
    assert [(run.text, run.rise) for run in line.line.runs] == [("tides", 0.0), ("12", 4.0)]
    assert line.size == 10


def test_a_mark_of_a_note_is_known_at_the_beginning_of_its_line() -> None:
    (line,) = lines_of(text_at(50, 303, "7", 6) + text_at(54, 300, "See the minutes.", 8))
    assert raised_mark(line) == "7"
    (line,) = lines_of(text_at(50, 300, "7 boats"))
    assert raised_mark(line) is None
    assert raised_mark(_line("¹² See the minutes.")) == "12"


def test_a_large_initial_letter_begins_the_first_line_beside_it() -> None:
    drawn = (
        text_at(50, 270, "T", 42)
        + text_at(78, 294, "he tides")
        + text_at(78, 282, "come in")
        + text_at(78, 270, "early")
    )
    assert texts_of(drawn) == ["The tides", "come in", "early"]


def test_lines_of_elements_that_stand_beside_each_other_follow_each_other() -> None:
    left, right = [_line(f"left {n}", 0, 50, n) for n in range(2)], [_line(f"right {n}", 60, 90, n) for n in range(2)]
    mixed = [_in(left[0], 1), _in(right[0], 2), _in(left[1], 1), _in(right[1], 2)]
    assert [line.line.text for line in by_elements(mixed)] == ["left 0", "left 1", "right 0", "right 1"]


def _line(text: str, x0: float = 0, x1: float = 50, row: int = 0) -> SetLine:
    run = PdfRun(text, "Times", 10, False, False, x0, x1)
    return SetLine(PdfLine(0, 0, text, (run,), x0, x1, 300 - 12 * row, 308 - 12 * row))


def _in(line: SetLine, element: int) -> SetLine:
    return SetLine(line.line, element=element)
