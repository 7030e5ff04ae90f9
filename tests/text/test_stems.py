"""The stems of words."""

from __future__ import annotations

import pytest

from briefs.text.stems import content_stems, stem


@pytest.mark.parametrize(
    ("word", "other", "language"),
    [
        ("migrations", "migration", "en"),
        ("recommended", "recommendation", "en-GB"),
        ("keeper's", "keepers", "en"),
        ("nationales", "nationale", "fr"),
        ("puertos", "puerto", "es"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(word: str, other: str, language: str) -> None:
    assert stem(word, language) == stem(other, language)


def test_other_words_have_other_stems() -> None:
    assert stem("migrant") != stem("minister")


def test_a_word_of_a_language_without_a_stemmer_is_its_own_stem() -> None:
    assert stem("miestai", "zz") == "miestai"


def test_common_words_are_left_out_of_what_texts_have_in_common() -> None:
    assert content_stems("The keepers of the quay", frozenset({"the", "of"})) == {"keeper", "quay"}
