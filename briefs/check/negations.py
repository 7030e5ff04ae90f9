"""Negations that edited wording has lost: two words stand together as in the passage, but without its "not".

Words alone cannot prove it, so this is a warning. Only words around a negation or after it count, and only if they do
not also occur together in a sentence of the passage without a negation. Questions are not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.grammar import ENGLISH
from briefs.model.typesetting import plain
from briefs.text.sentences import sentences
from briefs.text.stems import stem

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.?!;:]")
_NEGATIONS = frozenset(("not", "never", "no", "none", "neither", "nor", "without", "cannot", "nobody", "nothing"))
_NOT_ONLY = frozenset(("only", "just", "merely", "least", "necessarily"))
"""Words after which a "not" no longer negates: what follows them is affirmed."""
_IN_OTHER_WORDS = re.compile(
    r"un(?=[abceflnprsw])(?!esco|icef)|in(?=(?:abil|adequ|appropr|capab|complet|consist|effect|suffic|visib)\w)|im(?:poss|prob)"
    r"|non|lack|fail|rather|reject|oppos|absen|beyond|short|reluct|far|avoid|prevent|miss|difficul|rare|few|little"
)
"""Beginnings of words that may express a negation in another way."""
_NEAR = 5
"""A negation up to so many words before a pair still belongs to it."""


class _Word(NamedTuple):
    """A word or a punctuation mark: its text in lower case, its stem, and its offsets in the text."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def is_negation(self) -> bool:
        """Whether it is a word such as "not" or "never"."""
        return _is_negation(self.text)

    @property
    def is_stop(self) -> bool:
        """Whether it is punctuation that ends a clause."""
        return not self.text[0].isalnum()

    @property
    def has_content(self) -> bool:
        """Whether a sentence can be recognized by it."""
        return not (self.is_stop or self.is_negation or self.text in ENGLISH.common)


def check_negations(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """A warning for each negation of the passage that the wording seems to have lost."""
    for said, negated in lost_negations(wording.text, wording.passage):
        message = f'{wording.owner} says "{said}", but its passage says "{negated}"'
        hint = "keep the negation, or add an anchor for words that say it without one"
        yield Fault("negation-lost", message, hint).at(wording.place)


def lost_negations(text: str, passage: str) -> list[tuple[str, str]]:
    """What `text` says without a negation, with the words of `passage` that negate it; one pair for each negation."""
    if not any(map(_is_negation, _TOKEN.findall(plain(passage).lower()))):
        return []
    text = plain(text)
    form = _words(text)
    if not form or form[-1].text == "?":
        return []
    said = {(one.stem, other.stem): (one, other) for one, other in pairwise(word for word in form if word.has_content)}
    parsed = [(sentence, _words(sentence)) for sentence in sentences(plain(passage))]
    affirmed = [{word.stem for word in found} for _, found in parsed if not any(word.is_negation for word in found)]
    lost = []
    for sentence, found in parsed:
        for negation, pairs in _negated(found):
            for start, end in pairs:
                pair = said.get((start.stem, end.stem))
                if pair is None or _is_kept(form, *pair):
                    continue
                if not any({start.stem, end.stem} <= stems for stems in affirmed):
                    negated = sentence[min(start.start, negation.start) : end.end]
                    lost.append((text[pair[0].start : pair[1].end], negated))
                    break
    return lost


def _words(text: str) -> list[_Word]:
    return [_Word(m[0].lower(), stem(m[0].lower()), *m.span()) for m in _TOKEN.finditer(text)]


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _negated(sentence: Sequence[_Word]) -> Iterator[tuple[_Word, list[tuple[_Word, _Word]]]]:
    """The negations of a sentence, each with its pairs of words: the two around it, and the two after it."""
    if sentence and sentence[-1].text == "?":
        return
    for index, word in enumerate(sentence):
        if not word.is_negation or (index + 1 < len(sentence) and sentence[index + 1].text in _NOT_ONLY):
            continue
        left = [other for other in _clause(sentence[:index][::-1]) if other.has_content]
        right = [other for other in _clause(sentence[index + 1 :]) if other.has_content]
        yield word, list(pairwise([*left[:1], *right[:2]]))


def _clause(words: Sequence[_Word]) -> Sequence[_Word]:
    """`words` up to the first punctuation mark that ends a clause."""
    return words[: next((index for index, word in enumerate(words) if word.is_stop), len(words))]


def _is_kept(form: Sequence[_Word], start: _Word, end: _Word) -> bool:
    """Whether a form still negates the words from `start` to `end` in some way."""
    first, last = form.index(start), form.index(end)
    near = form[max(0, first - _NEAR) : last + 2]  # "alone in having none"
    return any(word.is_negation or _IN_OTHER_WORDS.match(word.text) for word in near)
