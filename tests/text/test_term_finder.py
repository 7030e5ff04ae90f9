"""Finding the words and phrases of a list, the longest first."""

from __future__ import annotations

from briefs.text.term_finder import TermFinder
from briefs.text.words import words_of


def found(finder: TermFinder[int], text: str, blocked: frozenset[int] = frozenset()) -> list[tuple[str, int]]:
    words = words_of(text)
    return [(text[words[one.start].start : words[one.end - 1].end], one.value) for one in finder.find(words, blocked)]


def test_the_longest_phrase_is_found_at_each_place() -> None:
    finder = TermFinder({"a number of": 3, "number": 1, "most": 4})
    assert found(finder, "A number of keepers, Most days, one number.") == [
        ("A number of", 3),
        ("Most", 4),
        ("number", 1),
    ]


def test_a_phrase_with_a_blocked_word_is_left_out() -> None:
    finder = TermFinder({"most": 4})
    assert found(finder, "Most keepers, most days", frozenset({0})) == [("most", 4)]


def test_words_are_found_in_all_their_forms_by_their_stem() -> None:
    finder = TermFinder({"suggest": 2, "point out": 1}, by_stem=True)
    assert found(finder, "It suggested, and pointed out, a suggestion") == [
        ("suggested", 2),
        ("pointed out", 1),
        ("suggestion", 2),
    ]
    assert found(TermFinder({"suggest": 2}), "It suggested") == []


def test_irregular_forms_are_found_by_their_word() -> None:
    finder = TermFinder({"feel": 2}, by_stem=True, forms={"feel": ["felt"]})
    assert found(finder, "They felt it") == [("felt", 2)]
    (felt,) = words_of("felt")
    (feel,) = words_of("feel")
    assert finder.key(felt) == finder.key(feel)
    assert TermFinder({"feel": 2}).key(felt) == "felt"


def test_a_shorter_phrase_is_found_where_a_longer_one_is_blocked() -> None:
    finder = TermFinder({"most of all": 1, "most": 2, "most of": 3})
    assert found(finder, "most of all", frozenset({2})) == [("most of", 3)]
    assert found(finder, "most of all", frozenset({1})) == [("most", 2)]
    assert found(finder, "of most", frozenset({1})) == []
