"""What was kept of texts is let go."""

from __future__ import annotations

from briefs.text.forgotten_texts import forget_texts
from briefs.text.words import sentences_of


def test_what_was_read_in_texts_is_forgotten() -> None:
    sentences_of("Some words that somebody has read")
    assert sentences_of.cache_info().currsize > 0
    forget_texts()
    assert sentences_of.cache_info().currsize == 0
