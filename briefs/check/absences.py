"""What wording says is not in the report is not there: the searches that a block declares find nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.subjects import AbsenceToCheck
from briefs.model.absence_search import Search
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.report import Leaf, Matter
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
    notes = block.report.note_numbers()
    for leaf in leaves:
        for sentence in sentences_of(_with_hyphens(plain(leaf.text, notes))):
            if found := _found(search, sentence, block.language):
                where = f"{block.report.path}:{leaf.lines[0]}"
                message = f'"{block.drawn.id}" says that the report does not have "{found}", but it does: {where}'
                hint = "correct the wording, narrow the search, or add a phrase that says something else to `except`"
                yield Fault("absence-contradicted", message, hint)
                return


def _found(search: Search, sentence: str, language: str) -> str:
    """What a search finds in a sentence, as it stands there; empty if it finds nothing."""
    words = [word for word in words_of(sentence, language) if not word.is_mark]
    if search.with_ and not any(_spans(words, phrase, language) for phrase in search.with_):
        return ""
    read = [span for phrase in search.except_ for span in _spans(words, phrase, language)]
    spans = [span for phrase in search.for_ for span in _spans(words, phrase, language)]
    if search.numbers:
        spans += [(one.start, one.end) for one in quantities(sentence, language) if _is_figure(one)]
    for start, end in spans:
        if not any(first <= start and end <= last for first, last in read):
            return sentence[start:end]
    return ""


def _spans(words: Sequence[Word], phrase: str, language: str) -> list[tuple[int, int]]:
    """Where a phrase is among the words of a sentence, in any form of its words: offsets into the sentence.

    A word that is written with a capital letter is a name: only the same word is.
    """
    wanted = [word for word in words_of(_with_hyphens(plain(phrase)), language) if not word.is_mark]
    size = len(wanted)
    starts = range(len(words) - size + 1) if size else ()
    return [
        (words[at].start, words[at + size - 1].end)
        for at in starts
        if all(_is_same(one, word) for one, word in zip(wanted, words[at : at + size], strict=True))
    ]


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
