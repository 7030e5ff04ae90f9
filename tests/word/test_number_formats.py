"""Numbers in the formats of WordprocessingML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.word.number_formats import MOST, formatted, padded

PRINTED = {
    "decimal": {1: "1", 28: "28"},
    "none": {1: ""},
    "lowerRoman": {1: "i", 4: "iv", 9: "ix", 1990: "mcmxc"},
    "upperRoman": {14: "XIV"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 53: "aaa"},
    "upperLetter": {28: "BB"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 21: "21st", 112: "112th", 101: "101st"},
    "ordinalText": {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 100: "100"},
    "cardinalText": {7: "Seven", 90: "Ninety", 99: "Ninety-nine", 100: "100"},
    "decimalZero": {3: "03", 12: "12"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedParen": {2: "⑵"},
    "decimalEnclosedFullstop": {2: "⒉"},
    "decimalFullWidth": {12: "１２"},
    "numberInDash": {3: "- 3 -"},
    "hex": {255: "FF"},
    "chicago": {1: "*", 4: "§", 5: "**"},
    "arabicAbjad": {1: "أ", 3: "ج"},
    "arabicAlpha": {3: "ت"},
    "hebrew1": {1: "א", 15: "טו", 16: "טז", 21: "כא", 400: "ת", 1000: "1000"},
    "hebrew2": {22: "ת"},
    "hindiNumbers": {10: "१०"},
    "hindiVowels": {1: "क"},
    "thaiNumbers": {10: "๑๐"},
    "thaiLetters": {2: "ข"},
    "russianLower": {3: "в"},
    "russianUpper": {3: "В"},
    "chineseCounting": {
        1: "一",
        10: "十",
        11: "十一",
        20: "二十",
        105: "一百零五",
        110: "一百一十",
        12345: "一二三四五",
    },
    "ideographTraditional": {1: "甲", 11: "甲"},
    "aiueo": {2: "イ"},
    "iroha": {2: "ロ"},
    "ganada": {2: "나"},
    "chosung": {2: "ㄴ"},
    "ideographDigital": {10: "一〇"},
    "unheardOf": {5: "5"},
}


@pytest.mark.parametrize("style", PRINTED)
def test_each_format_prints_what_word_prints(style: str) -> None:
    assert {number: formatted(number, style) for number in PRINTED[style]} == PRINTED[style]


def test_numbers_in_words_are_those_of_the_language_or_digits() -> None:
    assert formatted(2, "cardinalText", "en-GB") == "Two"
    assert formatted(2, "cardinalText", "fr-FR") == "2"
    assert formatted(2, "ordinal", "de-DE") == "2"


@given(st.integers(-3, MOST + 3), st.sampled_from(sorted(PRINTED)))
def test_every_number_is_printed_somehow(number: int, style: str) -> None:
    assert formatted(number, style) or style == "none"
    assert len(formatted(number, style)) < 60


def test_custom_formats_have_as_many_digits_as_their_first_number() -> None:
    assert padded(7, "001, 002, 003, ...") == "007"
    assert padded(1234, "001, 002, 003, ...") == "1234"
    assert padded(7, "α, β, γ") == "7"
