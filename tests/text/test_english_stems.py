"""The stems of English words, held against those of Snowball's own stemmer."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from snowballstemmer.english_stemmer import EnglishStemmer as Snowball

from briefs.text.english_stems import EnglishStemmer

_ENDINGS = (
    *("ational", "tional", "enci", "anci", "abli", "entli", "izer", "ization", "ation", "ator", "alism", "aliti"),
    *("alli", "fulness", "ousli", "ousness", "iveness", "iviti", "biliti", "bli", "ogist", "ogi", "lessli", "li"),
    *("icate", "ative", "alize", "iciti", "ical", "ful", "ness", "ic", "ance", "ence", "able", "ible", "ate", "ive"),
    *("ize", "iti", "al", "ism", "ion", "er", "ous", "ant", "ent", "ment", "ement", "ed", "eed", "ing", "edly"),
    *("eedly", "ingly", "s", "ies", "ied", "sses", "us", "ss", "y", "e", "l", "ll", "'s", "'s'", "'", "at", "bl"),
    *("iz", "bb", "dd", "tt", "sion", "tion"),
)
_BEGINNINGS = (
    *("arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers", "succ", "proc", "exc", "even"),
    *("cann", "inn", "earr", "herr", "out", "y", "'", "", "", "", ""),
)
_LETTERS = "abcdeghilmnoprstuvwxyzyY'-é"


def _stems(words: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The stems of words: those that are found here, and those of Snowball."""
    mine, theirs = EnglishStemmer(), Snowball()
    return {word: mine.stemWord(word) for word in words}, {word: str(theirs.stemWord(word)) for word in words}


def test_all_words_of_the_english_lexicon_have_the_stems_of_snowball() -> None:
    text = Path("briefs/check/lexicon/en.yaml").read_text("utf-8")
    words = set(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower()))
    found, wanted = _stems({*words, "skis", "skies", "idly", "gently", "ugly", "early", "only", "singly", "howe"})
    assert len(found) > 2000
    assert found == wanted


def test_invented_words_have_the_stems_of_snowball() -> None:
    random = Random(1)
    middles = ["".join(random.choices(_LETTERS, k=random.randrange(5))) for _ in range(4_000)]
    endings = ["".join(random.choices(_ENDINGS, k=random.randrange(4))) for _ in middles]
    words = {f"{random.choice(_BEGINNINGS)}{middle}{ending}" for middle, ending in zip(middles, endings, strict=True)}
    found, wanted = _stems(words)
    assert found == wanted
