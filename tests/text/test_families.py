"""Words of one family have a beginning in common, and are spelled in one way for comparing them."""

from __future__ import annotations

import pytest

from briefs.text.families import same_family, spelled

ENDINGS = frozenset(("ation", "ant", "ory", "atory", "ance", "er", "ion", "ions", "ive", "e", "es", "ed"))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("migrant", "migration"),
        ("migratory", "migrants"),
        ("govern", "governance"),
        ("create", "creation"),
        ("tide", "tide"),
        ("creative", "creates"),
    ],
)
def test_words_that_differ_in_endings_only_are_of_one_family(word: str, other: str) -> None:
    assert same_family(word, other, ENDINGS)


@pytest.mark.parametrize(("word", "other"), [("harbour", "harvest"), ("act", "active"), ("migrant", "minister")])
def test_words_that_only_begin_alike_are_not(word: str, other: str) -> None:
    assert not same_family(word, other, ENDINGS)


@pytest.mark.parametrize(
    ("one", "other"), [("labour", "labor"), ("organise", "organize"), ("programme", "program"), ("our", "our")]
)
def test_a_word_is_compared_as_it_is_spelled_in_one_place(one: str, other: str) -> None:
    spellings = {"our": "or", "ise": "ize", "mme": "m"}
    assert spelled(one, spellings) == spelled(other, spellings)
