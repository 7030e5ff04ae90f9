"""Lines of text that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.figures.line_breaking import best_breaking, broken_lines, clusters


def half_an_em(text: str) -> float:
    return len(text) * 0.5


def lines(text: str, characters: int) -> list[str]:
    return broken_lines(text, characters / 2, half_an_em)


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


def test_a_space_that_does_not_break_does_not() -> None:
    assert lines("page 12\u00a0000", 8) == ["page", "12\u00a0000"]


def test_a_word_that_is_too_long_is_broken_after_its_hyphens_and_strokes_first() -> None:
    assert lines("a well-meant and/or", 6) == ["a", "well-", "meant", "and/or"]
    assert lines("and/or-else", 6) == ["and/", "or-", "else"] or lines("and/or-else", 6) == ["and/or", "-else"]
    assert lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ae\u0301o", ["a", "e\u0301", "o"]),
        ("a\u0323\u0301b", ["a\u0323\u0301", "b"]),
        (f"a{FAMILY}b", ["a", FAMILY, "b"]),
        ("\U0001f44d\U0001f3fd!", ["\U0001f44d\U0001f3fd", "!"]),
        ("\u2602\ufe0f\u2602", ["\u2602\ufe0f", "\u2602"]),
        ("\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea", ["\U0001f1eb\U0001f1f7", "\U0001f1e9\U0001f1ea"]),
        (f"{SCOTLAND}a", [SCOTLAND, "a"]),
        ("\u0301a", ["\u0301", "a"]),
    ],
)
def test_marks_and_joined_emoji_stay_with_what_they_belong_to(text: str, expected: list[str]) -> None:
    assert clusters(text) == expected


def test_a_long_word_is_not_broken_between_a_letter_and_its_marks() -> None:
    assert lines("e\u0301" * 4, 3) == ["e\u0301"] * 4
    assert lines("ab-\u0338cd", 3) == ["ab", "-\u0338", "cd"]


def test_nothing_is_one_empty_line() -> None:
    assert lines("", 9) == [""]


def test_a_breaking_knows_its_lines_and_how_bad_the_words_alone_on_them_are() -> None:
    assert best_breaking("one two three four", 4.5, half_an_em)[:2] == (3, 3)
    assert best_breaking("one two three four", 5, half_an_em)[:2] == (2, 0)


@given(st.text(st.sampled_from("ab -/–é"), max_size=60), st.integers(1, 20))
def test_no_line_is_too_wide_and_nothing_but_spaces_is_lost(text: str, characters: int) -> None:
    broken = lines(text, characters)
    assert all(len(line) <= characters for line in broken)
    assert "".join(broken).replace(" ", "") == "".join(lines(text, 1000)).replace(" ", "")
