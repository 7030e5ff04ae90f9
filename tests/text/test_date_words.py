from __future__ import annotations

import pytest

from briefs.text.date_words import date_words

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_twelve_months_and_no_name_means_two(language: str) -> None:
    names = date_words(language).names()
    assert len(names) == 12
    every = [name for month in names for name in month]
    assert len(set(every)) == len(every)


def test_abbreviations_are_told_from_names_and_regions_do_not_matter() -> None:
    assert date_words("en-GB").names(".")[8] == ("september", "sept.", "sep.")
    assert date_words("de-AT").names()[0] == ("januar", "jänner", "jan")


def test_a_language_that_is_not_known_has_no_words() -> None:
    assert date_words("tlh").names() == []
