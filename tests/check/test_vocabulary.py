"""A passage has a word in any of its forms, and in words that may stand for it."""

from __future__ import annotations

import pytest

from briefs.check.content_words import vocabulary_for
from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.vocabulary import Vocabulary
from briefs.model.lexicon import Lexicon

PASSAGE = "Migrants were not clear about the programmes; the board undertook to look at the follow-up."


def english(declared: dict[str, tuple[str, ...]] | None = None) -> Vocabulary:
    vocabulary = vocabulary_for("en", tuple((declared or {}).items()))
    assert vocabulary is not None
    return vocabulary


@pytest.mark.parametrize("word", ["migration", "program", "undertakes", "examine", "followup", "boards", "migratory"])
def test_a_passage_has_a_word_in_another_form_or_an_equivalent_of_it(word: str) -> None:
    vocabulary = english()
    assert vocabulary.has(word, vocabulary.supported(PASSAGE))


@pytest.mark.parametrize("word", ["minister", "unfair", "refused", "ferry"])
def test_a_passage_does_not_have_other_words(word: str) -> None:
    vocabulary = english()
    assert not vocabulary.has(word, vocabulary.supported(PASSAGE))


def test_a_denying_beginning_stands_for_a_not_in_the_passage() -> None:
    lexicon = Lexicon(language="en", denying=("un",), negations=("not",))
    vocabulary = Vocabulary(lexicon)
    assert vocabulary.denies("unclear", vocabulary.supported("It was not clear"))
    assert not vocabulary.denies("unclear", vocabulary.supported("It was clear"))
    assert not vocabulary.denies("under", vocabulary.supported("It was not clear"))


def test_a_report_declares_equivalents_of_its_own() -> None:
    vocabulary = english({"look at": ("behold",)})
    assert vocabulary.has("beholding", vocabulary.supported(PASSAGE))
    assert not vocabulary.has("beholding", vocabulary.supported("The board met."))


def test_a_phrase_has_an_equivalent_in_the_passage_and_is_found_where_it_stands() -> None:
    vocabulary = english()
    text = "They joined forces; later they took part."
    phrases = vocabulary.phrases_with_equivalents(text, vocabulary.supported("Captains collaborated."))
    assert phrases == ["join forces"]
    assert vocabulary.found(phrases, text) == {5, 12}
    assert vocabulary.found(("The follow-up",), "the follow up") == {0, 4, 11}
    assert vocabulary.found(("…",), text) == frozenset()


def test_every_group_of_equivalents_has_several_words_and_none_twice() -> None:
    lexicon = lexicon_for("en")
    assert lexicon is not None
    assert [group for group in lexicon.equivalents if len(set(group)) < 2 or len(set(group)) < len(group)] == []
    assert len({tuple(sorted(group)) for group in lexicon.equivalents}) == len(lexicon.equivalents)


@pytest.mark.parametrize(
    ("word", "passage"), [("formal", "They would establish a forum."), ("preferred", "They picked up on it.")]
)
def test_a_word_with_equivalents_of_its_own_is_no_form_of_another_equivalent(word: str, passage: str) -> None:
    vocabulary = english()
    assert not vocabulary.has(word, vocabulary.supported(passage))


@pytest.mark.parametrize(
    ("word", "passage"), [("planned", "It was scheduled for May."), ("dealing", "agencies involved with ports")]
)
def test_a_word_may_stand_for_its_equivalent(word: str, passage: str) -> None:
    vocabulary = english()
    said = f"{word} with" if word == "dealing" else word
    assert vocabulary.found(vocabulary.phrases_with_equivalents(said, vocabulary.supported(passage)), said) or (
        vocabulary.has(word, vocabulary.supported(passage))
    )


def test_an_equivalent_of_a_form_of_a_word_is_none_of_its_other_forms() -> None:
    vocabulary = english()
    assert vocabulary.has("main", vocabulary.supported("The leading ports met."))
    assert not vocabulary.has("main", vocabulary.supported("The ports lack leadership."))
    assert vocabulary.has("leader", vocabulary.supported("The ports lack leadership."))


def test_keys_that_are_found_quickly_are_among_those_that_a_passage_supports() -> None:
    vocabulary = english()
    both = f"{PASSAGE} \u00b6 The board's co-chairs"
    assert vocabulary.keys_in(both) <= vocabulary.supported(both).keys
    assert all(vocabulary.is_among(word, vocabulary.keys_in(both)) for word in ("migrant", "boards", "co-chair"))
    assert not vocabulary.is_among("ferry", vocabulary.keys_in(both))
