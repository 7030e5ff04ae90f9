"""Which word of a passage a word of edited wording stands for."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text import word_alignment
from briefs.text.readings import Vocabulary, read
from briefs.text.word_alignment import partners

VOCABULARY = Vocabulary("en", frozenset(("the", "and", "a")))


def _partners(text: str, passage: str) -> dict[str, int]:
    form, given = read(text, VOCABULARY), read(passage, VOCABULARY)
    return {form.tokens[index].lower: place for index, place in partners(form, given).items()}


def test_a_word_that_the_passage_has_twice_is_the_one_beside_the_same_neighbours() -> None:
    passage = "The ferry waits and the tide turns. The harbour ferry sails."
    assert _partners("Ferry sails", passage)["ferry"] == 10
    assert _partners("Ferry waits", passage)["ferry"] == 1


def test_paths_that_cannot_be_the_best_any_more_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    passage = ". ".join(f"The ferry number{at} waits and the keeper sails by tide" for at in range(8))
    text = "the ferry number5 waits and the keeper sails by tide"
    expected, kept = _partners(text, passage), list[int]()
    best = word_alignment._best_by_end

    def counted(paths: list[word_alignment._Path]) -> list[word_alignment._Path]:
        kept.append(len(paths))
        return best(paths)

    monkeypatch.setattr(word_alignment, "_best_by_end", counted)
    monkeypatch.setattr(word_alignment, "partners", word_alignment.partners.__wrapped__)
    form, given = read(text, VOCABULARY), read(passage, VOCABULARY)
    assert {form.tokens[one].lower: at for one, at in word_alignment.partners(form, given).items()} == expected
    assert len({given.tokens[place].sentence for place in expected.values()}) == 1
    assert max(kept) < 4 * 8


def test_a_word_that_the_passage_does_not_have_has_no_partner() -> None:
    assert _partners("Ferry burns", "The ferry waits.") == {"ferry": 1}


def test_of_a_word_that_recurs_without_end_only_near_places_are_compared_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    jumps: list[int] = []

    def jump(last: int, candidate: int, *_: object) -> float:
        jumps.append(candidate)
        return 0.0 if candidate - last == 1 else 0.6

    monkeypatch.setattr(word_alignment, "_jump", jump)
    _partners("tide " * 5, "tide " * 400)
    assert len(jumps) < 4 * 400 * 13


@pytest.mark.parametrize("between", ["", "the tide turns. " * 3, "the tide turns " * 9])
def test_far_places_are_compared_by_what_the_way_to_them_costs(between: str) -> None:
    passage = f"The ferry waits. {between}Ferry boats wait for the keeper. {between}The keeper sails the ferry."
    found = _partners("Keeper sails ferry boats", passage)
    assert found["boats"] == found["ferry"] + 1
    assert found["sails"] == found["keeper"] + 1


@given(
    st.lists(st.sampled_from(("ferry", "keeper", "tide", "quay", "the", "and.")), max_size=9),
    st.lists(st.sampled_from(("ferry", "keeper", "tide", "quay", "the", "and.")), max_size=40),
)
def test_few_ways_are_compared_as_many_are(form: list[str], passage: list[str]) -> None:
    texts = " ".join(form), " ".join(passage)
    with mock.patch.object(word_alignment, "_FEW", 0):
        with_many = _partners(*texts)
    partners.cache_clear()
    assert _partners(*texts) == with_many
