"""What was kept of texts is let go."""

from __future__ import annotations

from briefs.preview.workshop.forgotten_texts import forget_texts
from briefs.text.words import words_of


def test_what_was_read_in_texts_is_forgotten() -> None:
    words_of("Some words that somebody has read")
    assert words_of.cache_info().currsize > 0
    forget_texts()
    assert words_of.cache_info().currsize == 0
