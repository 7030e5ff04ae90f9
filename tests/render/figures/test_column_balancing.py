"""Columns of text side by side that take few lines and look alike."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.figures.column_balancing import balanced_columns
from briefs.render.figures.line_breaking import broken_lines


def half_an_em(text: str) -> float:
    return len(text) * 0.5


def columns(*texts: str | list[str], characters: int, least: Sequence[float] = ()) -> list[float]:
    """The widths of balanced columns, in characters."""
    several = [[text] if isinstance(text, str) else text for text in texts]
    widths = balanced_columns(several, characters / 2, half_an_em, [width / 2 for width in least])
    return [width * 2 for width in widths]


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
    assert broken_lines("aaaa bbbbb cccc ddd", 4.5, half_an_em) == ["aaaa", "bbbbb", "cccc ddd"]
    widths = columns("aaaa bbbbb cccc ddd", "xxxx yyyy", characters=20)
    assert widths == pytest.approx([10.5, 9.5], abs=0.6)


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
        alike = max(len(broken_lines(text, characters // len(texts) / 2, half_an_em)) for text in texts)
        found = max(len(broken_lines(text, width / 2, half_an_em)) for text, width in zip(texts, widths, strict=True))
        assert found <= alike


def test_of_a_wide_column_no_more_widths_are_tried_than_it_takes() -> None:
    seen: list[float] = []

    class Counted(float):
        """The width of a letter, which knows the lines that it is compared with."""

        def __le__(self, limit: float) -> bool:
            seen.append(limit)
            return float(self) <= limit

    widths = balanced_columns([["one"], ["two"]], 100_000, lambda text: Counted(len(text) * 0.5))
    assert widths == pytest.approx([50_000, 50_000])
    assert len(set(seen)) < 210
