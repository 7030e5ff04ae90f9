"""Phrases are found as whole words."""

from __future__ import annotations

import pytest

from briefs.check.whole_words import has_phrase, whole_words


@pytest.mark.parametrize(
    ("text", "phrase", "has"),
    [
        ("All keepers agreed.", "all", True),
        ("The keepers allied.", "all", False),
        ("The keepers’ quay", "keepers' quay", True),
        ("so *all* agreed", "all", True),
        ("the G-20 met", "g-20", True),
    ],
)
def test_a_phrase_is_found_as_whole_words_in_capitals_or_not(text: str, phrase: str, has: bool) -> None:
    assert has_phrase(text, phrase) is has


def test_a_pattern_can_ask_for_what_follows() -> None:
    assert whole_words("next spring", r"(?!\s*\[)").search("next spring [2011]") is None
