"""What people declared so that checks let it pass: whether it says what it allows, and whether it is still needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from briefs.check.content_words import content_words, vocabulary_for
from briefs.check.says_more import allowed_by
from briefs.check.subjects import DeclarationsToCheck, WordingSupport, WordingToCheck, support_of, wording_of
from briefs.check.untraced_words import repeated_words
from briefs.check.vocabulary import Vocabulary
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.grammar import grammar_for
from briefs.model.library import Drawn, Library
from briefs.model.memory import in_order
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.words import words_of


def check_declarations(declared: DeclarationsToCheck) -> Iterator[Diagnostic]:
    """An error for each `says_more` that quotes no words; a warning for each quoted phrase, and each equivalent of the
    report, that no wording needs. Nothing is found where a block could not be read, since that may need it.
    """
    library, memory = declared.library, declared.memory
    support = memory.same(("support", library.report.path), support_of(library, declared.rules), in_order)
    everything = (Same(library.report), library.unreadable, library.doubts, Same(support))
    for drawn in library.blocks.values():
        if drawn.block.says_more:
            name = ("says more", drawn.place.path, drawn.id)
            find = partial(_found_in_block, drawn, library, support)
            yield from memory.recall_traced(name, (drawn, everything), library.blocks, find)
    if not (library.unreadable or library.partial or library.hollow):
        yield from _of_report(declared, support, everything)


def _found_in_block(
    drawn: Drawn, library: Library, support: WordingSupport, blocks: Mapping[str, Drawn]
) -> tuple[Diagnostic, ...]:
    """What is wrong with `says_more` of a block; others are looked up among `blocks`."""
    return tuple(_of_block(drawn, list(wording_of(drawn, replace(library, blocks=blocks), support))))


def _of_block(drawn: Drawn, wordings: list[WordingToCheck]) -> Iterator[Diagnostic]:
    place = drawn.place_of("says_more")
    phrases = allowed_by(drawn.block)
    if not phrases:
        message = f'says_more of "{drawn.id}" quotes none of the words that it is to allow'
        hint = 'quote them and give the reason, as in says_more: "“no data”: the report has no figures."'
        yield Fault("says-more-unclear", message, hint).at(place)
    for phrase in phrases:
        said = [one for one in wordings if has_phrase(one.text, phrase)]
        if not said:
            message = f'says_more of "{drawn.id}" allows "{phrase}", which its wording does not say'
            yield Fault("declaration-unneeded", message, "take it out, or quote the words as they are").at(place)
        elif not any(_needs(one, phrase) for one in said):
            message = f'says_more of "{drawn.id}" allows "{phrase}", which the passage says too'
            yield Fault("declaration-unneeded", message, "take it out").at(place)


def _needs(wording: WordingToCheck, phrase: str) -> bool:
    """Whether a phrase has a word that is not in the passage, or that other checks compare, such as a "no"."""
    words = content_words(wording, ())
    missing = {word.lower for word, is_traced in words if not is_traced} | set(repeated_words(wording, ()))
    grammar = grammar_for(wording.rules.language)
    own = {word.lower for word in words_of(phrase, wording.rules.language)} - (grammar.common if grammar else set())
    return bool(own & missing) or not own <= {word.lower for word, _ in words}


def _of_report(declared: DeclarationsToCheck, support: WordingSupport, everything: object) -> Iterator[Diagnostic]:
    rules, library = declared.rules, declared.library
    vocabulary = vocabulary_for(rules.language)
    if vocabulary is None:
        return
    equivalents = _Equivalents(library, support, vocabulary)
    for word, others in rules.equivalents.items():
        for other in others:
            name = ("needed", library.report.path, word, other)
            made_from = (everything, library.about)
            is_needed = partial(equivalents.is_needed, word, other)
            if not declared.memory.recall_traced(name, made_from, library.blocks, is_needed):
                message = f'no wording says "{other}" where its passage says "{word}"'
                place = declared.places.get(word, declared.place)
                yield Fault("declaration-unneeded", message, "take it out of `wording`").at(place)


class _Equivalents:
    """Finds out which equivalents the wording of a `library` needs."""

    def __init__(self, library: Library, support: WordingSupport, vocabulary: Vocabulary) -> None:
        self._library, self._support, self._vocabulary = library, support, vocabulary
        self._wordings: dict[str, tuple[WordingToCheck, ...]] = {}

    def is_needed(self, word: str, other: str, blocks: Mapping[str, Drawn]) -> bool:
        """Whether any wording says `other` where its passage says `word`. If a block does, only that one is looked up
        in `blocks`, which has the same as the library: whatever others say, the answer is the same."""
        about = self._library.about
        if about is not None and self._needs(about, word, other):
            return True
        needing = (drawn for drawn in self._library.blocks.values() if self._needs(drawn, word, other))
        if (one := next(needing, None)) is None:
            return any(block is None for block in blocks.values())  # it rests on all of them
        list(wording_of(blocks[one.id], replace(self._library, blocks=blocks), self._support))
        return True

    def _needs(self, drawn: Drawn, word: str, other: str) -> bool:
        """Whether the wording of a block says `other` where its passage says `word`."""
        if drawn.id not in self._wordings:
            self._wordings[drawn.id] = tuple(wording_of(drawn, self._library, self._support))
        found, phrases = self._vocabulary.found, (plain(word).lower(), plain(other).lower())
        return any(
            found(phrases[1:], one.text) and found(phrases[:1], one.passage) and not found(phrases[1:], one.passage)
            for one in self._wordings[drawn.id]
        )
