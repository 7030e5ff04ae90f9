"""The words by which candidates are found, language by language."""

from __future__ import annotations

import pytest

from briefs.candidates.finding_questions import QuestionWords
from briefs.candidates.rule_words import FOLDER, sections_of, words_for

LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def test_a_section_is_read_for_a_language_whatever_its_region() -> None:
    words = words_for("question", QuestionWords, "en-GB")
    assert words is not None
    assert "questions" in words.headings


def test_a_language_without_a_file_has_no_words() -> None:
    assert words_for("question", QuestionWords, "zz") is None
    assert sections_of("../en") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_in_lower_case_and_none_stands_twice(language: str) -> None:
    for name, section in sections_of(language).items():
        for field, value in section.items():
            phrases = [one.strip() for one in value.split(",")] if isinstance(value, str) else value
            if isinstance(phrases, list) and all(isinstance(one, str) for one in phrases):
                assert sorted(set(phrases)) == sorted(phrases), f"{language} {name}.{field}"
                assert [one for one in phrases if one != one.lower() and language != "de"] == []
