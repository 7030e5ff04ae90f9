"""Stems that are found quickly are those of the library."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from snowballstemmer import stemmer

from briefs.text.quick_stemmer import quick_stemmer

_PARTS = ("", "gener", "yes", "ñé", "über", "nation")
_ENDINGS = {
    "english": ("", "s", "'s", "ies", "ied", "eed", "ingly", "edly", "ational", "fulli", "ement", "ll", "y", "ogist"),
    "french": ("", "s", "ement", "issement", "atrice", "ement", "eux", "irions", "èrent", "ées", "ie", "logie"),
    "spanish": ("", "s", "ándoselo", "amiento", "adoras", "logías", "idades", "aríamos", "yeron", "ar", "ito", "gu"),
    "portuguese": ("", "s", "amento", "adoras", "logias", "idades", "aríamos", "ão", "õe", "eira", "ar", "gu", "ê"),
    "german": ("", "s", "em", "ern", "est", "heiten", "isch", "lich", "keit", "ung", "end", "nisse", "ä", "ß"),
}


@pytest.mark.parametrize("name", sorted(_ENDINGS))
def test_all_languages_have_the_stems_of_the_library(name: str) -> None:
    quick, own = quick_stemmer(name), stemmer(name)
    words = {f"{part}{first}{last}" for part, first, last in product(_PARTS, _ENDINGS[name], _ENDINGS[name])}
    assert [one for one in sorted(words) if quick.stemWord(one) != own.stemWord(one)] == []


def test_words_of_the_lexicon_have_the_stems_of_the_library() -> None:
    quick, own = quick_stemmer("english"), stemmer("english")
    files = Path(__file__).parents[2].glob("briefs/check/lexicon/en.yaml")
    words = sorted({word for file in files for word in re.findall(r"[^\W_]+", file.read_text("utf-8").lower())})[::3]
    assert len(words) > 1000
    assert [one for one in words if quick.stemWord(one) != own.stemWord(one)] == []
