"""Published pages have words in every language that briefs can be in."""

from __future__ import annotations

from briefs.model.languages import known_languages
from briefs.model.published_phrases import ENGLISH, PUBLISHED_LANGUAGES, published_phrases_for


def test_every_language_of_briefs_has_them() -> None:
    assert set(known_languages()) <= PUBLISHED_LANGUAGES.keys()


def test_they_are_found_by_the_language_whatever_the_region() -> None:
    assert published_phrases_for("EN-gb") is ENGLISH
    assert published_phrases_for("xx") is ENGLISH
