"""What wording says is not in the report is not there: the searches that a block declares find nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefs.check.subjects import AbsenceToCheck
from briefs.model.absence_search import Search
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.report import Leaf, Matter, Report
from briefs.model.report_places import place_in_report
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.anchors import is_in_scope
from briefs.text.quantities import Quantity, quantities
from briefs.text.words import Word, sentences_of, words_of


def check_absences(block: AbsenceToCheck) -> Iterator[Diagnostic]:
    """An error for what the report has although a block says that it does not, and for a search that shows something
    else than its wording says, or in a place that the report does not have.

    Codes: `absence-contradicted`, `absence-unsaid`, `scope-unknown`.
    """
    place = block.drawn.place_of("absent")
    said = {word.stem for word in words_of(block.text, block.language)}
    for search in block.searches:
        leaves = [leaf for leaf in block.report.leaves() if _is_searched(leaf, search)]
        if not leaves:
            message = f'absent of "{block.drawn.id}" names the place "{search.scope}", which the report does not have'
            scopes = [section.address for section in block.report.sections()]
            yield Fault("scope-unknown", message, nearest(search.scope or "", scopes)).at(place)
        for fault in _faults(block, search, leaves):
            yield fault.at(place)
        if not _is_said(search, said, block.language):
            shown = search.says or ", ".join(search.for_)
            message = f'"{block.drawn.id}" does not say "{shown}", which its search is for'
            hint = "search for what the wording says is absent, or say in `says` which of its words the search shows"
            yield Fault("absence-unsaid", message, hint).at(block.place)


def _is_searched(leaf: Leaf, search: Search) -> bool:
    if isinstance(leaf, Matter):
        return False
    return search.scope is None or is_in_scope(leaf, search.scope)


def _faults(block: AbsenceToCheck, search: Search, leaves: Sequence[Leaf]) -> Iterator[Fault]:
    """The first finding of a search, if there is one: what it is, and where the report has it."""
    read = _sentences(Same(block.report), block.language)
    for leaf in leaves:
        for sentence in read[id(leaf)]:
            if found := _found(search, sentence, block.language):
                where = place_in_report(block.report, leaf.lines, leaf.address)
                message = f'"{block.drawn.id}" says that the report does not have "{found}", but it does: {where}'
                hint = "correct the wording, narrow the search, or add a phrase that says something else to `except`"
                yield Fault("absence-contradicted", message, hint)
                return


@dataclass(frozen=True, eq=False)
class _Sentence:
    """A sentence of the report with its words; `places` say where among them each may be, as written or by its stem."""

    text: str
    words: Sequence[Word]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            for key in {word.text, word.stem}:
                found.setdefault(key, []).append(at)
        return found


@lru_cache(maxsize=2)
def _sentences(report: Same[Report], language: str) -> Mapping[int, Sequence[_Sentence]]:
    """The sentences of each leaf of a report, by the identity of the leaf."""
    notes = report.value.note_numbers()
    return {
        id(leaf): [
            _Sentence(text, [word for word in words_of(text, language) if not word.is_mark])
            for text in sentences_of(_with_hyphens(plain(leaf.text, notes)))
        ]
        for leaf in report.value.leaves()
    }


def _found(search: Search, sentence: _Sentence, language: str) -> str:
    """What a search finds in a sentence, as it stands there; empty if it finds nothing."""
    if search.with_ and not any(_spans(sentence, phrase, language) for phrase in search.with_):
        return ""
    spans = [span for phrase in search.for_ for span in _spans(sentence, phrase, language)]
    if search.numbers:
        spans += [(one.start, one.end) for one in quantities(sentence.text, language) if _is_figure(one)]
    read = [span for phrase in search.except_ for span in _spans(sentence, phrase, language)] if spans else []
    for start, end in spans:
        if not any(first <= start and end <= last for first, last in read):
            return sentence.text[start:end]
    return ""


def _spans(sentence: _Sentence, phrase: str, language: str) -> list[tuple[int, int]]:
    """Where a phrase is among the words of a sentence, in any form of its words: offsets into the sentence.

    A word that is written with a capital letter is a name: only the same word is.
    """
    wanted, words = _wanted(phrase, language), sentence.words
    size = len(wanted)
    if not wanted:
        return []
    first = wanted[0].text if wanted[0].text[0].isupper() else wanted[0].stem
    return [
        (words[at].start, words[at + size - 1].end)
        for at in sentence.places.get(first, ())
        if at + size <= len(words)
        and all(_is_same(one, word) for one, word in zip(wanted, words[at : at + size], strict=True))
    ]


@lru_cache(maxsize=1024)
def _wanted(phrase: str, language: str) -> tuple[Word, ...]:
    return tuple(word for word in words_of(_with_hyphens(plain(phrase)), language) if not word.is_mark)


def _is_same(wanted: Word, word: Word) -> bool:
    return wanted.text == word.text if wanted.text[0].isupper() else wanted.stem == word.stem


def _is_figure(quantity: Quantity) -> bool:
    """Whether a number counts: "one" in words is often no number, as in "one another"."""
    return quantity.values != {1.0} or any(character.isdigit() for character in quantity.number)


def _with_hyphens(text: str) -> str:
    return text.replace("–", "-")


def _is_said(search: Search, said: set[str], language: str) -> bool:
    """Whether wording, given the stems of its words, says what a search is for."""
    phrases = (search.says,) if search.says else search.for_ or search.with_
    return any({word.stem for word in words_of(plain(phrase), language)} <= said for phrase in phrases)
