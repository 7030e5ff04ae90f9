"""Lines of text that fit, and dates in the order of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.forms import BlockView, FormText
from briefs.compose.pictures import chronological, no_measure, wrapped
from briefs.model.block import Block
from briefs.model.diagnostics import BriefsError, Place
from briefs.model.drawn import Drawn
from tests.render.drawn import date, pillar


def half_an_em(text: str, bold: bool) -> float:
    return len(text) * (0.6 if bold else 0.5)


def lines(text: str, characters: int, bold: bool = False) -> list[str]:
    return wrapped(text, characters * 5, 10, bold, half_an_em)


def view(block: Block) -> BlockView:
    return BlockView(Drawn(block, Place("blocks.yaml", 1), {}), lambda drawn, form: AssertionError(form))


def test_lines_are_as_long_as_they_may_be_and_broken_at_spaces() -> None:
    assert lines("one two three four", 9) == ["one two", "three", "four"]
    assert lines("one two three four", 10) == ["one two", "three four"]


def test_bold_letters_are_wider() -> None:
    assert lines("one two", 7) == ["one two"]
    assert lines("one two", 7, bold=True) == ["one", "two"]


def test_a_space_that_does_not_break_does_not() -> None:
    assert lines("page 12\u00a0000", 8) == ["page", "12\u00a0000"]


def test_a_word_that_is_too_long_is_broken_after_its_hyphens_and_strokes_first() -> None:
    assert lines("a well-meant and/or", 6) == ["a", "well-", "meant", "and/or"]
    assert lines("and/or-else", 6) == ["and/", "or-", "else"] or lines("and/or-else", 6) == ["and/or", "-else"]
    assert lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


def test_lines_know_the_form_that_they_print() -> None:
    broken = lines(FormText("one two", "fact.a/short"), 4)
    assert [(line, line.form) for line in broken if isinstance(line, FormText)] == [
        ("one", "fact.a/short"),
        ("two", "fact.a/short"),
    ]


def test_marks_of_bold_and_italic_are_left_out_and_quotes_are_curled() -> None:
    assert lines('**one** *two* "three"', 99) == ["one two “three”"]


def test_blocks_and_passages_are_printed_in_their_short_form() -> None:
    block = pillar(1, "Title", "A short form").model_copy(update={"summary": None})
    (line,) = wrapped(view(block), 500, 10, False, half_an_em)
    assert isinstance(line, FormText)
    assert (line, line.form) == ("A short form", "pil.1/short")


def test_nothing_is_one_empty_line() -> None:
    assert lines("", 9) == [""]


@given(st.text(st.sampled_from("ab -/–é"), max_size=60), st.integers(1, 20))
def test_no_line_is_too_wide_and_nothing_but_spaces_is_lost(text: str, characters: int) -> None:
    broken = lines(text, characters)
    assert all(half_an_em(line, False) * 10 <= characters * 5 for line in broken)
    assert "".join(broken).replace(" ", "") == "".join(lines(text, 1000)).replace(" ", "")


def test_without_a_measure_a_picture_is_an_error_of_the_environment() -> None:
    with pytest.raises(BriefsError, match=r"^a picture needs the widths of letters"):
        wrapped("one", 10, 10, False, no_measure)


def test_a_year_stands_after_the_days_and_months_of_it_and_what_has_no_date_last() -> None:
    sorts = ("undated", "2010", "2009-11-27", "2009", "2009-11", "2010-02", "1951")
    blocks = [view(date(str(index), "when", sort, "what")) for index, sort in enumerate(sorts)]
    assert [str(block.sort) for block in chronological(blocks)] == [
        *("1951", "2009-11-27", "2009-11", "2009"),
        *("2010-02", "2010", "undated"),
    ]
