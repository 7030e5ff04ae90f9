"""Negations that an edited form has lost: the words of a sentence, side by side as there, without their "not".

Words say too little to be sure of it, so what is found is a warning. It is said only of words that stand on both sides
of a negation, or behind it, and in no sentence of the passage that negates nothing; questions are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefs.model.typesetting import plain

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.?!;:]")
_SENTENCE = re.compile(r"(?<=[.?!])[\"')]*\s+(?=[A-Z\"'(\[])")
_NEGATIONS = frozenset(("not", "never", "no", "none", "neither", "nor", "without", "cannot", "nobody", "nothing"))
_NOT_ONLY = frozenset(("only", "just", "merely", "least", "necessarily"))
"""Words after "not" that leave what follows as it is."""
_IN_OTHER_WORDS = re.compile(
    r"un(?=[abceflnprsw])(?!esco|icef)|in(?=(?:abil|adequ|appropr|capab|complet|consist|effect|suffic|visib)\w)|im(?:poss|prob)"
    r"|non|lack|fail|rather|reject|oppos|absen|beyond|short|reluct|far|avoid|prevent|miss|difficul|rare|few|little"
)
"""How words begin that may say the negation otherwise."""
_EMPTY = frozenset(
    (
        *("a", "an", "the", "this", "these", "that", "those", "any", "some", "more", "most", "very"),
        *("of", "to", "in", "on", "for", "by", "with", "at", "from", "as", "into", "about", "among", "between"),
        *("is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "has", "had", "have"),
        *("it", "its", "his", "her", "their", "he", "she", "they", "there", "which", "who", "whom"),
        *("and", "or", "but", "so", "than", "then", "if"),
        *("would", "should", "could", "can", "may", "might", "will", "must"),
        *("also", "such", "only", "just", "yet", "quite", "always", "necessarily", "further"),
    )
)
"""Words that say too little to know a sentence by."""
_NEAR = 5
"""Words before a pair in which a negation, said otherwise, still belongs to it."""


class _Word(NamedTuple):
    """A word or stop: lower case, stem, and where it stands in its text."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def is_negation(self) -> bool:
        return _is_negation(self.text)

    @property
    def is_stop(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def has_content(self) -> bool:
        return not (self.is_stop or self.is_negation or self.text in _EMPTY)


def lost_negations(text: str, passage: str) -> list[tuple[str, str]]:
    """What `text` says without the negation that `passage` has, with what `passage` says; for each negation once."""
    if not any(map(_is_negation, _TOKEN.findall(plain(passage).lower()))):
        return []
    text = plain(text)
    form = _words(text)
    if not form or form[-1].text == "?":
        return []
    said = {(one.stem, other.stem): (one, other) for one, other in pairwise(word for word in form if word.has_content)}
    sentences = [(sentence, _words(sentence)) for sentence in _SENTENCE.split(plain(passage))]
    plainly = [{word.stem for word in found} for _, found in sentences if not any(word.is_negation for word in found)]
    lost = []
    for sentence, found in sentences:
        for negation, pairs in _negated(found):
            for start, end in pairs:
                pair = said.get((start.stem, end.stem))
                if pair and not any({start.stem, end.stem} <= stems for stems in plainly) and not _is_kept(form, *pair):
                    had = sentence[min(start.start, negation.start) : end.end]
                    lost.append((text[pair[0].start : pair[1].end], had))
                    break
    return lost


def _words(text: str) -> list[_Word]:
    return [_Word(m[0].lower(), _stem(m[0].lower()), *m.span()) for m in _TOKEN.finditer(text)]


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


@cache
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    return word[:6] if len(word) > 6 else re.sub(r"(?:es|s|ed|ing)$", "", word)


def _negated(sentence: Sequence[_Word]) -> Iterator[tuple[_Word, list[tuple[_Word, _Word]]]]:
    """The negations of a sentence with pairs of words that they concern: those round them, and the next two behind."""
    if sentence and sentence[-1].text == "?":
        return
    for index, word in enumerate(sentence):
        if not word.is_negation or (index + 1 < len(sentence) and sentence[index + 1].text in _NOT_ONLY):
            continue
        left = [other for other in _clause(sentence[:index][::-1]) if other.has_content]
        right = [other for other in _clause(sentence[index + 1 :]) if other.has_content]
        yield word, list(pairwise([*left[:1], *right[:2]]))


def _clause(words: Sequence[_Word]) -> Sequence[_Word]:
    """`words` up to the first stop."""
    return words[: next((index for index, word in enumerate(words) if word.is_stop), len(words))]


def _is_kept(form: Sequence[_Word], start: _Word, end: _Word) -> bool:
    """Whether a form negates the words from `start` to `end`, in whatever words."""
    first, last = form.index(start), form.index(end)
    near = form[max(0, first - _NEAR) : last + 2]  # "alone in having none"
    return any(word.is_negation or _IN_OTHER_WORDS.match(word.text) for word in near)
