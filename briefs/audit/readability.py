"""How long a text takes to read, and how easily it is read.

Reading ease is that of Flesch ("A new readability yardstick", Journal of Applied Psychology 32, 1948): from 100, very
easy, down to 0, very hard; reports of experts are around 30. It is made for English, so other languages have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefs.model.typesetting import words
from briefs.text.words import sentences_of

WORDS_PER_MINUTE = 228
"""How fast adults read English texts, on average: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading
performance: the new International Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53, 2012."""
_FEWEST_WORDS = 20
"""Of shorter texts, the formula says nothing."""
_SENTENCE = 4
"""The fewest words of a sentence."""
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscxzg]es|(?<=[cg])es(?<!ces)(?<!ges))\Z")


def seconds_to_read(count: int) -> int:
    """The seconds that somebody needs who reads so many words at a usual speed."""
    return round(count * 60 / WORDS_PER_MINUTE)


def reading_ease(texts: Iterable[str], language: str) -> float | None:
    """Flesch reading ease of English `texts`, each of which is one sentence or several: paragraphs, items, cells.

    Those of a few words, as in headings of rows, are left out. None in other languages, and if too little is left.
    """
    pieces = [text for text in texts if len(words(text)) >= _SENTENCE]
    found = [word for text in pieces for word in words(text) if any(map(str.isalpha, word))]
    if language.partition("-")[0].lower() != "en" or len(found) < _FEWEST_WORDS:
        return None
    sentences = sum(len(sentences_of(text)) for text in pieces)
    syllables = sum(map(syllables_of, found))
    return round(206.835 - 1.015 * len(found) / sentences - 84.6 * syllables / len(found), 1)


def syllables_of(word: str) -> int:
    """About how many syllables an English word has: groups of vowels, without an e that is silent at the end."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(letters))
    if count > 1 and _SILENT.search(letters):
        count -= 1
    return max(1, count)
