"""The stems of words."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefs.text import stems
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


def test_threads_take_turns_at_a_stemmer_which_keeps_the_word_that_it_works_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Stemmer:
        """As those of Snowball: a word is given, changed in steps, and taken out again."""

        current = ""

        def stemWord(self, word: str) -> str:
            self.current = word
            time.sleep(0.001)  # another thread goes on here
            return self.current.upper()

    stemmer = Stemmer()
    stems._stem.cache_clear()
    monkeypatch.setattr(stems, "_stemmer", lambda name: stemmer)
    words = [f"word{number}" for number in range(20)]
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(stem, words)) == [word.upper() for word in words]
    stems._stem.cache_clear()  # nobody else is to find these
