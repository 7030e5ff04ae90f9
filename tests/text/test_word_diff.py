"""Changes between two texts, word by word."""

from __future__ import annotations

import pytest

from briefs.text.word_diff import likeness, word_diff


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Some keepers agreed.", "Most keepers agreed.", "[-Some-]{+Most+} keepers agreed."),
        ("They like a new well", "They like a well", "They like a [-new-] well"),
        ("They like a well", "They like a new well", "They like a {+new+} well"),
        ("if at all.", "if at all!", "if at all[-.-]{+!+}"),
        ("a b c d e f g", "a b c d e f g h", "… d e f g {+h+}"),
        ("x a b c d e f", "y a b c d e f", "[-x-]{+y+} a b c d …"),
        ("x a b c d e f g h i z", "y a b c d e f g h i w", "[-x-]{+y+} a b c d … f g h i [-z-]{+w+}"),
        ("the  same", "the same", ""),
        ("", "new words", "{+new words+}"),
        ("old words", "", "[-old words-]"),
        ("win-win", "win-lose", "[-win-win-]{+win-lose+}"),
    ],
)
def test_changes_are_shown_with_the_words_around_them(before: str, after: str, expected: str) -> None:
    assert word_diff(before, after) == expected


def test_how_alike_texts_are_is_counted_in_words() -> None:
    assert likeness("one two three four", "one two three five") == 0.75
    assert likeness("one", "two") == 0.0
