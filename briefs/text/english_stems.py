"""The stems of English words, as Snowball's English stemmer (Porter2) finds them, in a sixth of its time.

A first build looks for the stems of thousands of words. The stemmer in Python is made from Snowball's own language, and
moves a cursor letter by letter; this one does the same steps on whole strings. `tests/text/test_english_stems.py` holds
the two against each other. The steps have the names that they have in https://snowballstem.org/algorithms/english/.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_VOWELS = frozenset("aeiouy")
_NOT_SHORT = frozenset("aeiouywxY")
_BEFORE_LI = frozenset("cdeghkmnrt")
_DOUBLES = frozenset(("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"))
_REGION = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]")
"""A region begins behind the first letter that is no vowel and follows one."""
_BEGINS = re.compile("arsen|commun|emerg|gener|inter|later|organ|past|univers")
"""The first region of words that begin so starts right behind that."""
_STEMS = {
    **{word: word for word in ("andes", "atlas", "bias", "cosmos", "howe", "news", "sky")},
    **{"skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli"},
    **{"only": "onli", "singly": "singl"},
}
"""Words with stems of their own."""
_INGS = frozenset(("even", "cann", "inn", "earr", "herr", "out"))
"""What may stand before "ing" in a word that is no form of a verb."""
_EEDS = frozenset(("succ", "proc", "exc"))
_Endings = Mapping[str, tuple[tuple[str, str], ...]]


def _by_last_letters(endings: Mapping[str, str]) -> _Endings:
    """Endings with what takes their place, by their last two letters, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ending in sorted(endings, key=len, reverse=True):
        found.setdefault(ending[-2:], []).append((ending, endings[ending]))
    return {last: tuple(own) for last, own in found.items()}


_STEP_2 = _by_last_letters(
    {
        **{"tional": "tion", "enci": "ence", "anci": "ance", "abli": "able", "entli": "ent"},
        **{"izer": "ize", "ization": "ize", "ational": "ate", "ation": "ate", "ator": "ate"},
        **{"alism": "al", "aliti": "al", "alli": "al", "fulness": "ful", "fulli": "ful"},
        **{"ousli": "ous", "ousness": "ous", "iveness": "ive", "iviti": "ive", "biliti": "ble", "bli": "ble"},
        **{"ogist": "og", "ogi": "og", "lessli": "less", "li": ""},
    }
)
_STEP_3 = _by_last_letters(
    {
        **{"tional": "tion", "ational": "ate", "alize": "al", "icate": "ic", "iciti": "ic", "ical": "ic"},
        **{"ful": "", "ness": "", "ative": ""},
    }
)
_STEP_4 = _by_last_letters(
    dict.fromkeys(
        (
            *("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism"),
            *("ate", "iti", "ous", "ive", "ize", "ion"),
        ),
        "",
    )
)


class EnglishStemmer:
    """Finds stems as the stemmers of Snowball do."""

    def stemWord(self, word: str) -> str:
        """The stem of a word in lower case."""
        return _STEMS.get(word) or (_stem(word) if len(word) > 2 else word)


def _stem(word: str) -> str:
    if word[0] == "'":
        word = word[1:]
    marked = _with_consonants(word) if "y" in word else word
    has_marks, word = marked != word, marked
    begun = _BEGINS.match(word) or _REGION.match(word)
    first = begun.end() if begun else len(word)
    second = _REGION.match(word, first) if begun else None
    second_region = second.end() if second else len(word)
    word = _step_1b(_step_1a(word), first)
    if len(word) > 2 and word[-1] in "yY" and word[-2] not in _VOWELS:  # step 1c
        word = f"{word[:-1]}i"
    word = _step_2(word, first)
    word = _step_3(word, first, second_region)
    word = _step_5(_step_4(word, second_region), first, second_region)
    return word.replace("Y", "y") if has_marks else word


def _with_consonants(word: str) -> str:
    """The word with a capital for each y that is no vowel: the first letter, or one behind a vowel."""
    letters = list(word)
    if letters[0] == "y":
        letters[0] = "Y"
    for at in range(1, len(letters)):
        if letters[at] == "y" and letters[at - 1] in _VOWELS:
            letters[at] = "Y"
    return "".join(letters)


def _step_1a(word: str) -> str:
    if "'" in word:
        for ending in ("'s'", "'s", "'"):
            if word.endswith(ending):
                word = word[: -len(ending)]
                break
    last = word[-1:]
    if last == "s":
        if word.endswith("sses"):
            return word[:-2]
        if word.endswith("ies"):
            return word[:-2] if len(word) > 4 else word[:-1]
        if word.endswith(("us", "ss")) or _VOWELS.isdisjoint(word[:-2]):
            return word
        return word[:-1]
    if last == "d" and word.endswith("ied"):
        return word[:-2] if len(word) > 4 else word[:-1]
    return word


def _step_1b(word: str, first: int) -> str:
    ending = next((one for one in _ENDINGS_1B.get(word[-2:], ()) if word.endswith(one)), "")
    if not ending:
        return word
    rest = word[: -len(ending)]
    if ending in ("eed", "eedly"):
        return f"{rest}ee" if first <= len(rest) and rest not in _EEDS else word
    if ending == "ing":
        if rest in _INGS:
            return word
        if len(rest) == 2 and rest[1] == "y" and rest[0] not in _VOWELS:
            return f"{rest[0]}ie"
    if _VOWELS.isdisjoint(rest):
        return word
    last = rest[-2:]
    if last in ("at", "bl", "iz"):
        return f"{rest}e"
    if last in _DOUBLES:
        return rest if len(rest) == 3 and rest[0] in "aeo" else rest[:-1]
    return f"{rest}e" if len(rest) == first and _is_short(rest) else rest


_ENDINGS_1B = {"ed": ("eed", "ed"), "ng": ("ing",), "ly": ("eedly", "ingly", "edly")}


def _is_short(word: str) -> bool:
    """Whether a word ends in a short syllable."""
    if len(word) > 2 and word[-1] not in _NOT_SHORT and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return True
    return (len(word) == 2 and word[1] not in _VOWELS and word[0] in _VOWELS) or word.endswith("past")


def _step_2(word: str, first: int) -> str:
    for ending, other in _STEP_2.get(word[-2:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) < first or (ending == "ogi" and rest[-1:] != "l"):
                return word
            return word if ending == "li" and rest[-1:] not in _BEFORE_LI else f"{rest}{other}"
    return word


def _step_3(word: str, first: int, second: int) -> str:
    for ending, other in _STEP_3.get(word[-2:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return word if len(rest) < (second if ending == "ative" else first) else f"{rest}{other}"
    return word


def _step_4(word: str, second: int) -> str:
    for ending, _ in _STEP_4.get(word[-2:], ()):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return word if len(rest) < second or (ending == "ion" and rest[-1:] not in ("s", "t")) else rest
    return word


def _step_5(word: str, first: int, second: int) -> str:
    rest = word[:-1]
    if word[-1:] == "e":
        return rest if len(rest) >= second or (len(rest) >= first and not _is_short(rest)) else word
    return rest if word[-1:] == "l" and len(rest) >= second and rest[-1:] == "l" else word
