"""Pages, as Word last laid them out."""

from __future__ import annotations

from briefs.report.word.word_pages import PageCounter, WordSection, sections_of
from briefs.word.elements import parse
from tests.report.word.word_files import par, recognized, table, text

BEGINS = "<w:r><w:lastRenderedPageBreak/></w:r>"
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def pages(body: str) -> list[tuple[str, int]]:
    return [(page.label, page.first_line) for page in recognized(body).pages]


def test_lines_are_on_the_page_on_which_they_begin() -> None:
    body = par("One") + par(text("Two goes") + BEGINS + text("on")) + par("Three") + par(BEGINS + text("Four"))
    assert pages(body) == [("1", 1), ("2", 3), ("3", 4)]


def test_a_break_and_the_page_that_word_noted_after_it_are_one() -> None:
    body = par(text("One") + BREAK) + par(BEGINS + text("Two")) + par(text("x") + BEGINS + text("y")) + par("Three")
    assert pages(body) == [("1", 1), ("2", 2), ("3", 4)]


def test_without_pages_that_word_noted_there_are_none() -> None:
    assert pages(par(text("One") + BREAK) + par("Two")) == []


def test_cells_beside_each_other_go_over_the_same_pages() -> None:
    cell = par(text("a") + BEGINS + text("b"))
    assert pages(table((cell, cell, cell), ("c", "d", "e")) + par("End")) == [("1", 1), ("2", 2)]


def test_sections_count_pages_anew_in_their_own_format() -> None:
    numbers = '<w:sectPr><w:pgNumType w:fmt="{}" w:start="1"/></w:sectPr>'
    front = par("Preface", "", numbers.format("lowerRoman")) + par(BEGINS + text("Chapter"))
    assert pages(front + par(BEGINS + text("More")) + numbers.format("decimal")) == [("i", 1), ("1", 2), ("2", 3)]
    continuous = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    assert pages(par("One", "", continuous) + par("Two") + par(BEGINS + text("Three")) + continuous)[-1] == ("2", 3)


def test_columns_are_no_pages() -> None:
    columns = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>'
    body = par("One", "", "<w:sectPr/>") + par(BEGINS + text("Left") + BEGINS + text("right")) + par("Left still right")
    body += par(BEGINS + text("Next page")) + par("Continuous", "", columns) + par(BEGINS + text("Same page")) + columns
    assert pages(body) == [("1", 1), ("2", 4)]


def test_sections_are_read_and_there_is_always_one() -> None:
    body = parse("<w:sectPr><w:type w:val='continuous'/><w:pgNumType w:start='x'/></w:sectPr>")
    assert sections_of(body) == [WordSection(False)]
    assert sections_of(parse("")) == [WordSection()]


def test_going_back_to_a_page_counts_it_only_once() -> None:
    counter = PageCounter([WordSection()])
    counter.note()
    counter.go_to(0)
    counter.note()
    counter.note()
    assert (counter.index, counter.labels) == (2, ["1", "2", "3"])
    counter.end_section()
    assert counter.index == 2, "there is no other section"
