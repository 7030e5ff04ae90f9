"""Edits of printed words in the text that somebody wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.typesetting import typeset
from briefs.review.carrying_over import carried_over
from briefs.review.word_tokens import tokens

WORDS = ["some", "States", "agreed", "to", '"share"', "*data*", "on", "10-15", "ports,", "the *Global Compact*", "it's"]
WRITTEN = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("written", "before", "after", "expected"),
    [
        ("Some States agreed.", "Some States agreed.", "Most States agreed.", "Most States agreed."),
        ('The "Compact"  is new.', "The “Compact” is new.", "The “Compact” is old.", 'The "Compact"  is old.'),
        ("It says this.", "It says this.", "It says “this”.", 'It says "this".'),
        (
            "It says “that” and this.",
            "It says “that” and this.",
            "It says “that” and “it”.",
            "It says “that” and “it”.",
        ),
        ("Aged 10-15 or so.", "Aged 10–15 or so.", "Aged 10–15 or more.", "Aged 10-15 or more."),
        ("One\n  two three.", "One two three.", "One two four.", "One\n  two four."),
        ("the keepers' log", "The keepers’ log", "A keepers’ log", "a keepers' log"),
        ("All is well", "All is well", "Today all is well now", "Today all is well now"),
        ("", "", "New words", None),
    ],
)
def test_only_the_edited_words_change(written: str, before: str, after: str, expected: str | None) -> None:
    assert carried_over(written, before, after) == expected


@pytest.mark.parametrize(
    ("written", "after", "expected"),
    [
        ("The *Global Compact* is new.", "The Global Pact is new.", "The *Global Pact* is new."),
        ("The *Global Compact* is new.", "The Compact is new.", "The *Compact* is new."),
        ("The *Global Compact* is new.", "The is new.", "The is new."),
        ("The *Global Compact* is new.", "The Global Pact was new.", "The *Global* Pact was new."),
        ("The *Global Compact* is new.", "The very Global Compact is new.", "The very *Global Compact* is new."),
        ("The *Global Compact* is new.", "The Global Compact itself is new.", "The *Global Compact* itself is new."),
        ("The *Global Compact* is new.", "Our World Compact is new.", "Our World *Compact* is new."),
        ("**All** of it.", "None of it.", "**None** of it."),
    ],
)
def test_marks_of_emphasis_stay_where_their_words_stay(written: str, after: str, expected: str) -> None:
    assert carried_over(written, typeset(written), after) == expected


EXPANDED = "The Global Migration Group (GMG) agreed to meet."


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("The Global Migration Group (GMG) refused to meet.", "The GMG refused to meet."),
        ("The new Global Migration Group (GMG) agreed to meet.", "The new GMG agreed to meet."),
        ("The Global Migration Group (GMG) then agreed to meet.", "The GMG then agreed to meet."),
        ("They agreed to meet.", "They agreed to meet."),
        ("The Global Big Migration Group (GMG) agreed to meet.", None),
        ("The Global Migration Team (GMG) agreed to meet.", None),
        ("The GMG agreed to meet.", None),
        ("The Global Migration Group (the GMG) agreed to meet.", None),
    ],
)
def test_the_expansion_of_an_acronym_never_comes_in(after: str, expected: str | None) -> None:
    assert carried_over("The GMG agreed to meet.", EXPANDED, after) == expected


def test_words_behind_a_sign_that_printing_added_have_no_sure_place() -> None:
    assert carried_over("They agreed", "They agreed.", "They agreed. They met.") is None
    assert carried_over("They agreed", "They agreed.", "They agreed today.") == "They agreed today"


def test_a_text_that_is_not_printed_there_is_left_alone() -> None:
    assert carried_over("Quite another text", "Some States agreed.", "Most States agreed.") is None


def test_words_that_would_turn_into_emphasis_are_not_carried_over() -> None:
    assert carried_over("Some States agreed.", "Some States agreed.", "Some *new* States agreed.") is None


@given(WRITTEN)
def test_no_edit_leaves_the_text_as_it_is(written: str) -> None:
    assert carried_over(written, typeset(written), typeset(written)) == written


@given(WRITTEN, st.data())
def test_an_edit_of_one_word_changes_only_that_word(written: str, data: st.DataObject) -> None:
    printed = typeset(written)
    words = [token for token in tokens(printed) if token.is_word]
    word = data.draw(st.sampled_from(words))
    after = f"{printed[: word.start]}lighthouse{printed[word.end :]}"
    result = carried_over(written, printed, after)
    assert result is not None
    assert typeset(result) == typeset(after)
    assert result.count("*") == written.count("*")
    number = words.index(word)
    old = [written[token.start : token.end] for token in tokens(written) if token.is_word]
    new = [result[token.start : token.end] for token in tokens(result) if token.is_word]
    assert new == [*old[:number], "lighthouse", *old[number + 1 :]]
    head, tail = written.split(old[number])[0], written.split(old[number])[-1]
    assert result.startswith(head)
    assert result.endswith(tail)


@given(WRITTEN, st.lists(st.sampled_from(["new", "lighthouse", ",", "and", "“so”"]), max_size=3), st.data())
def test_what_is_carried_over_prints_as_the_reviewer_wrote_it(
    written: str, words: list[str], data: st.DataObject
) -> None:
    printed = typeset(written).split(" ")
    start = data.draw(st.integers(0, len(printed)))
    end = data.draw(st.integers(start, min(len(printed), start + 3)))
    after = " ".join([*printed[:start], *words, *printed[end:]])
    result = carried_over(written, " ".join(printed), after)
    if result is not None:
        assert typeset(result).split() == typeset(after).split()
