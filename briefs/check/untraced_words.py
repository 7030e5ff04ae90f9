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

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.passage_support import joined, labels_of, names_for, supporting_text
from briefs.check.says_more import allowed_by
from briefs.check.subjects import WordingToCheck
from briefs.check.untraced_names import names_of_report
from briefs.check.vocabulary import Supported, Vocabulary, parts
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.phrases import phrases_for
from briefs.model.report import Report
from briefs.model.typesetting import plain
from briefs.text.alignment import sources_of
from briefs.text.capitals import may_begin
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


def repeated_words(wording: WordingToCheck) -> list[str]:
    """The content words that a sentence of `wording` has more often than all of its passage, which has them too."""
    if lexicon_for(wording.rules.language) is None:
        return []
    vocabulary = vocabulary_for(wording.rules.language, tuple(wording.rules.equivalents.items()))
    said = (word for word, _ in _traced(wording, vocabulary, allowed_by(wording.drawn.block)))
    found = []
    for word, times in Counter(one.lower for one in said).items():
        given = vocabulary.times(word, supporting_text(wording)) if times > 1 else 0
        if 0 < given < times:
            found.append(word)
    return found


def untraced_words(wording: WordingToCheck) -> list[Untraced]:
    """The words of `wording` without a source, in order; none if there is no lexicon of its language."""
    lexicon = lexicon_for(wording.rules.language)
    if lexicon is None:
        return []
    vocabulary = vocabulary_for(wording.rules.language, tuple(wording.rules.equivalents.items()))
    return _untraced(wording, vocabulary, allowed_by(wording.drawn.block))


@lru_cache(maxsize=8)
def vocabulary_for(language: str, declared: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Vocabulary:
    """The words of a language that has a lexicon, with the equivalents that a report declares."""
    lexicon = lexicon_for(language)
    assert lexicon is not None
    return Vocabulary(lexicon, dict(declared))


def _untraced(wording: WordingToCheck, vocabulary: Vocabulary, allowed: Sequence[str]) -> list[Untraced]:
    words = _traced(wording, vocabulary, allowed)
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


def _traced(wording: WordingToCheck, vocabulary: Vocabulary, allowed: Sequence[str]) -> list[tuple[Word, bool]]:
    """The content words of a wording in order, each with whether it has a source."""
    supported = vocabulary.supported(supporting_text(wording))
    text = wording.text
    skipped = skipped_words(wording.rules.language)
    covered = _covered(text, vocabulary, supported) | _spans(text, allowed) | vocabulary.found(names_for(wording), text)
    found: list[tuple[Word, bool]] = []
    inviting = frozenset(vocabulary.lexicon.inviting if wording.field == "ask" else ())
    names = names_of_report(wording.report) if wording.report is not None else frozenset[str]()
    before = ""
    for word in words_of(text, wording.rules.language):
        is_first = may_begin(text, word.start)
        is_invitation = word.lower in inviting and (is_first or before == _joining(wording.rules.language))
        before = word.lower
        if word.is_mark or is_invitation:
            continue
        is_name = word.text[0].isupper() and (not is_first or word.lower in names)
        if is_name or word.text[0].isdigit() or _is_skipped(word.lower, skipped):
            continue
        is_traced = word.start in covered or _has(word.lower, vocabulary, supported, skipped)
        found.append((word, is_traced or _is_in_label(word.lower, wording, vocabulary, skipped)))
    return found


def _joining(language: str) -> str:
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    return words.joining if words else ""


def _is_in_label(word: str, wording: WordingToCheck, vocabulary: Vocabulary, skipped: frozenset[str]) -> bool:
    """Whether a label of the block has a word, which another passage of the block has."""
    if not _has(word, vocabulary, vocabulary.supported(labels_of(wording)), skipped):
        return False
    passages = joined(plain(extract.text) for extract in wording.drawn.all_extracts())
    return _has(word, vocabulary, vocabulary.supported(passages), skipped)


def _has(word: str, vocabulary: Vocabulary, supported: Supported, skipped: frozenset[str]) -> bool:
    """Whether a passage has a word in some form, or all of its parts, or what it denies together with a denial."""
    word = word.removesuffix("'s").rstrip("'")
    if vocabulary.has(word, supported):
        return True
    if "-" in word:
        joint = word.replace("-", "")
        return vocabulary.has(joint, supported) or all(
            part in skipped or part.isdigit() or vocabulary.has(part, supported) for part in parts(word)
        )
    return vocabulary.denies(word, supported)


def _is_skipped(word: str, skipped: frozenset[str]) -> bool:
    word = word.removesuffix("'s").rstrip("'")
    return word in skipped or ("-" in word and all(part in skipped or part.isdigit() for part in parts(word)))


@lru_cache(maxsize=8)
def skipped_words(language: str) -> frozenset[str]:
    """The words of a language that other checks compare, or that need no source."""
    lexicon = lexicon_for(language)
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    if lexicon is None or words is None:
        return frozenset()
    scales = lexicon.scales
    ranked = (
        word
        for scale in (scales.how_many, scales.how_firmly, scales.kind_of_act)
        for one in scale
        for word in one.words
    )
    numbers = (words.values, words.magnitudes, words.vague, words.factors, words.parts, words.ordinals, words.implied)
    months = (month.lower() for month in phrases_for(language).months)
    return frozenset(
        (
            *(*lexicon.common, *lexicon.free, *lexicon.hedges, *lexicon.attributions, *lexicon.negations),
            *ranked,
            *(word for table in numbers for word in table),
            *months,
            "bn",
            "m",
        )
    )


def _is_in_report(word: Word, report: Report | None, vocabulary: Vocabulary) -> bool:
    """Whether a word stands anywhere in the report."""
    return report is not None and not vocabulary.facts(word.lower).keys.isdisjoint(_words_of(report, vocabulary))


@lru_cache(maxsize=2)
def _words_of(report: Report, vocabulary: Vocabulary) -> frozenset[str]:
    notes = report.note_numbers()
    return vocabulary.supported(joined(plain(leaf.text, notes) for leaf in report.leaves())).keys


def _covered(text: str, vocabulary: Vocabulary, supported: Supported) -> frozenset[int]:
    """Where words of `text` stand that are part of a phrase which has an equivalent in the passage."""
    phrases = vocabulary.phrases_with_equivalents(text, supported)
    return vocabulary.found(phrases, text) if phrases else frozenset()


def _spans(text: str, phrases: Sequence[str]) -> frozenset[int]:
    """Where the words of `phrases` begin in `text`, as whole phrases, in capitals or not."""
    lower = text.lower()
    found: set[int] = set()
    for phrase in phrases:
        start = lower.find(phrase.lower())
        while start >= 0:
            found |= {start + word.start for word in words_of(text[start : start + len(phrase)])}
            start = lower.find(phrase.lower(), start + 1)
    return frozenset(found)


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
