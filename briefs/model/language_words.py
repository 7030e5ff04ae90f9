"""Words of numbers, and of what stands at numbers, by language: for comparing them, and for typography.

All are in lower case. To add a language, add a `LanguageWords` to `LANGUAGE_WORDS`. The words by which checks
understand sentences are in `briefs.model.grammar`, those that the program prints in `briefs.model.phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefs.model.grammar import ENGLISH as GRAMMAR
from briefs.model.phrases import ENGLISH as PHRASES


@dataclass(frozen=True, slots=True, eq=False)
class LanguageWords:
    """The words of one language.

    `divisions` are what has a number in a work ("Chapter XIV"). `numbered` are what stands before the number of one
    thing ("Law 12-45"), `omitting` what begins with an apostrophe of omission ("'tis"), `suspended` what follows a
    hyphen that ends a word ("pre- and post-war"). `at_days` precede the name of a day ("since 9-11"), and
    `before_ranges` may have a capital before a range of numbers.

    `values` are numbers in words, `magnitudes` what multiplies the number before it, `short_magnitudes` what does so to
    digits only ("5m"), `vague` what is at least so many, `factors` what says that something became so many times as
    much. `parts` are fractions; those in `single_parts` are in the singular, `half` needs no article, and `parting`
    follows a part of something. `ordinals` have numbers, and words that are `implied` a number and a unit, which
    nothing need bear out. `units` give a dimension, and how much of it one is. `negative` stands before a negative
    number, or after it (`below`); `falling` says that something became less. `at_least` and `at_most` stand before a
    number that bounds another, and `not_bound` turns them round. `each` stands before the unit of a rate ("per day").
    """

    divisions: tuple[str, ...]
    numbered: tuple[str, ...]
    omitting: tuple[str, ...]
    suspended: tuple[str, ...]
    at_days: tuple[str, ...]
    before_ranges: frozenset[str]
    values: Mapping[str, int]
    magnitudes: Mapping[str, int]
    vague: Mapping[str, int]
    factors: Mapping[str, float]
    parts: Mapping[str, int]
    single_parts: tuple[str, ...]
    half: str
    parting: tuple[str, ...]
    short_magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    implied: Mapping[str, tuple[float, str]]
    units: Mapping[str, tuple[str, float]]
    articles: tuple[str, ...]
    joining: str
    ranging: tuple[str, ...]
    negative: tuple[str, ...]
    below: tuple[str, ...]
    falling: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    not_bound: tuple[str, ...]
    point: str
    each: tuple[str, ...] = ()


_SIZES = ("hundred", "thousand", "million", "dozen")
"""What multiplies the number before it."""
_TIMES = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)


def _each(dimension: str, size: float, *names: str) -> dict[str, tuple[str, float]]:
    return dict.fromkeys(names, (dimension, size))


_DIVISIONS = (
    *("annex", "annexe", "appendix", "article", "book", "box", "chapter", "figure", "part", "paragraph", "phase"),
    *("protocol", "schedule", "section", "session", "table", "title", "tome", "volume"),
)

ENGLISH = LanguageWords(
    divisions=_DIVISIONS,
    numbered=(
        *("no", "number", "law", "act", "decree", "order", "bill", "case", "resolution", "decision", "directive"),
        *("regulation", "document", "ref", "isbn", "issn", "iso", "doi", "tel", "telephone", "phone", "fax", "mobile"),
        *("extension", "hotline", "call"),
    ),
    omitting=("tis", "twas", "twere", "twill", "twould", "em", "til", "tween", "gainst", "neath", "n"),
    suspended=("and", "or", "to", "as", "but"),
    at_days=("the", "since", "after", "before", "post"),
    before_ranges=frozenset(
        (
            *GRAMMAR.common,
            *GRAMMAR.small_words,
            *(month.lower() for month in PHRASES.months),
            *("all", "nearly", "almost", "around", "roughly", "approximately", "over", "every"),
            *(*_DIVISIONS, "page", "age", "week", "day"),
        )
    ),
    values=MappingProxyType({word: value for word, value in GRAMMAR.numbers.items() if word not in _SIZES}),
    magnitudes=MappingProxyType(
        {
            **{word: value for word, value in GRAMMAR.numbers.items() if word in _SIZES},
            **{"billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7},
        }
    ),
    vague=MappingProxyType(
        {"hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12, "dozens": 24}
    ),
    factors=MappingProxyType(
        {
            **dict.fromkeys(("doubled", "doubling", "twofold", "two-fold"), 2.0),
            **dict.fromkeys(("tripled", "tripling", "trebled", "trebling", "thrice"), 3.0),
            **dict.fromkeys(("quadrupled", "quadrupling"), 4.0),
            **dict.fromkeys(("quintupled", "quintupling"), 5.0),
            "twice": 2.0,
            **{f"{word}{fold}": float(n) for n, word in enumerate(_TIMES, 2) for fold in ("fold", "-fold")},
            **{f"{times}fold": n for times, n in (("hundred", 100.0), ("thousand", 1000.0))},
            **dict.fromkeys(("halved", "halving"), 0.5),
        }
    ),
    parts=MappingProxyType(
        {
            **{"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5},
            **{"sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10},
        }
    ),
    single_parts=("half", "third", "quarter", "fifth", "sixth", "eighth", "tenth"),
    half="half",
    parting=("of",),
    short_magnitudes=MappingProxyType({"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12}),
    ordinals=MappingProxyType(
        {
            **{word: value for value, word in enumerate(_ORDINALS, 1)},
            **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
        }
    ),
    implied=MappingProxyType(
        {
            **dict.fromkeys(("both", "couple", "pair", "double", "doubles", "second"), (2.0, "")),
            **dict.fromkeys(("once", "single"), (1.0, "")),
            **dict.fromkeys(("triple", "triples", "treble"), (3.0, "")),
            **{"decade": (1.0, "decade"), "century": (1.0, "century"), "fortnight": (2.0, "weeks")},
        }
    ),
    units=MappingProxyType(
        {
            **_each("percent", 1, "%", "per cent", "percent"),
            **_each("percent", 0.1, "‰", "per mille"),
            **_each("percentage point", 1, "percentage point", "percentage points"),
            **_each("length", 1, "metre", "metres", "meter", "meters"),
            **_each("length", 1000, "km", "kilometre", "kilometres", "kilometer", "kilometers"),
            **_each("length", 0.01, "cm", "centimetre", "centimetres", "centimeter", "centimeters"),
            **_each("length", 0.001, "mm", "millimetre", "millimetres", "millimeter", "millimeters"),
            **_each("length", 1609.344, "mile", "miles"),
            **_each("length", 0.3048, "foot", "feet", "ft"),
            **_each("area", 1, "m²", "square metre", "square metres", "square meter", "square meters"),
            **_each("area", 10**6, "km²", "square kilometre", "square kilometres", "square kilometer"),
            **_each("area", 10**6, "sq km", "square kilometers"),
            **_each("area", 10**4, "ha", "hectare", "hectares"),
            **_each("area", 4046.8564224, "acre", "acres"),
            **_each("volume", 1, "m³", "cubic metre", "cubic metres", "cubic meter", "cubic meters"),
            **_each(
                "volume", 10**9, "km³", "cubic kilometre", "cubic kilometres", "cubic kilometer", "cubic kilometers"
            ),
            **_each("volume", 0.001, "litre", "litres", "liter", "liters"),
            **_each("mass", 1, "kg", "kilogram", "kilograms"),
            **_each("mass", 0.001, "g", "gram", "grams"),
            **_each("mass", 0.000001, "mg", "milligram", "milligrams"),
            **_each("mass", 1000, "t", "tonne", "tonnes", "metric ton", "metric tons"),
            **_each("mass", 10**6, "kt", "kilotonne", "kilotonnes"),
            **_each("mass", 10**9, "mt", "megatonne", "megatonnes"),
            **_each("mass", 10**12, "gt", "gigatonne", "gigatonnes"),
            **_each("celsius", 1, "°c", "degrees celsius"),
            **_each("fahrenheit", 1, "°f", "degrees fahrenheit"),
            **_each("proportion", 1000, "ppm"),
            **_each("proportion", 1, "ppb"),
            **_each(
                "speed",
                1,
                "km/h",
                "kph",
                *(f"{km} {per} hour" for km in ("km", "kilometres", "kilometers") for per in ("an", "per")),
            ),
            **_each("speed", 1.609344, "mph", "miles an hour", "miles per hour"),
            **_each("power", 1, "kw"),
            **_each("power", 1000, "mw"),
            **_each("power", 10**6, "gw"),
            **_each("energy", 1, "kwh"),
            **_each("energy", 1000, "mwh"),
            **_each("energy", 10**6, "gwh"),
            **_each("energy", 10**9, "twh"),
            **_each("morning", 1, "am", "a.m."),
            **_each("afternoon", 1, "pm", "p.m."),
            **_each("time", 1, "second", "seconds"),
            **_each("time", 60, "minute", "minutes"),
            **_each("time", 3600, "hour", "hours"),
            **_each("time", 86400, "day", "days"),
            **_each("time", 604800, "week", "weeks"),
            **_each("months", 1, "month", "months"),
            **_each("months", 12, "year", "years"),
            **_each("months", 120, "decade", "decades"),
            **_each("months", 1200, "century", "centuries"),
            **_each("dollar", 1, "$", "dollar", "dollars", "usd", "us$"),
            **_each("Australian dollar", 1, "a$", "au$", "aud"),
            **_each("Canadian dollar", 1, "c$", "ca$", "cad"),
            **_each("New Zealand dollar", 1, "nz$", "nzd"),
            **_each("Hong Kong dollar", 1, "hk$", "hkd"),
            **_each("Singapore dollar", 1, "s$", "sgd"),
            **_each("real", 1, "r$", "brl"),
            **_each("rupee", 1, "₹", "rupee", "rupees", "inr"),
            **_each("euro", 1, "€", "euro", "euros", "eur"),
            **_each("pound", 1, "£", "pounds sterling", "gbp"),
            **_each("yen", 1, "¥", "yen"),
            **_each("franc", 1, "chf", "franc", "francs"),
        }
    ),
    articles=("a", "an"),
    joining="and",
    ranging=("to", "and", "or"),
    negative=("minus",),
    below=("below zero", "degrees below zero"),
    falling=(
        *("fall", "falls", "fell", "fallen", "falling", "drop", "dropped", "decline", "declined", "decrease"),
        *("decreased", "shrank", "shrunk", "less", "lower", "loss", "lost", "reduced", "reduction", "cut", "deficit"),
        *("below", "contracted", "contraction"),
    ),
    at_least=("more than", "over", "at least", "above", "exceeding", "upwards of", "in excess of", "a minimum of"),
    at_most=(
        *("fewer than", "less than", "under", "at most", "up to", "below", "a maximum of"),
        *("almost", "nearly", "close to", "just under"),
    ),
    not_bound=("no", "not"),
    point=".",
    each=("per", "each", "every", "a", "an"),
)

FRENCH = LanguageWords(
    divisions=("annexe", "article", "chapitre", "figure", "livre", "paragraphe", "partie", "tableau", "titre", "tome"),
    numbered=("n", "no", "numéro", "loi", "décret", "arrêté", "ordonnance", "décision", "résolution", "tél", "affaire"),
    omitting=(),
    suspended=("et", "ou", "à"),
    at_days=("le", "depuis", "après", "avant"),
    before_ranges=frozenset(("le", "la", "de", "en", "entre", "article", "chapitre", "partie", "annexe", "page")),
    values=MappingProxyType({}),
    magnitudes=MappingProxyType({}),
    vague=MappingProxyType({}),
    factors=MappingProxyType({}),
    parts=MappingProxyType({}),
    single_parts=(),
    half="",
    parting=(),
    short_magnitudes=MappingProxyType({}),
    ordinals=MappingProxyType({}),
    implied=MappingProxyType({}),
    units=MappingProxyType({}),
    articles=(),
    joining="et",
    ranging=(),
    negative=(),
    below=(),
    falling=(),
    at_least=(),
    at_most=(),
    not_bound=(),
    point=",",
)
"""What typography must know; numbers in words are compared in English only."""

LANGUAGE_WORDS: Mapping[str, LanguageWords] = MappingProxyType({"en": ENGLISH, "fr": FRENCH})
"""By the primary language of a BCP 47 tag (RFC 5646, 2.2.1)."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any one of `words`, the longest that fits; without words, one that matches nothing."""
    return "|".join(sorted({re.escape(word) for word in words}, key=lambda word: (-len(word), word))) or "(?!)"
