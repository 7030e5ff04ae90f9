"""Lines of text that fit, and dates in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from briefs.compose.looks.pictures import balanced, chronological, measured, no_measure, wrapped
from hypothesis import given
from hypothesis import strategies as st

from briefs.compose.looks.block_view import BlockView, FormText
from briefs.model.block import Block
from briefs.model.diagnostics import BriefsError, Place
from briefs.model.library import Drawn
from tests.render.drawn import date, pillar


def half_an_em(text: str, bold: bool) -> float:
    return len(text) * (0.6 if bold else 0.5)


def lines(text: str, characters: int, bold: bool = False) -> list[str]:
    return wrapped(half_an_em, text, characters * 5, 10, bold)


def view(block: Block) -> BlockView:
    return BlockView(Drawn(block, Place("blocks.yaml", 1), {}), lambda drawn, form: AssertionError(form))


def test_lines_are_as_long_as_they_may_be_and_broken_at_spaces() -> None:
    assert lines("one two three four", 9) == ["one two", "three", "four"]
    assert lines("one two three four", 10) == ["one two", "three four"]


def test_no_word_stands_alone_on_a_line_where_as_few_lines_can_do_without() -> None:
    assert lines("one two three four", 14) == ["one two", "three four"]
    assert lines("aa bb cc dddd eeeeee", 8) == ["aa bb", "cc dddd", "eeeeee"], "not: aa bb cc, dddd, eeeeee"


def test_a_word_alone_stands_on_the_last_line_rather_than_before() -> None:
    assert lines("one two three", 9) == ["one two", "three"]


def test_lines_are_as_alike_as_they_can_be() -> None:
    assert lines("a bb ccc dd e ff ggg hh", 16) == ["a bb ccc dd", "e ff ggg hh"]


def test_words_that_a_space_keeps_together_are_not_alone() -> None:
    assert lines("aa bb cc New\u00a0York eeeeee ff", 9) == ["aa bb cc", "New\u00a0York", "eeeeee ff"]


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
    (line,) = wrapped(half_an_em, view(block), 500, 10, False)
    assert isinstance(line, FormText)
    assert (line, line.form) == ("A short form", "pil.1/short")


def test_nothing_is_one_empty_line() -> None:
    assert lines("", 9) == [""]


@given(st.text(st.sampled_from("ab -/–é"), max_size=60), st.integers(1, 20))
def test_no_line_is_too_wide_and_nothing_but_spaces_is_lost(text: str, characters: int) -> None:
    broken = lines(text, characters)
    assert all(half_an_em(line, False) * 10 <= characters * 5 for line in broken)
    assert "".join(broken).replace(" ", "") == "".join(lines(text, 1000)).replace(" ", "")


def columns(*texts: str | list[str], characters: int, least: Sequence[float] = ()) -> list[float]:
    """The widths of balanced columns, in characters."""
    widths = balanced(half_an_em, texts, characters * 5, 10, False, [5 * width for width in least])
    return [width / 5 for width in widths]


def test_columns_are_as_wide_as_it_takes_for_the_fewest_lines() -> None:
    assert columns("one", "one two six", characters=18) == pytest.approx([7, 11], abs=0.3)
    assert columns("one two six ten", "one two six ten", characters=14) == pytest.approx([7, 7])


def test_columns_share_alike_what_they_do_not_need() -> None:
    assert columns("one", "seven hundred", characters=24) == pytest.approx([10, 14], abs=0.3)


def test_no_column_is_much_narrower_or_wider_than_the_others() -> None:
    wide = "abcdef ghijkl mnopqr stuvwx"
    assert columns("a", wide, characters=22) == pytest.approx([8.6, 13.4], abs=0.2)
    assert columns("a", "b", wide, characters=30) == pytest.approx([8.5, 8.5, 13])


def test_columns_are_as_wide_as_it_takes_to_leave_no_word_alone() -> None:
    first, second = columns("aaaa bbbbb cccc ddd", "xxxx yyyy", characters=20)
    assert lines("aaaa bbbbb cccc ddd", 9) == ["aaaa", "bbbbb", "cccc ddd"]
    assert (first, second) == pytest.approx((10.5, 9.5), abs=0.6)


def test_several_texts_may_stand_in_one_column() -> None:
    assert columns(["one", "seven hundred"], ["one", "two"], characters=24) == pytest.approx([14, 10], abs=0.3)


def test_no_column_is_narrower_than_its_longest_word_or_than_it_is_told() -> None:
    short, long = columns("government", "a b c d e f g h i j k l m n o", characters=17)
    assert short >= 10
    assert short + long == pytest.approx(17)
    assert columns("one", "one two six ten", characters=20, least=[10])[0] >= 10


def test_columns_without_room_for_their_words_are_alike() -> None:
    assert columns("government", "governments", characters=12) == [6, 6]


@given(
    st.lists(st.text(st.sampled_from("ab -/–é"), max_size=60), min_size=1, max_size=5),
    st.integers(5, 60),
    st.lists(st.integers(1, 9), max_size=5),
)
def test_columns_fill_the_width_and_take_no_more_lines_than_columns_alike(
    texts: list[str], characters: int, least: list[int]
) -> None:
    widths = columns(*texts, characters=characters, least=least)
    assert sum(widths) == pytest.approx(characters)
    if not any(least) and all(len(word) <= characters // len(texts) for text in texts for word in text.split(" ")):
        alike = max(len(lines(text, characters // len(texts))) for text in texts)
        found = max(
            len(wrapped(half_an_em, text, width * 5, 10, False)) for text, width in zip(texts, widths, strict=True)
        )
        assert found <= alike


def test_of_a_wide_column_no_more_widths_are_tried_than_it_takes() -> None:
    seen: list[float] = []

    class Counted(float):
        """The width of a letter, which knows the lines that it is compared with."""

        def __le__(self, limit: float) -> bool:
            seen.append(limit)
            return float(self) <= limit

    columns = balanced(lambda text, bold: Counted(len(text) * 0.5), ["one", "two"], 10_000, 0.1, False)
    assert columns == pytest.approx([5000, 5000])
    assert len(set(seen)) < 210


def test_a_text_in_one_line_is_as_wide_as_its_letters() -> None:
    assert measured(half_an_em, "one two", 10, False) == 35
    assert measured(half_an_em, "one two", 10, True) == 42


def test_without_a_measure_a_picture_is_an_error_of_the_environment() -> None:
    with pytest.raises(BriefsError, match=r"^a picture needs the widths of letters"):
        wrapped(no_measure, "one", 10, 10, False)


def test_a_year_stands_after_the_days_and_months_of_it_and_what_has_no_date_last() -> None:
    sorts = ("undated", "2010", "2009-11-27", "2009", "2009-11", "2010-02", "1951")
    blocks = [view(date(str(index), "when", sort, "what")) for index, sort in enumerate(sorts)]
    assert [str(block.sort) for block in chronological(blocks)] == [
        *("1951", "2009-11-27", "2009-11", "2009"),
        *("2010-02", "2010", "undated"),
    ]
