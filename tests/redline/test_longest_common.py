"""Common subsequences: as long as possible, and in as few stretches as possible."""

from __future__ import annotations

from briefs.redline.longest_common import SPACE, WORD, Stretch, stretches


def pieces(old: str, new: str) -> list[tuple[bool, str, str]]:
    found = stretches(old, new, [SPACE if letter == " " else WORD for letter in old])
    return [(one.is_equal, old[one.start : one.end], new[one.first : one.last]) for one in found]


def test_both_sequences_are_divided_without_a_rest() -> None:
    for old, new in (("abc", "abc"), ("", "abc"), ("abc", ""), ("", ""), ("abcabba", "cbabac"), ("aXbXc", "abYc")):
        found = pieces(old, new)
        assert "".join(one for _, one, _ in found) == old
        assert "".join(other for _, _, other in found) == new
        assert all(one == other for is_equal, one, other in found if is_equal)


def test_the_longest_one_is_found() -> None:
    found = pieces("abcabba", "cbabac")
    assert sum(len(one) for is_equal, one, _ in found if is_equal) == 4


def test_equal_elements_that_follow_each_other_stay_together() -> None:
    assert pieces("ab", "abab") in ([(True, "ab", "ab"), (False, "", "ab")], [(False, "", "ab"), (True, "ab", "ab")])
    assert pieces("x a b y", "x a b a b y").count((True, "x a b", "x a b")) <= 1
    assert len(pieces("x a b y", "x a b a b y")) == 3


def test_words_count_more_than_spaces() -> None:
    assert (True, "a", "a") in pieces(" a", "a ") or (True, " a", " a") in pieces(" a", "a ")


def test_very_long_sequences_are_compared_too() -> None:
    old = "".join(chr(200 + at) for at in range(2500))
    found = stretches("x" + old + "y", "z" + old[::-1] + "w", [WORD] * 2502)
    assert found[0] == Stretch(False, *found[0][1:])
    assert any(one.is_equal for one in found)
