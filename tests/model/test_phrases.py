"""The words that the program prints itself, by language."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from briefs.model import phrases
from briefs.model.phrases import ENGLISH, phrases_for


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us", "xx", ""])
def test_a_language_without_phrases_has_those_of_english(language: str) -> None:
    assert phrases_for(language) is ENGLISH


def test_a_language_has_its_own_phrases_in_all_its_regions(monkeypatch: pytest.MonkeyPatch) -> None:
    other = phrases.Phrases(**{name: getattr(ENGLISH, name) for name in ENGLISH.__slots__})
    monkeypatch.setattr(phrases, "LANGUAGES", {**phrases.LANGUAGES, "qaa": other})
    assert phrases_for("qaa-x-test") is phrases_for("qaa") is other


def test_a_date_is_printed_as_house_style_writes_it() -> None:
    assert ENGLISH.printed_date(datetime.date(2026, 3, 12)) == "12 March 2026"


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("VI Next steps item 3 ¶2", "VI Next steps zx 3 ¶2"),
        ("The item in question ¶2", "The item in question ¶2"),
        ("fn 19", "fn 19"),
    ],
)
def test_a_label_is_printed_with_the_words_of_the_language_for_places(label: str, printed: str) -> None:
    other = replace(ENGLISH, places={**ENGLISH.places, "item": ("zx", "zxs")})
    assert other.printed_label(label) == printed
    assert ENGLISH.printed_label(label) == label


def test_the_page_of_a_label_is_printed_with_the_word_of_the_language() -> None:
    other = replace(ENGLISH, places={**ENGLISH.places, "p.": ("S.", "S.")})
    assert other.printed_label("I p. a ¶2, p. xii") == "I p. a ¶2, S. xii"


@pytest.mark.parametrize("text", ["So.", "Who?", "Do!", "And …", "“So.”", "(So.)", "“He said ‘So?’”", "So.]", ""])
def test_what_is_closed_stays_as_it_is(text: str) -> None:
    assert ENGLISH.closed(text) == text


@pytest.mark.parametrize("text", ["So", "“So”", "(so)", "3.5", "So:"])
def test_what_is_open_gets_a_stop(text: str) -> None:
    assert ENGLISH.closed(text) == f"{text}."
