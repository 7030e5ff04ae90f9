"""Texts as checks of their sense read them."""

from __future__ import annotations

from briefs.text.readings import Name, Vocabulary, read

NAMES = {("harbour", "board"): Name("hb", False), ("hb",): Name("hb", False), ("keeper",): Name("hb", True)}
VOCABULARY = Vocabulary("en", frozenset(("the", "of", "a", "is")), {"vessel": "ship"}, NAMES)


def _keys(text: str) -> list[str]:
    reading = read(text, VOCABULARY)
    return [reading.tokens[index].key for index in reading.contentful]


def test_words_with_content_have_their_stem_or_that_of_a_word_they_stand_for_as_key() -> None:
    assert _keys("The tides of a vessel") == ["tide", "ship"]


def test_a_name_of_several_words_is_one_token_with_the_key_of_what_it_stands_for() -> None:
    assert _keys("The Harbour Board sails; the HB's ship") == ["hb", "sail", "hb", "ship"]


def test_a_name_is_found_in_small_letters_only_if_it_is_written_so() -> None:
    assert _keys("the harbour board, a keeper") == ["harbour", "board", "hb"]


def test_a_name_in_front_of_another_has_no_content() -> None:
    assert _keys("HB Ambassadors sail") == ["ambassador", "sail"]


def test_neighbours_of_a_word_are_in_its_clause() -> None:
    reading = read("Ferries wait; tides turn early.", VOCABULARY)
    turn = next(index for index, token in enumerate(reading.tokens) if token.lower == "turn")
    assert [reading.tokens[index].lower for index in reading.before(turn)] == ["tides"]
    assert [reading.tokens[index].lower for index in reading.after(turn)] == ["early"]


def test_words_of_a_text_are_given_as_written_and_questions_are_known() -> None:
    reading = read("Ferries wait. Why do tides turn?", VOCABULARY)
    assert reading.words(4, 0) == "Ferries wait. Why do"
    assert (reading.asks(0), reading.asks(4)) == (False, True)


def test_a_name_without_words_begins_with_none() -> None:
    vocabulary = Vocabulary("en", names={(): Name("hb", False), ("hb",): Name("hb", False)})
    assert vocabulary.beginning_with("hb") == [("hb",)]
