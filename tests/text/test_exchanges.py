"""Words that stand where the passage has others."""

from __future__ import annotations

from briefs.text.exchanges import displaced, doubled, exchanges, reversed_pairs
from briefs.text.readings import Reading, Vocabulary, read

VOCABULARY = Vocabulary("en", frozenset(("the", "and", "a", "in", "of", "for", "with", "by", "be", "was", "that")))


def _read(text: str) -> Reading:
    return read(text, VOCABULARY)


def test_a_word_between_the_same_neighbours_as_another_is_found() -> None:
    form, passage = (
        _read("Several captains felt that"),
        _read("Several keepers felt that a pier for old captains was built"),
    )
    (found,) = (one for one in exchanges(form, passage) if one.is_between)
    assert (form.tokens[found.said].lower, passage.tokens[found.given].lower) == ("captains", "keepers")


def test_a_list_in_another_order_exchanges_nothing() -> None:
    passage = _read("Greater light, order and patience for the ferries")
    assert list(exchanges(_read("Greater order, light and patience"), passage)) == []


def test_two_words_that_have_changed_places_around_a_third_are_found() -> None:
    form, passage = _read("Keepers help captains"), _read("Captains help keepers in winter")
    assert [form.words(first, last) for first, _, last in reversed_pairs(form, passage)] == ["Keepers help captains"]


def test_two_words_around_a_verb_in_the_passive_have_not() -> None:
    assert list(reversed_pairs(_read("Keepers helped by captains"), _read("Captains helped keepers"))) == []


def test_a_word_of_another_sentence_than_all_the_others_is_displaced() -> None:
    form = _read("A meeting of captains in Bergen")
    passage = _read("A meeting of captains is planned in Oslo. Keepers wait in Bergen.")
    (found,) = displaced(form, passage)
    assert (form.tokens[found.said].lower, passage.tokens[found.given].lower) == ("bergen", "oslo")


def test_a_word_that_a_clause_has_more_often_stands_for_another() -> None:
    form, passage = _read("Harbours of Oslo, Bergen and Bergen"), _read("Harbours of Oslo, Bergen and Tromso")
    assert {passage.tokens[one.given].lower for one in doubled(form, passage)} == {"tromso"}


def test_a_word_in_apposition_is_not_doubled() -> None:
    assert list(doubled(_read("Bergen, Bergen sails"), _read("Bergen sails early"))) == []
