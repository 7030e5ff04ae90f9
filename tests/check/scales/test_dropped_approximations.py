"""Rough numbers that wording makes exact."""

from __future__ import annotations

import pytest

from briefs.check.scales import dropped_approximations as module
from briefs.check.scales.dropped_approximations import dropped_approximations
from briefs.text.words import Word, words_of
from tests.check.scales.builders import english


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("13 ferries sail.", "Some 13 ferries sail.", "some 13"),
        ("It loses 30 per cent.", "It loses about 30 per cent.", "about 30 per cent"),
        ("Twelve keepers came.", "More than twelve keepers came.", "more than twelve"),
    ],
)
def test_a_rough_number_that_is_made_exact_is_found(text: str, passage: str, found: str) -> None:
    assert [one.has for one in dropped_approximations(text, passage, english())] == [found]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Around 13 ferries sail.", "Some 13 ferries sail."),
        ("13 ferries sail.", "Some 13 ferries sail. They are 13 ferries."),
        ("13 ferries sail.", "13 ferries sail."),
        ("Ferries sail.", "Some 13 ferries sail."),
    ],
)
def test_a_number_that_stays_rough_or_was_exact_is_right(text: str, passage: str) -> None:
    assert list(dropped_approximations(text, passage, english())) == []


def test_only_a_few_characters_before_each_number_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def words_noted(text: str, language: str) -> tuple[Word, ...]:
        read.append(text)
        return words_of(text, language)

    monkeypatch.setattr(module, "words_of", words_noted)
    passage = "It lost some 13 boats and " * 100
    assert [one.has for one in dropped_approximations("It lost 13 boats.", passage, english())] == ["some 13"]
    assert len(read) == 101
    assert max(map(len, read)) == 100
