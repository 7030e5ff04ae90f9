"""What people declared so that checks let it pass: whether it says what it allows, and whether it is still needed."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.content_words import content_words, vocabulary_for
from briefs.check.says_more import allowed_by
from briefs.check.subjects import DeclarationsToCheck, WordingToCheck, edited_wording
from briefs.check.untraced_words import repeated_words
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.grammar import grammar_for
from briefs.model.library import Drawn
from briefs.model.typesetting import plain
from briefs.text.words import words_of


def check_declarations(declared: DeclarationsToCheck) -> Iterator[Diagnostic]:
    """An error for each `says_more` that quotes no words; a warning for each quoted phrase, and each equivalent of the
    report, that no wording needs. Nothing is found where a block could not be read, since that may need it.
    """
    library = declared.library
    by_block: dict[str, list[WordingToCheck]] = {}
    for wording in edited_wording(library, declared.rules):
        by_block.setdefault(wording.drawn.id, []).append(wording)
    for drawn in library.blocks.values():
        if drawn.block.says_more:
            yield from _of_block(drawn, by_block.get(drawn.id, []))
    if not (library.unreadable or library.partial or library.hollow):
        yield from _of_report(declared, [one for some in by_block.values() for one in some])


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


def _of_report(declared: DeclarationsToCheck, wordings: list[WordingToCheck]) -> Iterator[Diagnostic]:
    rules = declared.rules
    vocabulary = vocabulary_for(rules.language)
    if vocabulary is None:
        return
    for word, others in rules.equivalents.items():
        for other in others:
            phrases = plain(word).lower(), plain(other).lower()
            if not any(
                vocabulary.found(phrases[1:], one.text)
                and vocabulary.found(phrases[:1], one.passage)
                and not vocabulary.found(phrases[1:], one.passage)
                for one in wordings
            ):
                message = f'no wording says "{other}" where its passage says "{word}"'
                place = declared.places.get(word, declared.place)
                yield Fault("declaration-unneeded", message, "take it out of `wording`").at(place)
