"""The numbers that a text gives, as numbers: "2.5 million", "12 500", "forty-three", "−5 °C", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from briefs.model.folding import ascii_letters, matching_form
from briefs.model.language_words import LANGUAGE_WORDS, LanguageWords, one_of
from briefs.model.left_alone import IDENTIFIER
from briefs.model.note_marks import SUPERSCRIPTS
from briefs.text.bounds import bound_before
from briefs.text.covered_spans import CoveredSpans
from briefs.text.fractions import Fraction, fractions_in, slashed_fractions
from briefs.text.letter_runs import LETTERS, letters_in
from briefs.text.number_words import number_signs, number_words
from briefs.text.plain_powers import raised_powers

_POWERS = str.maketrans(f"{SUPERSCRIPTS}⁻⁺", "0123456789-+")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
_VULGARS = "".join(_VULGAR)
_DIGIT = re.compile(rf"[\d{_VULGARS}]")
_ANY_DIGIT = re.compile(rf"[\d{_VULGARS}₀-₉]")
_METRES = re.compile(r"\d ?m\Z")
_METRE = ("length", 1.0)
_FORMULA = re.compile(r"(?<!\w)(?:(?:CO|SO|NO|CH|NH|H|N|O)[2-4]O?|CO2e)(?!\w)")
"""Substances, whose digits count nothing: "CO2"."""
_MAY_IDENTIFY = re.compile(r"[/@]|\d-\d|www\.|doi:|mailto:")
_LONGEST_BEFORE = 16
"""How many characters before a number are looked at, for its sign and currency."""
_MOST_GROUPS = 12
"""How many groups of digits may follow the first one of a number, but for the last: numbers in a row are no number."""
_YEAR_JOINTS = ("-", "–", "/")
_LARGEST_EXPONENT = 30
_LARGEST_BASE = 1000
"""From here on, a number is more likely a year with the mark of a note than one with an exponent."""
_BEHIND = "%°‰"
"""Signs of units that stand behind numbers."""
_SUPERSCRIPT_DIGITS = f"[⁻⁺]?[{SUPERSCRIPTS}]+"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as `text` writes it, the `values` that this can mean, and its unit, if that is one that can be compared.

    An `identifier` has digits but no value, `vague` is at least its value ("thousands"), a `factor` so many times, a
    `part` a fraction of something. Two of the same place are two ways to read it.
    `number` is the text without the unit. `bound` is 1 for the least, -1 for the most.
    """

    text: str
    number: str
    start: int
    end: int
    values: frozenset[float] = frozenset()
    unit: tuple[str, float] | None = None
    kind: Literal["number", "identifier", "vague", "factor", "part"] = "number"
    bound: int = 0


@dataclass(frozen=True, slots=True)
class _Patterns:
    digits: re.Pattern[str]
    before: re.Pattern[str]
    words: re.Pattern[str]
    after: re.Pattern[str]
    unit: re.Pattern[str]
    joint: re.Pattern[str]
    single: re.Pattern[str]


@cache
def _patterns(language: LanguageWords) -> _Patterns:
    """What finds numbers in a language."""
    other = "," if language.point == "." else "."
    grouped = rf"\d{{1,3}}(?:[{other} ']\d{{2,3}}){{0,{_MOST_GROUPS}}}[{other} ']\d{{3}}(?!\d)"
    sizes = one_of((*language.magnitudes, *language.short_magnitudes))
    magnitude = rf"(?:[ -]?(?P<magnitude>{sizes})(?![\w]))"
    number = one_of((*language.values, *language.magnitudes))
    spelled = rf"(?:{number})(?:(?:-| | {language.joining} )(?:{number})(?!\w|[ -](?:{one_of(language.parts)})(?!\w)))*"
    units = {name for name in language.units if name[0].isalpha() or name[0] in _BEHIND}
    symbols = {name for name in language.units if not (name[0].isalnum() or name[0] in _BEHIND) or name[-1] == "$"}
    parts, ordinals = one_of(language.parts), one_of(language.ordinals)
    more = rf" and (?:(?:{one_of(language.articles)}|one) |(?P<several>three)[ -])?(?P<more>{parts})(?!\w)"
    return _Patterns(
        digits=re.compile(
            rf"(?P<digits>(?:{grouped}|\d+)(?:[.,]\d+)*)?(?P<vulgar>[{_VULGARS}])?"
            rf"(?:(?P<times>\s?[×x]\s?10)?\^?(?P<exponent>{_SUPERSCRIPT_DIGITS})|e(?P<scientific>[-+]?\d+)(?!\w))?"
            rf"{magnitude}?",
            re.IGNORECASE,
        ),
        before=re.compile(
            rf"(?P<minus>(?<!\w)(?:{one_of(language.negative)}) |(?<![\w)\]%])[-−])?"
            rf"(?:(?P<symbol>{one_of(sorted(symbols))})\s?)?(?:(?<!\w)(?:{one_of(language.articles)}) )?\Z",
            re.IGNORECASE,
        ),
        words=re.compile(
            rf"(?<![\w'-])(?:(?P<spelled>{spelled})(?![\w]|-(?:{ordinals})(?!\w))"
            rf"(?:{more}(?: (?P<size>{one_of(language.magnitudes)})(?!\w))?)?"
            rf"|(?P<tens>{one_of(language.values)})-(?P<ordinal>{ordinals})(?!\w)"
            rf"|(?P<vague>{one_of(language.vague)})(?![\w])"
            rf"|(?P<factor>{one_of(language.factors)})(?![\w]))",
            re.IGNORECASE,
        ),
        after=re.compile(rf"[ -]?(?P<unit>{one_of(sorted(units))})(?!\w|[²³])", re.IGNORECASE),
        unit=re.compile(rf"(?<![^\W\d_])(?:{one_of(sorted(language.units))})(?!\w|[²³])", re.IGNORECASE),
        joint=re.compile(rf"\s?[-–—]\s?| (?:{one_of(language.ranging)}) "),
        single=re.compile(rf"(?:{number})", re.IGNORECASE),
    )


def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The numbers in `text`, in order, in the words and with the decimal point of `language`."""
    return _quantities(text, language if language in LANGUAGE_WORDS else "en")


@lru_cache(maxsize=4096)
def _quantities(text: str, language: str) -> tuple[Quantity, ...]:
    words = LANGUAGE_WORDS[language]
    shown = matching_form(text)
    may_have_digits, has_digits = _ANY_DIGIT.search(shown) is not None, False
    if not may_have_digits and letters_in(shown).isdisjoint(number_signs(words)):  # as in most texts
        return ()
    text = ascii_letters(shown)
    if may_have_digits:
        text = raised_powers(_FORMULA.sub(lambda one: "X" * len(one[0]), text.translate(_SUBSCRIPTS)))
        has_digits = _DIGIT.search(text) is not None
    starts: list[int] = []
    if not number_words(words).isdisjoint(LETTERS.findall(text.lower())):
        starts = [word.start() for word in LETTERS.finditer(text) if word[0].lower() in number_words(words)]
    parts = [_part(one, text) for one in fractions_in(text, words) if not one.may_be_other]
    starts = _outside(starts, parts)
    if not has_digits and not starts and not parts:
        return ()
    found = list(_in_digits(text, words)) if has_digits else []
    found += _in_words(text, _outside(starts, found), words)
    known = CoveredSpans((one.start, one.end) for one in found)
    found += [one for one in parts if not known.go_on_at(one.start)]
    ranged = _with_ranges(sorted(found, key=lambda one: one.start), text, words)
    return tuple(way for one in ranged for way in _ways(_as_shown(one, shown, words)))


def _outside(starts: Iterable[int], found: Iterable[Quantity]) -> list[int]:
    known = CoveredSpans((one.start, one.end) for one in found)
    return [start for start in starts if not known.cover(start)]


def _as_shown(one: Quantity, text: str, words: LanguageWords) -> Quantity:
    """A number with its bound, and in the letters of `text`."""
    number = text[one.start : one.start + len(one.number)]
    return replace(one, text=text[one.start : one.end], number=number, bound=bound_before(text, one.start, words))


@lru_cache(maxsize=4096)
def dimensions_named(text: str, language: str = "en") -> frozenset[str]:
    """The kinds of units that `text` names anywhere ("length", "percent"), beside a number or not."""
    words = LANGUAGE_WORDS.get(language, LANGUAGE_WORDS["en"])
    text = raised_powers(ascii_letters(matching_form(text)))
    return frozenset(words.units[name.lower()][0] for name in _patterns(words).unit.findall(text))


def _part(one: Fraction, text: str) -> Quantity:
    shown, values = text[one.start : one.end], frozenset({one.value * one.size})
    kind: Literal["number", "part"] = "number" if one.unit or one.size > 1 else "part"
    return Quantity(shown, shown, one.start, one.end, values, one.unit, kind)


def _ways(one: Quantity) -> Iterator[Quantity]:
    """A number; and if it may be one of metres ("5 m") rather than millions, this too."""
    yield one
    if one.unit is None and one.kind == "number" and _METRES.search(one.number):
        yield replace(one, values=frozenset(value / 10**6 for value in one.values), unit=_METRE)


def _in_digits(text: str, words: LanguageWords) -> Iterator[Quantity]:
    end = 0
    held = list(IDENTIFIER.finditer(text)) if _MAY_IDENTIFY.search(text) else []
    for one in held:
        if _DIGIT.search(one[0]):
            yield Quantity(one[0], one[0], *one.span(), kind="identifier")
    slashed = list(slashed_fractions(text))
    for one in slashed:
        yield Quantity(one[0], one[0], *one.span(), frozenset({int(one[1]) / int(one[2])}), kind="part")
    taken = CoveredSpans(one.span() for one in (*held, *slashed))
    for start in (digit.start() for digit in _DIGIT.finditer(text)):
        if start < end or taken.cover(start):
            continue
        match = _patterns(words).digits.match(text, start)
        assert match is not None, "digits begin with a digit"
        end = match.end()
        yield _digits(match, text, words)


def _in_words(text: str, starts: Sequence[int], words: LanguageWords) -> Iterator[Quantity]:
    """The numbers that begin at `starts`, unless they belong to the words before them."""
    end = 0
    for start in starts:
        if start < end or _is_below(text, start, words):
            continue
        if match := _patterns(words).words.match(text, start):
            end = match.end()
            yield from _words(match, text, words)


def _is_below(text: str, start: int, words: LanguageWords) -> bool:
    """Whether the word at `start` is that of "below zero"."""
    return any(text.endswith(below, 0, start + len(below.rpartition(" ")[2])) for below in words.below)


def _digits(match: re.Match[str], text: str, words: LanguageWords) -> Quantity:
    values = _values(match["digits"], words.point) if match["digits"] else {0.0}
    if match["vulgar"]:
        values = {value + _VULGAR[match["vulgar"]] for value in values}
    if match["scientific"]:
        values = _raised(values, int(match["scientific"]), is_tenfold=True)
    if match["exponent"]:
        values = _raised(values, int(match["exponent"].translate(_POWERS)), is_tenfold=match["times"] is not None)
    size = {**words.magnitudes, **words.short_magnitudes}.get((match["magnitude"] or "").lower(), 1)
    values = {value * size for value in values}
    measured = _measured(match, text, frozenset(values), words)
    if match["vulgar"] and not match["digits"] and size == 1 and measured.unit is None:
        return replace(measured, kind="part")
    return measured if values else replace(measured, kind="identifier")


def _raised(values: set[float], exponent: int, *, is_tenfold: bool) -> set[float]:
    """What numbers with superscript digits can mean; those that are no likely exponent are the mark of a note."""
    if abs(exponent) > _LARGEST_EXPONENT:
        return values
    if is_tenfold or values == {10.0}:
        return {(value if is_tenfold else 1.0) * 10.0**exponent for value in values}
    small = {value for value in values if 0 < value < _LARGEST_BASE} if exponent in (2, 3) else set()
    return values | {value**exponent for value in small}


def _words(match: re.Match[str], text: str, words: LanguageWords) -> Iterator[Quantity]:
    for kind, table in (("vague", words.vague), ("factor", words.factors)):
        if found := match[kind]:
            values = frozenset({float(table[found.lower()])})
            yield Quantity(found, found, *match.span(), values, kind="vague" if kind == "vague" else "factor")
            return
    if match["ordinal"]:
        sum_of_both = words.values[match["tens"].lower()] + words.ordinals[match["ordinal"].lower()]
        yield Quantity(match[0], match[0], *match.span(), frozenset({float(sum_of_both)}))
        return
    value = _spelled(match["spelled"].lower(), words)
    if value is None:  # several numbers in a row
        for one in _patterns(words).single.finditer(match["spelled"]):
            at = match.start("spelled") + one.start()
            single = _spelled(one[0].lower(), words) or 0.0
            yield Quantity(one[0], one[0], at, at + len(one[0]), frozenset({single}))
        return
    if more := match["more"]:
        value += (3 if match["several"] else 1) / words.parts[more.lower()]
    value *= words.magnitudes.get((match["size"] or "").lower(), 1)
    yield _measured(match, text, frozenset({value}), words)


def _measured(match: re.Match[str], text: str, values: frozenset[float], words: LanguageWords) -> Quantity:
    """The number with its sign, and with its unit before or behind it."""
    patterns, unit, end = _patterns(words), None, match.end()
    before = patterns.before.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start())
    assert before is not None, "what is before a number may be nothing"
    if before["minus"] or any(text.startswith(f" {below}", end) for below in words.below):
        values = frozenset(-value for value in values)
    if after := patterns.after.match(text, end):
        unit, end = words.units[after["unit"].lower()], after.end()
    elif before["symbol"]:
        unit = words.units[before["symbol"].lower()]
    start = before.start()
    return Quantity(text[start:end], text[start : match.end()], start, end, values, unit)


def _values(digits: str, point: str) -> set[float]:
    """What digits with separators can mean: "12,500" and "12 500" are 12500, "2.5" is 2.5, and "3.2.1" is no number."""
    other = "," if point == "." else "."
    bare = digits.replace(" ", "").replace("'", "")
    if bare.count(point) == 1 and re.fullmatch(rf"\d+(?:{re.escape(other)}\d{{2,3}})*{re.escape(point)}\d+", bare):
        return {float(bare.replace(other, "").replace(point, "."))}
    if point not in bare and re.fullmatch(rf"\d{{1,3}}(?:{re.escape(other)}\d{{2,3}})*{re.escape(other)}\d{{3}}", bare):
        return {float(bare.replace(other, ""))}
    if bare.count(other) == 1 and point not in bare:
        return {float(bare.replace(other, "."))}
    if other not in bare and re.fullmatch(rf"\d{{1,3}}(?:{re.escape(point)}\d{{3}}){{2,}}", bare):
        return {float(bare.replace(point, ""))}
    return {float(bare)} if bare.isdecimal() else set()


def _spelled(spelled: str, words: LanguageWords) -> float | None:
    """What number words in a row make; None if they are several numbers ("two three")."""
    total = current = 0.0
    last = float("inf")
    for word in re.split(r"[ -]", spelled):
        if word == words.joining and last < 100:
            return None
        if word in words.values:
            value = words.values[word]
            if value >= last or (current and last < 100 and not (last >= 20 and value < 10)):
                return None
            current, last = current + value, value or 1
        elif word in words.magnitudes:
            size = words.magnitudes[word]
            current = (current or 1) * size
            if size >= 1000:
                total, current = total + current, 0
            last = size
    return total + current


def _with_ranges(found: list[Quantity], text: str, words: LanguageWords) -> Iterator[Quantity]:
    """The numbers; the first of a range has the unit and the magnitude of the last too, as in "2 to 3 million"."""
    joint = _patterns(words).joint
    for index, one in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        if before and before.kind == one.kind == "number" and (years := _shortened_year(before, one, text)):
            one = replace(one, values=one.values | years)
        is_range = after and after.kind == one.kind == "number" and joint.fullmatch(text[one.end : after.start])
        if after and is_range and not one.unit:
            sizes = {**words.magnitudes, **words.short_magnitudes}
            size = next((sizes[name] for name in sizes if after.number.lower().endswith(name)), 1)
            multiplied = {value * size for value in one.values if value < 1000 <= size} if one.values else set()
            exact = "-" in text[one.end : after.start] or "–" in text[one.end : after.start]
            values = (
                frozenset(multiplied)
                if multiplied and exact and not _METRES.search(after.number)
                else one.values | multiplied
            )
            one = replace(one, values=values, unit=after.unit)
        yield one


def _shortened_year(before: Quantity, one: Quantity, text: str) -> frozenset[float]:
    """The year that the second number of "2009-10" means, if it is one."""
    year, short = (number.number.rstrip(SUPERSCRIPTS) for number in (before, one))
    if text[before.end : one.start] not in _YEAR_JOINTS or not (year.isdecimal() and short.isdecimal()):
        return frozenset()
    return frozenset({float(year[:2] + short)}) if len(year) == 4 and len(short) == 2 else frozenset()
