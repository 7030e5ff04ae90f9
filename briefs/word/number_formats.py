"""Numbers as Word prints them in lists, pages and notes (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

MOST = 1_000_000
"""A higher number is printed in digits, whatever its format: nobody counts so far in letters."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_DEVANAGARI_VOWELS = "अआइईउऊऋऌऍऎएऐऑऒओऔ"
_DEVANAGARI_CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_NOTE_SIGNS = "*†‡§"
_HAN = "〇一二三四五六七八九"
_DEVANAGARI_DIGITS, _THAI_DIGITS, _WIDE_DIGITS = "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９"
_CIRCLED, _BRACKETED, _STOPPED = 0x2460, 0x2474, 0x2488


def formatted(number: int, style: str, language: str = "") -> str:
    """`number` in a number format of WordprocessingML, such as `lowerRoman`; formats in words in `language` (BCP 47).

    Formats that are not known, and numbers that a format cannot say, are printed in digits. `none` prints nothing.
    """
    if style == "none":
        return ""
    words = _in_words(number, style, language)
    if words is not None:
        return words
    writer = _FORMATS.get(style)
    return str(number) if writer is None or not 0 < number <= MOST else writer(number)


def padded(number: int, pattern: str) -> str:
    """`number` in a custom format (`w:format`), such as `001, 002, 003, ...`: with as many digits as its first one."""
    first = pattern.partition(",")[0].strip()
    return str(number).zfill(len(first)) if first.isascii() and first.isdigit() else str(number)


def _roman(number: int) -> str:
    if number > 32_767:
        return str(number)
    made = ""
    for value, letters in _ROMAN:
        made += letters * (number // value)
        number %= value
    return made


def _repeated(letters: str) -> Callable[[int], str]:
    """The format that goes on with double letters: y, z, aa, bb, …"""
    return lambda number: letters[(number - 1) % len(letters)] * min((number - 1) // len(letters) + 1, 30)


def _cycled(letters: str) -> Callable[[int], str]:
    return lambda number: letters[(number - 1) % len(letters)]


def _digits(signs: str) -> Callable[[int], str]:
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


def _enclosed(first: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if number <= 20 else str(number)


def _counted_in_han(number: int) -> str:
    """A number in Chinese characters with their powers of ten: 二十一, 一百零五."""
    if number >= 10_000:
        return _digits(_HAN)(number)
    made, is_gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if not digit:
            is_gap = bool(made)
            continue
        made += ("零" if is_gap else "") + ("" if digit == 1 and power == 10 and not made else _HAN[digit]) + sign
        is_gap = False
    return made


def _hebrew(number: int) -> str:
    """A number in Hebrew letters by their values; 15 and 16 are written 9 + 6 and 9 + 7."""
    if number > 999:
        return str(number)
    hundreds, rest = divmod(number, 100)
    made = "ת" * (hundreds // 4) + ("", "ק", "ר", "ש")[hundreds % 4]
    if rest in (15, 16):
        return made + "ט" + "וז"[rest - 15]
    tens, ones = divmod(rest, 10)
    return made + ("" if not tens else _HEBREW[8 + tens]) + ("" if not ones else _HEBREW[ones - 1])


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "russianLower": _repeated(_CYRILLIC),
    "russianUpper": _repeated(_CYRILLIC.upper()),
    "arabicAlpha": _repeated(_ARABIC_ALPHA),
    "arabicAbjad": _repeated(_ABJAD),
    "hebrew1": _hebrew,
    "hebrew2": _repeated(_HEBREW),
    "thaiLetters": _repeated(_THAI),
    "hindiVowels": _repeated(_DEVANAGARI_CONSONANTS),  # the standard gives each of the two the letters of the other
    "hindiConsonants": _repeated(_DEVANAGARI_VOWELS),
    "hindiNumbers": _digits(_DEVANAGARI_DIGITS),
    "thaiNumbers": _digits(_THAI_DIGITS),
    "aiueo": _cycled(_KATAKANA),
    "aiueoFullWidth": _cycled(_KATAKANA),
    "iroha": _cycled(_IROHA),
    "irohaFullWidth": _cycled(_IROHA),
    "ganada": _cycled(_GANADA),
    "chosung": _cycled(_CHOSUNG),
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "chicago": _repeated(_NOTE_SIGNS),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _digits(_WIDE_DIGITS),
    "decimalFullWidth2": _digits(_WIDE_DIGITS),
    "decimalEnclosedCircle": _enclosed(_CIRCLED),
    "decimalEnclosedCircleChinese": _enclosed(_CIRCLED),
    "decimalEnclosedParen": _enclosed(_BRACKETED),
    "decimalEnclosedFullstop": _enclosed(_STOPPED),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "ideographDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "chineseCounting": _counted_in_han,
    "chineseCountingThousand": _counted_in_han,
    "taiwaneseCounting": _counted_in_han,
    "taiwaneseCountingThousand": _counted_in_han,
    "japaneseCounting": _counted_in_han,
}


def _in_words(number: int, style: str, language: str) -> str | None:
    """A number in words, or with the ending of an ordinal; None if the format or the language has none."""
    if style not in ("ordinal", "cardinalText", "ordinalText") or not 0 < number < 100:
        return None if style != "ordinal" or number < 100 else _with_ending(number, language)
    if style == "ordinal":
        return _with_ending(number, language)
    known = _number_words().get(language.partition("-")[0].lower() or "en")
    return None if known is None else str(known[style][number - 1]).capitalize()


def _with_ending(number: int, language: str) -> str | None:
    known = _number_words().get(language.partition("-")[0].lower() or "en")
    if known is None:
        return None
    endings = known["endings"]
    is_teen = 10 < number % 100 < 20
    return f"{number}{endings.get(number) or endings.get(0 if is_teen else number % 10) or endings[0]}"


@cache
def _number_words() -> dict[str, Any]:
    """The words for numbers, by language, with lists from 1 to 99 made of their parts."""
    text = files("briefs.word").joinpath("number_words.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return {
        language: {
            "endings": words["endings"],
            "cardinalText": _up_to_99(words["cardinals"], words["cardinals"], words["tens"], words["tens"]),
            "ordinalText": _up_to_99(words["ordinals"], words["ordinals"], words["tens"], words["ordinal_tens"]),
        }
        for language, words in found.items()
    }


def _up_to_99(small: list[str], ones: list[str], tens: list[str], whole_tens: list[str]) -> list[str]:
    made = small[:19]
    for ten, whole in zip(tens, whole_tens, strict=True):
        made += [whole, *(f"{ten}-{one}" for one in ones[:9])]
    return made
