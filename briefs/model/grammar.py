"""The words by which checks understand what a brief says, by language; without them, a check finds nothing.

To add a language, add a `Grammar` to `GRAMMARS`. The words that the program prints itself are in
`briefs.model.phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _words(*words: str) -> re.Pattern[str]:
    """The pattern of any of `words`, which are patterns themselves, as whole words, in capitals or not."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of one language. All are in lower case; patterns find them in capitals too.

    `numbers` are numbers in words. `to_come` speaks of something as to come; so does `expected`, but only where nothing
    in the sentence is in the `past`. It does not speak so of a date if words `between` the two begin another thought,
    or if those before the date make it an `origin` ("since"). A year alone is a date after `dating` words, unless a
    `counted` noun follows it; only a date with no more than `fronting` words before it may come first. `plural` is a
    noun in the plural that is no measure, with an adjective or two before it, at the beginning of a text; `shared_out`
    says that a count is of something in each of several others ("three for each"). `row_nouns` are what lists and
    tables are of, and `whole` what may stand before a count of them all.
    `pronouns` stand for what was named before. So does a word of `pointing`, unless a noun follows it; what follows one
    that is `singular_pointing` is a verb if it is like one in the `third_person`. `says_nothing_named` are pronouns in
    set phrases ("it is time to"); `relative` words follow one that points at what they then describe ("those who
    move"); `naming_after` stands before a name that explains a pronoun ("How it works: the Forum"). `small_words` are
    all those that name nothing. No sentence can be recognized by words in `common`, which are too frequent.
    """

    numbers: Mapping[str, int]
    to_come: re.Pattern[str]
    expected: re.Pattern[str]
    past: re.Pattern[str]
    between: re.Pattern[str]
    origin: re.Pattern[str]
    dating: re.Pattern[str]
    counted: re.Pattern[str]
    fronting: re.Pattern[str]
    plural: re.Pattern[str]
    row_nouns: frozenset[str]
    whole: re.Pattern[str]
    shared_out: re.Pattern[str]
    pronouns: frozenset[str]
    pointing: frozenset[str]
    singular_pointing: frozenset[str]
    third_person: re.Pattern[str]
    says_nothing_named: re.Pattern[str]
    relative: frozenset[str]
    naming_after: re.Pattern[str]
    small_words: frozenset[str]
    common: frozenset[str]

    def number(self, words: str) -> int | None:
        """The number that `words` are, in digits or words up to ninety-nine; None if they are none."""
        if words.isdecimal():
            return int(words)
        first, hyphen, second = words.lower().partition("-")
        numbers = [self.numbers.get(word) for word in ((first, second) if hyphen else (first,))]
        return sum(known) if (known := [one for one in numbers if one is not None]) and None not in numbers else None


ENGLISH = Grammar(
    numbers=MappingProxyType(
        {
            **{word: value for value, word in enumerate(_UNITS)},
            **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
            **{"hundred": 100, "thousand": 1000, "million": 1000000, "dozen": 12},
        }
    ),
    to_come=_words(
        r"(?:is|are)(?: (?:also|already|currently|now|still))?(?: not)? to(?= \w)",
        r"(?:is|are) (?:about|due|expected|planned|scheduled|set)(?= (?:to|for|in|on|by)\b)",
        r"(?:is|are) going to",
        r"takes? place(?= (?:in|on)\b)",
        r"(?:is|are|has|have) yet to",
        r"shall(?= \w)",
        r"(?<!political )(?<!good )(?<!free )(?<!common )(?<!the )(?<!a )will(?! to\b| of\b)(?= \w)",
        r"(?:seeks|intends)(?= \w)",
        r"(?:aims|expects|hopes|plans|proposes|wants)(?= to\b)",
        r"(?<!the )plans(?= an? )",
        r"do(?:es)?\b[^.;?]*? (?:aim|expect|hope|intend|plan|propose|seek|want)",
    ),
    expected=_words(
        r"(?:planned|scheduled|foreseen)(?= for\b)",
        r"(?:aim|expect|hope|intend|plan|propose)(?= to\b)",
        r"to be \w+(?:ed|en|ld)",
        "upcoming",
        "forthcoming",
        r"next(?! to\b| steps?\b)(?= \w)",
    ),
    between=_words(
        r"(?<!\bbe )(?<!ly )(?!united|need|seed|speed|indeed)\w+ed",
        *("made", "taken", "begun", "built", "said", "says", "say", "was", "were", "did", "had", "been"),
        *("that", "which", "who", "whose", "whom", "what", "as", "since", "than", "like", "because", "under"),
    ),
    origin=re.compile(
        r"\b(?:since|from|after|than|like|the|(?<!spring )(?<!summer )(?<!autumn )(?<!winter )(?<!end )(?<!half )"
        r"(?<!beginning )(?<!course )(?<!start )(?<!middle )(?<!month )(?<!week )(?<!quarter )of)\s\Z",
        re.IGNORECASE,
    ),
    dating=re.compile(
        r"(?:\b(?:in|on|by|for|during|until|before|throughout|of|and|or|to|early|late|spring|summer|autumn|winter)\s"
        r"|[,:(–-]\s?)\Z",
        re.IGNORECASE,
    ),
    counted=re.compile(r"\s(?!(?:this|was|is|has|does|as)\b)[a-z]+s\b|\s(?:people|men|women|children)\b"),
    fronting=re.compile(
        r"\s*(?:(?:and|but|so|then|also)\s)?(?:(?:in|on|by|at|during|until|from|early|late|for|throughout)\s[^,:]*)?",
        re.IGNORECASE,
    ),
    past=_words("was", "were", "did", "had", "would", "been"),
    plural=re.compile(
        r"(?!(?:more )?(?:years|months|weeks|days|hours|times|pages)\b)"
        r"(?:(?!(?:a|an|and|at|for|in|of|on|or|the|to|with)\b)[a-z-]+ ){0,2}?[a-z-]+(?<![aious])s\b"
    ),
    row_nouns=frozenset(
        (
            *("answers", "asks", "benefits", "conclusions", "contradictions", "dates", "definitions", "disputes"),
            *("findings", "invitations", "lessons", "messages", "options", "pillars", "points", "principles"),
            *("proposals", "questions", "recommendations", "steps", "terms"),
        )
    ),
    whole=re.compile(r"(?:all (?:of )?)?(?:the )?", re.IGNORECASE),
    shared_out=_words("each", "every", "per", "by"),
    pronouns=frozenset(("it", "they", "them", "he", "she", "him", "its", "their", "theirs", "his")),
    pointing=frozenset(("this", "that", "these", "those", "former", "latter")),
    singular_pointing=frozenset(("this",)),
    third_person=re.compile(r"[a-z]+(?<![sui])s"),
    says_nothing_named=_words(
        r"(?:it (?:is|was|would be|takes)|(?:is|was) it)\b.*\b(?:to|that|for)",
        r"it (?:costs?|helps|pays|matters|makes sense)\b.*\b(?:to|that|if|how|whether|when)",
        *("it takes", "it is too (?:late|early|soon)", "(?:do|make|put) it (?:yourself|happen|right|simply)"),
        "in (?:his|their) own words",
    ),
    relative=frozenset(("who", "whom", "whose", "which", "that")),
    naming_after=re.compile(r"(?:\s[–—-]|[:—])\s"),
    common=frozenset(
        (
            *("a", "an", "the", "this", "these", "that", "those", "any", "some", "more", "most", "very"),
            *("of", "to", "in", "on", "for", "by", "with", "at", "from", "as", "into", "about", "among", "between"),
            *("is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "had", "have"),
            *("it", "its", "his", "her", "their", "he", "she", "they", "there", "which", "who", "whom"),
            *("and", "or", "but", "so", "than", "then", "if"),
            *("would", "should", "could", "can", "may", "might", "will", "must"),
            *("also", "such", "only", "just", "yet", "quite", "always", "necessarily", "further"),
        )
    ),
    small_words=frozenset(
        (
            *("how", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why"),
            *("is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had", "not"),
            *("can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would"),
            *("a", "an", "the", "and", "but", "or", "nor", "if", "so", "than", "then", "as", "yet", "also"),
            *("about", "after", "against", "at", "before", "behind", "between", "by", "for", "from", "in", "into"),
            *("of", "off", "on", "out", "over", "through", "to", "under", "with", "without"),
            *("many", "much"),
            *("far", "good", "long", "likely", "often", "real", "soon", "strong", "sure", "well"),
            *("it", "they", "them", "he", "she", "him", "this", "that", "these", "those", "you", "we"),
            *("its", "their", "theirs", "his", "former", "latter"),
            *("mean", "means", "matter", "matters", "differ", "differs", "compare", "compares", "relate", "relates"),
        )
    ),
)

GRAMMARS: Mapping[str, Grammar] = MappingProxyType({"en": ENGLISH})
"""By the primary language of a BCP 47 tag (RFC 5646, 2.2.1)."""


def grammar_for(language: str) -> Grammar | None:
    """The words of the language with this BCP 47 tag; None if they are not known."""
    return GRAMMARS.get(language.partition("-")[0].lower())
