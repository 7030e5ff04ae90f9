"""Words with their stems and places."""

from __future__ import annotations

from briefs.text.words import sentences_of, words_of


def test_words_have_their_stem_and_their_place() -> None:
    text = "The keepers’ quay re-opened: twice."
    found = words_of(text)
    assert [text[word.start : word.end] for word in found] == [word.text for word in found]
    assert [word.lower for word in found] == ["the", "keepers", "quay", "re-opened", ":", "twice", "."]
    assert words_of("opened")[0].stem == words_of("opening")[0].stem


def test_marks_are_told_from_words() -> None:
    assert [word.text for word in words_of("No (none), 12 – never…") if word.is_mark] == ["(", ")", ",", "–"]


def test_an_apostrophe_within_a_word_is_straight_in_lower_case() -> None:
    assert [word.lower for word in words_of("It doesn’t")] == ["it", "doesn't"]


def test_words_of_other_languages_are_stemmed_by_their_rules() -> None:
    nations, nation = words_of("nationales nationale", "fr-FR")
    assert nations.stem == nation.stem


def test_sentences_are_those_of_the_text() -> None:
    assert sentences_of("One. Two? Three") == ("One.", "Two?", "Three")


def test_a_text_has_the_same_words_in_all_forms_of_a_language() -> None:
    assert words_of("They reopened.", "en-GB") is words_of("They reopened.")
