from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.check.searched_sentences import SearchedSentences, among, figures_in, words_in
from tests.builders import harbour_report

SENTENCES = SearchedSentences(harbour_report(), "en")


def test_sentences_are_found_by_words_and_stems() -> None:
    found = sorted(SENTENCES.having(["timet"]) | SENTENCES.having(["Ferries"]))
    assert [SENTENCES[number].text.split()[0] for number in found] == ["Most", "Ferries"]
    assert not SENTENCES.having(["ferries"])


def test_sentences_with_figures_are_known() -> None:
    assert {SENTENCES[number].leaf.label for number in SENTENCES.with_figures} == {"II item 2", "II ¶1"}


def test_a_place_has_the_sentences_of_its_leaves() -> None:
    assert sum(map(len, SENTENCES.ranges("II"))) == 3
    assert SENTENCES.ranges("III") == []
    assert SENTENCES.ranges(None) == [range(8)]


def test_words_are_without_marks_and_numbers_that_count_nothing_are_none() -> None:
    assert [word.text for word in words_in("One, another.", "en")] == ["One", "another"]
    assert [one.number for one in figures_in("They see one another in 2012.", "en")] == ["2012"]


@given(st.sets(st.integers(0, 40)), st.sets(st.tuples(st.integers(0, 40), st.integers(0, 5)), max_size=12))
def test_numbers_are_kept_that_are_in_one_of_the_ranges(numbers: set[int], spans: set[tuple[int, int]]) -> None:
    ranges, end = list[range](), 0
    for start, length in sorted(spans):
        ranges.append(range(max(start, end), max(start, end) + length))
        end = ranges[-1].stop
    assert among(numbers, ranges) == sorted(one for one in numbers if any(one in part for part in ranges))
