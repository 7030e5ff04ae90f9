"""Where the words of two texts differ, and in which unit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.verification import word_changes as module
from briefs.verification.file_contents import words_in
from briefs.verification.word_changes import WordChange, likeness, missing_units, word_changes

UNITS = {
    "a": "Most keepers agreed that a timetable would help.",
    "b": "Ferries could carry more bicycles in the winter months, and all year round.",
}
TEXT = f"Harbour Board\n1 {UNITS['a']}\n2 {UNITS['b']}\nContact: East Quay"


def changes(after: str, before: str = TEXT) -> tuple[WordChange, ...]:
    return word_changes(words_in(before), words_in(after), UNITS)


def test_where_words_and_lines_are_divided_makes_no_difference() -> None:
    assert changes(TEXT.replace(" ", "\n").replace("bicycles", "bi\u00adcyc les")) == ()
    assert changes(TEXT.replace("fi", "ﬁ").replace(" ", "\u00a0")) == ()


def test_a_change_is_told_with_its_unit() -> None:
    assert changes(TEXT.replace("Most", "All")) == (WordChange("a", "Most", "All"),)
    assert changes(TEXT.replace("more ", "")) == (WordChange("b", "more", ""),)
    assert changes(TEXT.replace("would help", "would hardly help")) == (WordChange("a", "", "hardly"),)
    assert changes(TEXT.replace("East", "West")) == (WordChange("", "East", "West"),)
    assert changes(f"Secret. {TEXT}") == (WordChange("", "", "Secret."),)


def test_changes_of_signs_count() -> None:
    assert changes(TEXT.replace("help.", "help?")) == (WordChange("a", "help.", "help?"),)
    assert word_changes(("5", "%"), ("-5", "%")) == (WordChange("", "5", "-5"),)


def test_changes_near_each_other_are_one() -> None:
    assert changes(TEXT.replace("Most keepers agreed", "All keepers denied")) == (
        WordChange("a", "Most keepers agreed", "All keepers denied"),
    )


def test_a_unit_that_goes_on_over_a_page_is_found() -> None:
    broken = TEXT.replace("in the winter", "in the Harbour Board · Page 1 of 2 A timetable winter")
    assert changes(broken.replace("carry", "take"), broken) == (WordChange("b", "carry", "take"),)


def test_of_long_texts_only_the_number_of_words_is_told() -> None:
    before = tuple(map(str, range(module._FAR + 1)))
    assert word_changes(before, (*before[1:], "x", "y")) == (WordChange("", "1 words", "2 words"),)


def test_units_whose_words_are_not_there_are_missing() -> None:
    assert missing_units(UNITS, words_in(TEXT)) == ()
    assert missing_units(UNITS, words_in(TEXT.replace("winter", "summer"))) == ("b",)
    assert likeness(UNITS, words_in(TEXT)) == 1
    assert 0.3 < likeness(UNITS, words_in(UNITS["a"])) < 0.5
    assert likeness({}, ()) == 1


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_texts_without_changes_are_the_same_but_for_spaces(one: str, other: str) -> None:
    is_same = "".join(one.split()) == "".join(other.split())
    assert (word_changes(words_in(one), words_in(other)) == ()) == is_same
