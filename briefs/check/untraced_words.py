"""Every content word of edited wording has a source: it stands in the passage, or something that may stand for it.

Words of the three scales, of attributions and negations, numbers and names are compared by other checks. One word that
the report has nowhere may only be another word for one of the passage, which no list knows: this is a warning.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefs.check.content_words import content_words, has_all_words, skipped_words, vocabulary_of
from briefs.check.passage_support import joined, supporting_text
from briefs.check.says_more import allowed_by
from briefs.check.subjects import WordingToCheck
from briefs.check.vocabulary import Vocabulary
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.report import Report
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.alignment import sources_of
from briefs.text.words import Word, words_of

_LONGEST_QUOTED = 140
_SHARED = 5
"""A word that begins with so many letters of a word of the passage may be of its family, although no list says so."""
_HINT = (
    "use the report's own word, add an anchor for the passage that says it, declare an equivalent under `wording` in "
    "report.yaml, or give the reason in `says_more`"
)


class Untraced(NamedTuple):
    """A word of a wording without a source, whether it may only be another word for one of the passage, and the word
    of the passage that is most like it, if any is.
    """

    word: Word
    is_doubtful: bool
    like: str = ""


def check_words(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error with all words of the wording that have no source, and a warning with those that may have one."""
    if has_all_words(wording):
        return
    found = untraced_words(wording)
    for code, is_doubtful in (("word-untraced", False), ("word-doubtful", True)):
        if some := [one for one in found if one.is_doubtful == is_doubtful]:
            said = _listed(dict.fromkeys(one.word.text for one in some))
            message = f"{wording.owner} says {said}, which its passage does not say"
            if is_doubtful:
                message = f"{wording.owner} says {said}, which may say more than its passage"
            yield Fault(code, message, f"{_nearest(wording, some)}: {_HINT}").at(wording.place)
    for word in repeated_words(wording):
        message = f'{wording.owner} says "{word}" more often than its passage: one of them may stand for another word'
        hint = "compare the two; if the wording is right, leave the word out once, or quote it in `says_more`"
        yield Fault("word-doubtful", message, hint).at(wording.place)


def repeated_words(wording: WordingToCheck, allowed: Sequence[str] | None = None) -> list[str]:
    """The content words that `wording` has more often than all of its passage, which has them too."""
    vocabulary = vocabulary_of(wording)
    if vocabulary is None:
        return []
    passage = supporting_text(wording)
    found = []
    phrases = allowed_by(wording.drawn.block) if allowed is None else allowed
    for word, times in Counter(word.lower for word, _ in content_words(wording, allowed)).items():
        given = vocabulary.times(word, passage) if times > 1 else 0
        if 0 < given < times and not any(has_phrase(phrase, word) for phrase in phrases):
            found.append(word)
    return found


def untraced_words(wording: WordingToCheck) -> list[Untraced]:
    """The words of `wording` without a source, in order; none if there is no lexicon of its language."""
    vocabulary = vocabulary_of(wording)
    if vocabulary is None:
        return []
    words = content_words(wording)
    found = []
    for at, (word, is_traced) in enumerate(words):
        if not is_traced:
            is_alone = all(near[1] for near in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2]))
            like = _like(word, wording.passage, vocabulary)
            is_doubtful = word.lower in vocabulary.degrees or (
                is_alone and (bool(like) or not _is_in_report(word, wording.report, vocabulary))
            )
            found.append(Untraced(word, is_doubtful, like))
    return found


def _is_in_report(word: Word, report: Report | None, vocabulary: Vocabulary) -> bool:
    """Whether a word stands anywhere in the report."""
    return report is not None and not vocabulary.facts(word.lower).keys.isdisjoint(_words_of(Same(report), vocabulary))


@lru_cache(maxsize=2)
def _words_of(report: Same[Report], vocabulary: Vocabulary) -> frozenset[str]:
    notes = report.value.note_numbers()
    return vocabulary.supported(joined(plain(leaf.text, notes) for leaf in report.value.leaves())).keys


def _like(word: Word, passage: str, vocabulary: Vocabulary) -> str:
    """The word of the passage that begins as `word` does, if there is one."""
    words = {other.lower for other in words_of(passage, vocabulary.lexicon.language) if not other.is_mark}
    near = [other for other in words if other[:_SHARED] == word.lower[:_SHARED] and len(other) > _SHARED]
    close = difflib.get_close_matches(word.lower, sorted(near), n=1, cutoff=0.7)
    return close[0] if close else ""


def _nearest(wording: WordingToCheck, found: Sequence[Untraced]) -> str:
    """What the passage says there: its words like those without a source, or the sentence that the wording is from."""
    if like := _listed(dict.fromkeys(one.like for one in found if one.like)):
        return f"its passage has {like}"
    sources = sources_of(wording.text, wording.passage, skipped_words(wording.rules.language), wording.rules.language)
    sentence = sources[0].sentence if sources else wording.passage
    if len(sentence) > _LONGEST_QUOTED:
        sentence = f"{sentence[:_LONGEST_QUOTED].rsplit(' ', 1)[0]} …"
    return f"its passage says “{sentence}”"


def _listed(words: dict[str, None]) -> str:
    """Words in quotation marks, with "and" before the last."""
    quoted = [f'"{word}"' for word in words]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))
