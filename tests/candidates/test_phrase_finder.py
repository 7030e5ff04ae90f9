"""Phrases of the word files in running text."""

from __future__ import annotations

import pytest

from briefs.candidates.phrase_finder import first_phrase, phrase_pattern


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("should", "States Should act", "Should"),
        ("should", "shoulder", ""),
        ("recommend*", "It recommended this.", "recommended"),
        ("*قال", "وقال أحدهم", "وقال"),
        ("call on", "We call\u00a0on States", "call\u00a0on"),
        ("l'état", "que l’État agisse", "l’État"),
        ("q&a", "Q&A", "Q&A"),
    ],
)
def test_a_phrase_is_found_as_whole_words_in_any_case(phrase: str, text: str, found: str) -> None:
    assert first_phrase((phrase,), text) == found


def test_the_longest_phrase_at_a_place_counts() -> None:
    assert first_phrase(("call", "call upon"), "They call upon States.") == "call upon"


def test_a_whole_text_may_be_asked_to_be_a_phrase() -> None:
    assert phrase_pattern(("summary",), whole=True).search("Summary")
    assert phrase_pattern(("summary",), whole=True).search("Summary of costs") is None


def test_no_phrases_are_found_nowhere() -> None:
    assert first_phrase((), "anything") == ""
