"""What wording says is not in the report is not there: the searches that a block declares find nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefs.check.searched_sentences import (
    SearchedSentences,
    among,
    figures_in,
    positions_in,
    searched_sentences,
    with_hyphens,
    words_in,
)
from briefs.check.subjects import AbsenceToCheck
from briefs.model.absence_search import Search
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.report_places import place_in_report
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.words import Word, words_of


def check_absences(block: AbsenceToCheck) -> Iterator[Diagnostic]:
    """An error for what the report has although a block says that it does not, and for a search that shows something
    else than its wording says, or in a place that the report does not have.

    Codes: `absence-contradicted`, `absence-unsaid`, `scope-unknown`.
    """
    place = block.drawn.place_of("absent")
    said = {word.stem for word in words_of(block.text, block.language)}
    sentences = searched_sentences(Same(block.report), block.language)
    for search in block.searches:
        ranges = sentences.ranges(search.scope)
        if not ranges:
            message = f'absent of "{block.drawn.id}" names the place "{search.scope}", which the report does not have'
            scopes = [section.address for section in block.report.sections()]
            yield Fault("scope-unknown", message, nearest(search.scope or "", scopes)).at(place)
        for fault in _faults(block, search, sentences, ranges):
            yield fault.at(place)
        if not _is_said(search, said, block.language):
            shown = search.says or ", ".join(search.for_)
            message = f'"{block.drawn.id}" does not say "{shown}", which its search is for'
            hint = "search for what the wording says is absent, or say in `says` which of its words the search shows"
            yield Fault("absence-unsaid", message, hint).at(block.place)


def _faults(
    block: AbsenceToCheck, search: Search, sentences: SearchedSentences, ranges: Sequence[range]
) -> Iterator[Fault]:
    """The first finding of a search, if there is one: what it is, and where the report has it."""
    for number in among(_possible(search, sentences, block.language), ranges):
        sentence = sentences[number]
        if found := _found(search, sentence.text, block.language):
            where = place_in_report(block.report, sentence.leaf.lines, sentence.leaf.address)
            message = f'"{block.drawn.id}" says that the report does not have "{found}", but it does: {where}'
            hint = "correct the wording, narrow the search, or add a phrase that says something else to `except`"
            yield Fault("absence-contradicted", message, hint)
            return


def _possible(search: Search, sentences: SearchedSentences, language: str) -> set[int]:
    """At least the sentences in which a search finds anything: those that have the first words of its phrases."""
    found = sentences.having(_first_words(search.for_, language))
    if search.numbers:
        found.update(sentences.with_figures)
    return found & sentences.having(_first_words(search.with_, language)) if search.with_ else found


def _first_words(phrases: Sequence[str], language: str) -> Iterator[str]:
    """The first word of each phrase, as it is looked for."""
    return (_looked_for(wanted[0]) for wanted in (_wanted(phrase, language) for phrase in phrases) if wanted)


def _found(search: Search, sentence: str, language: str) -> str:
    """What a search finds in a sentence, as it stands there; empty if it finds nothing."""
    if search.with_ and not any(_spans(sentence, phrase, language) for phrase in search.with_):
        return ""
    spans = [span for phrase in search.for_ for span in _spans(sentence, phrase, language)]
    if search.numbers:
        spans += [(one.start, one.end) for one in figures_in(sentence, language)]
    read = [span for phrase in search.except_ for span in _spans(sentence, phrase, language)] if spans else []
    for start, end in spans:
        if not any(first <= start and end <= last for first, last in read):
            return sentence[start:end]
    return ""


def _spans(sentence: str, phrase: str, language: str) -> list[tuple[int, int]]:
    """Where a phrase is among the words of a sentence, in any form of its words: offsets into the sentence.

    A word that is written with a capital letter is a name: only the same word is.
    """
    wanted, words = _wanted(phrase, language), words_in(sentence, language)
    size = len(wanted)
    if not wanted:
        return []
    return [
        (words[at].start, words[at + size - 1].end)
        for at in positions_in(sentence, language).get(_looked_for(wanted[0]), ())
        if at + size <= len(words)
        and all(_is_same(one, word) for one, word in zip(wanted, words[at : at + size], strict=True))
    ]


@lru_cache(maxsize=1024)
def _wanted(phrase: str, language: str) -> tuple[Word, ...]:
    return words_in(with_hyphens(plain(phrase)), language)


def _looked_for(word: Word) -> str:
    """What a word is found by: itself if it is a name, else its stem."""
    return word.text if word.text[0].isupper() else word.stem


def _is_same(wanted: Word, word: Word) -> bool:
    return wanted.text == word.text if wanted.text[0].isupper() else wanted.stem == word.stem


def _is_said(search: Search, said: set[str], language: str) -> bool:
    """Whether wording, given the stems of its words, says what a search is for."""
    phrases = (search.says,) if search.says else search.for_ or search.with_
    return any({word.stem for word in words_of(plain(phrase), language)} <= said for phrase in phrases)
