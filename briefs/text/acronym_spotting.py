"""Finding acronyms in text: capitals that stand for a name, and not those of a symbol, an address or a numeral."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefs.model.held_spans import HeldSpans
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.left_alone import ADDRESS, LEFT_ALONE

_ALONE_BEFORE = r"(?<![\w&-])(?<!\w\.)"
_ALONE_AFTER = r"(?![\w&$€£-]|\.[a-z]|\.[A-Z]{2})"
"""Neither part of a longer word, as in "R&D" and "DIN-A4", nor of a currency ("US$"), nor of the name of a host or of a
file ("ICMC.NET")."""
_ACRONYM = re.compile(rf"{_ALONE_BEFORE}([A-Z][A-Z0-9]*[A-Z])s?{_ALONE_AFTER}")
_ROMAN = re.compile(r"(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_OFTEN_NUMERAL = re.compile("[IVXL]+|[IVXLCDM]{4,}")
_DIVISIONS = "|".join(sorted({word for words in LANGUAGE_WORDS.values() for word in words.divisions}))
_AFTER_DIVISION = re.compile(rf"(?<!\w)(?:{_DIVISIONS})s?\s\Z", re.I)
_SLASHED = re.compile(r"(?<![\w/])[A-Z][A-Z0-9.]*(?:/[\w.-]*\w)+")
_SERIES = re.compile(r"[A-Z]/|.*\d")
"""A document symbol, against acronyms with a slash between them: it begins with one letter, or has a digit in it."""


def acronyms_in(text: str, declared: Collection[str] = ()) -> Iterator[re.Match[str]]:
    """Each acronym in `text`, as a match whose group 1 is the acronym without the "s" of its plural.

    Capitals in an address, a document symbol ("A/RES/70/1"), code, or the name of a host or a file are none; nor are
    those beside an ampersand or a hyphen. Roman numerals are none either, unless they are among the `declared`
    acronyms. C, D and M are taken for numerals in long ones only ("MCMXCIV"), or after a word such as "Chapter".
    """
    held = HeldSpans(_held(text))
    for found in _ACRONYM.finditer(text):
        if held.hold(found.start()):
            continue
        if found[1] in declared or not _is_numeral(found):
            yield found


def is_spelled_out(acronym: str, text: str) -> bool:
    """Whether `text` itself says what `acronym` stands for: "Non-Governmental Organizations (NGOs)".

    The words before the brackets begin with its letters, in order; words without a capital need not.
    """
    for found in re.finditer(rf"((?:[\w’']+[ \u00a0-]){{2,12}})\({re.escape(acronym)}s?[);,]", text):
        initials = [(word[0].upper(), word[0].isupper()) for word in re.split(r"[ \u00a0-]", found[1]) if word]
        if any(_spells(initials[start:], acronym) for start in range(len(initials) - 1)):
            return True
    return False


def _spells(initials: list[tuple[str, bool]], acronym: str) -> bool:
    letters = [letter for letter, _ in initials]
    if letters[0] != acronym[0] or len(letters) < len(acronym):
        return False
    spelled = 0
    for letter, is_capital in initials:
        if spelled < len(acronym) and letter == acronym[spelled]:
            spelled += 1
        elif is_capital:
            return False
    return spelled == len(acronym)


def _held(text: str) -> Iterator[tuple[int, int]]:
    for found in LEFT_ALONE.finditer(text):
        if "/" not in found[0] or ADDRESS.match(found[0]):
            yield found.span()
    yield from (found.span() for found in ADDRESS.finditer(text))
    yield from (found.span() for found in _SLASHED.finditer(text) if _SERIES.match(found[0]))


def _is_numeral(found: re.Match[str]) -> bool:
    if not _ROMAN.fullmatch(found[1]):
        return False
    lead = found.string[max(0, found.start() - 24) : found.start()]
    return _OFTEN_NUMERAL.fullmatch(found[1]) is not None or _AFTER_DIVISION.search(lead) is not None
