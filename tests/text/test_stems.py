"""Words without the endings that grammar gives them."""

from __future__ import annotations

from briefs.text.stems import content_stems, stem


def test_the_forms_of_a_word_have_one_stem() -> None:
    assert stem("migration") == stem("migrating") == "migrat"
    assert stem("board's") == stem("boards") == "board"


def test_common_words_say_nothing() -> None:
    assert content_stems("The ferries of the winter, and ferries.", frozenset(("the", "of", "and"))) == {
        "ferrie",
        "winter",
    }
