"""What a block shows to be absent from the report is not affirmed in its wording: "a verdict is recorded"."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.sense_words import SenseWords, sense_words
from briefs.check.subjects import WordingToCheck
from briefs.model.block import About
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.text.denials import denials
from briefs.text.readings import Reading

_HINT = "say that the report does not have it"


def check_affirmed_absences(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for wording that says, without a negation, what a search of its block shows to be absent."""
    block, words = wording.drawn.block, sense_words(wording.rules, wording.acronyms)
    if words is None or isinstance(block, About) or not block.absent:
        return
    text = words.read(wording.text)
    passage = words.read(wording.passage).keys
    for search in block.absent:
        for phrase in (search.says,) if search.says else search.for_:
            if phrase and (said := _affirmed(words.read(plain(phrase)), text, words)) and not said[1] <= passage:
                message = f'{wording.owner} says "{said[0]}", which a search of its block shows to be absent'
                yield Fault("absence-unsaid", message, _HINT).at(wording.place)
                return


def _affirmed(phrase: Reading, text: Reading, words: SenseWords) -> tuple[str, frozenset[str]] | None:
    """What `text` says of a phrase in a sentence that denies nothing, and the keys of its words."""
    denying = {text.tokens[one.at].sentence for one in denials(text, words.denying)}
    denying |= {token.sentence for token in text.tokens if token.key in words.denying.near}
    negations = {phrase.tokens[one.at].key for one in denials(phrase, words.denying)}
    wanted = frozenset(phrase.tokens[index].key for index in phrase.contentful) - negations
    for sentence in {token.sentence for token in text.tokens} - denying if wanted else ():
        places = [index for index, token in enumerate(text.tokens) if token.sentence == sentence]
        found = [index for index in places if text.tokens[index].key in wanted]
        if {text.tokens[index].key for index in found} == wanted:
            return text.words(found[0], found[-1]), wanted
    return None
