"""Finding facts: sentences with numbers that count or measure something, and not dates, references or ordinals.

Numbers are found by their form, which hardly depends on the language; what stands beside them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefs.candidates.dated_words import DatingWords, written_dates
from briefs.candidates.finding_recommendations import RecommendationWords, recommending_section
from briefs.candidates.found import Found, Material, Open
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import told_sentences
from briefs.model.block_fields import Model
from briefs.model.held_spans import HeldSpans
from briefs.model.left_alone import ADDRESS, IDENTIFIER
from briefs.model.lexicon import Words

_MEASURED, _COUNTED, _WORDED = 0.85, 0.75, 0.6
_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL "
    "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
"""The codes of currencies (ISO 4217)."""
_GROUPING = " \u00a0\u202f,.'’"
_NAMED = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ]{2,} \Z")
"""A name in capitals right before a number, which is then part of it: "COP 15"."""
_NUMBER = re.compile(
    rf"(?<![\w./:-])(?P<sign>[$€£¥₹₽]|[A-Z]{{1,3}}\$|(?:{_CODES.replace(' ', '|')}) ?)?"
    rf"(?P<digits>\d{{1,3}}(?:[{_GROUPING}]\d{{3}})+|\d+)(?P<decimals>[.,]\d+)?(?![\w/:]|[.-]\d)"
)
_PERCENT = re.compile(r"[ \u00a0\u202f]?[%‰٪]")
_ENTRY_NUMBER = re.compile(r"\A(?:[(\[]?\d+[.)\]]|\d+(?:\.\d+)+)\s")
_SMALL = 10
"""Smaller counts, as in "two questions", are rarely facts."""
_NEAR = 48
"""So many characters on each side of a number say what it is."""
_JOINTS = (" ", "\u00a0", "\u202f", "-")
_MOST_DIGITS = 30
_FEWEST_DIGITS_OF_SUM = 4
"""After a code and a space: fewer may be the number of something else with these letters ("COP 15")."""
_YEARS = range(1500, 2100)
_BRACKETED = re.compile(r"[(\[](?:[^()\[\]]*\b(?:1[5-9]|20)\d\d[a-z]?)[)\]]")
"""A year in brackets, as of a work that is cited."""


class FactWords(Model):
    """`units` are measured in: words right after a number. `magnitudes` make a number great, and `amounts` are numbers
    in words. After a word of `referring`, a number is that of a part of a text; before one of `not_counted`, it counts
    nothing that is a fact. `caveats` limit what a number says. Dates are told by the words of `DatingWords`.
    """

    units: Words = ()
    magnitudes: Words = ()
    amounts: Words = ()
    referring: Words = ()
    not_counted: Words = ()
    caveats: Words = ()


class _Number(NamedTuple):
    text: str
    certainty: float


def find_facts(material: Material) -> Iterator[Found]:
    """The sentences with numbers in them that say how much or how many."""
    words = words_for("fact", FactWords, material.language)
    if words is None:
        return
    dates = words_for("date", DatingWords, material.language) or DatingWords()
    recommending = words_for("recommendation", RecommendationWords, material.language)
    for told in told_sentences(material):
        if not told.is_whole or (told.is_note and _BRACKETED.search(told.words)):
            continue
        if recommending and recommending_section(told.placed, recommending) and recommending.asking(told.words):
            continue  # it says what should be
        found = max(_numbers(told.words, words, dates, material.language), key=lambda one: one.certainty, default=None)
        if found is not None:
            caveat = first_phrase(words.caveats, told.words)
            fields = {"caveat": Open("what limits it", caveat)} if caveat else {}
            yield Found("fact", told.passage(), "number", found.text, found.certainty, fields)


def _numbers(text: str, words: FactWords, dates: DatingWords, language: str) -> Iterator[_Number]:
    held = HeldSpans(
        (
            *(found.span() for pattern in (IDENTIFIER, ADDRESS) for found in pattern.finditer(text)),
            *((one.start, one.end) for one in written_dates(text, dates, language)),
        )
    )
    entry = _ENTRY_NUMBER.match(text)
    for found in _NUMBER.finditer(text, entry.end() if entry else 0):
        if not held.hold(found.start()):
            certainty, shown = _certainty(found, words)
            if certainty:
                yield _Number(shown, certainty)
    if worded := first_phrase(words.amounts, text):
        yield _Number(worded, _WORDED)


def _certainty(found: re.Match[str], words: FactWords) -> tuple[float, str]:
    """How sure it is that a number counts or measures something, and the number with its unit; 0 if it does not."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    after = found.string[found.end() : found.end() + _NEAR]
    if _ends_with(words.referring, before.rstrip(' \u00a0\u202f(“"«')):
        return 0.0, ""
    following = after.lstrip(" \u00a0\u202f-")
    if sign := found["sign"]:
        unit = _begins_with(words.magnitudes, following)
        is_sure = sign[-1] != " " or unit or found["decimals"] or len(found["digits"]) >= _FEWEST_DIGITS_OF_SUM
        return (_MEASURED, f"{found[0]} {unit}".strip()) if is_sure else (0.0, "")
    if percent := _PERCENT.match(after):
        return _MEASURED, f"{found[0]}{percent[0]}"
    if after[:1] in _JOINTS and (unit := _begins_with((*words.units, *words.magnitudes), following)):
        return _MEASURED, f"{found[0]} {unit}"
    if _begins_with(words.not_counted, following):
        return 0.0, ""
    if _NAMED.search(before):
        return 0.0, ""
    if found["decimals"]:
        return _COUNTED, found[0]
    value = int(re.sub(r"\D", "", found["digits"])[:_MOST_DIGITS])
    is_year = len(found["digits"]) == len("2009") and value in _YEARS
    counts_something = following[:1].isalpha() and after[:1] in _JOINTS
    return (0.0, "") if is_year or not counts_something or value < _SMALL else (_COUNTED, found[0])


def _begins_with(phrases: tuple[str, ...], text: str) -> str:
    found = phrase_pattern(phrases).match(text)
    return found[0] if found else ""


def _ends_with(phrases: tuple[str, ...], text: str) -> bool:
    return any(found.end() == len(text) for found in phrase_pattern(phrases).finditer(text))
