"""Which word of a passage a word of edited wording stands for."""

from __future__ import annotations

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


def test_a_word_that_the_passage_does_not_have_has_no_partner() -> None:
    assert _partners("Ferry burns", "The ferry waits.") == {"ferry": 1}
