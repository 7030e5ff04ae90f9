"""Whether a passage can be printed as it stands: a short sentence that needs nothing around it."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.candidates.found import FoundPassage
from briefs.candidates.phrase_finder import phrase_pattern
from briefs.candidates.rule_words import words_for
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.note_marks import note_marks
from briefs.model.typesetting import clean, typeset, words

MOST_WORDS = 25
"""The most words of a short form."""
_MARK = "\ue000"
"""Stands for the mark of a note; no text has it (private use)."""
_END = re.compile(r"[.!?؟]['\"’”»)\]]*\Z")


class PassageWords(Model):
    """With one of the `reaching_back` words, a sentence speaks of something in front of it; so does one that begins
    with one of `beginning`."""

    reaching_back: Words = ()
    beginning: Words = ()


def printable_short(passage: FoundPassage, language: str, notes: frozenset[int]) -> str:
    """The words of `passage` as a short form; empty if they are too long, no whole sentence, or need what is around
    them. `notes` are the numbers of the report's footnotes: a passage with the mark of one needs it.
    """
    text = passage.words
    if len(words(text)) > MOST_WORDS or not _END.search(text) or not text[0].isupper():
        return ""
    if _has_mark(passage, notes):
        return ""
    known = words_for("passage", PassageWords, language)
    if known is None or phrase_pattern(known.reaching_back).search(text):
        return ""
    return "" if phrase_pattern(known.beginning).match(text) else typeset(text)


def _has_mark(passage: FoundPassage, notes: frozenset[int]) -> bool:
    """Whether the mark of a note stands in the passage, or right behind it."""
    text = _marked(passage.leaf.text, notes)
    if not text:
        return False
    at = text.find(passage.words)
    return at < 0 or text.startswith(_MARK, at + len(passage.words))


@lru_cache(maxsize=64)
def _marked(received: str, notes: frozenset[int]) -> str:
    """The clean text of a leaf with a sign for each mark of a note; empty if it has none."""
    parts, end = [], 0
    for mark in note_marks(received, notes):
        parts += [received[end : mark.start], _MARK]
        end = mark.end
    return clean("".join((*parts, received[end:]))) if parts else ""
