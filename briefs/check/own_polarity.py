"""What every passage under an editor's own words denies or only imagines, these do not affirm."""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.sense_words import SenseWords, sense_words
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.text.denials import denials
from briefs.text.readings import Reading
from briefs.text.words import Word, lower_words_of, words_of

_WEAK = 3.9
"""Below this level of how firmly, something is only imagined."""
_LEAST = 3
"""A label of fewer words with content affirms nothing."""
_HINT = "say it as the passages do; if it is right as it is, quote it in `says_more` with the reason"


def check_own_polarity(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """A warning for each word that all passages deny, and for a plain statement over blocks that mostly say "could"."""
    lexicon, words = lexicon_for(subject.rules.language), sense_words(subject.rules)
    if lexicon is None or words is None or subject.words.scope != "blocks" or subject.text.endswith("?"):
        return
    for said, given in _affirmed(subject, words):
        if not subject.allows(said):
            message = f'{subject.owner} says "{said}" ("{subject.text}"), where all that is printed says "{given}"'
            yield Fault("sense-doubtful", message, _HINT).at(subject.place)
    said = _stated(words_of(subject.text, lexicon.language), lexicon)
    if not said or subject.allows(said):
        return
    weak = {one for step in lexicon.scales.how_firmly if step.level < _WEAK for one in step.words}
    doubtful = [_has(text, weak) for text in subject.each]
    if sum(doubtful) * 2 > len(doubtful):
        message = f'{subject.owner} says "{said}" ("{subject.text}") as a fact; what is printed there only may be so'
        yield Fault("sense-doubtful", message, _HINT).at(subject.place)


def _affirmed(subject: OwnWordsToCheck, words: SenseWords) -> Iterator[tuple[str, str]]:
    """The words of a text that stand under no negation here, and under one wherever a passage has them."""
    form = words.read(subject.text)
    denied = _denied(form, words)
    wanted = {form.tokens[index].lower: index for index in form.contentful if index not in denied}
    if len(form.contentful) < _LEAST:
        return
    seen: dict[str, str] = {}
    for passage in dict.fromkeys(subject.passages):
        if not wanted:
            return
        reading = words.read(passage)
        found = wanted.keys() & reading.places.keys()
        denied = _denied(reading, words) if found else {}
        for key in found:
            places = [index for index in reading.places[key] if reading.tokens[index].has_content]
            if any(index not in denied for index in places):
                del wanted[key]
            elif places:
                seen.setdefault(key, reading.words(denied[places[0]], places[0]))
    yield from ((key, seen[key]) for key in wanted if key in seen)


def _denied(reading: Reading, words: SenseWords) -> dict[int, int]:
    """The words next behind a negation, with where this is."""
    found = denials(reading, words.denying)
    return {one.denied[0]: one.at for one in found if one.is_negation and one.denied}


def _stated(words: tuple[Word, ...], lexicon: Lexicon) -> str:
    """The words of "What … brings" or "What is missing", which state that there is something; empty if there are none.

    An act, as in "What is proposed", states only what was said.
    """
    plain = [word for word in words if not word.is_mark]
    if len(plain) < _LEAST or len(plain) < len(words) or plain[0].lower not in lexicon.asking:
        return ""
    acts = {word for step in lexicon.scales.kind_of_act for word in step.words}
    modals = set(lexicon.modals)
    if any(word.lower in modals or word.lower in lexicon.negations for word in plain):
        return ""
    last, second = plain[-1], plain[1]
    if second.lower in lexicon.being and len(plain) == 3 and last.lower.endswith("ing") and last.lower not in acts:
        return f"{second.text} {last.text}"
    is_verb = last.lower.endswith("s") and not last.lower.endswith("ss") and second.lower not in lexicon.common
    return last.text if is_verb and len(plain) <= 4 and last.lower not in lexicon.being else ""


def _has(text: str, weak: Set[str]) -> bool:
    return "?" in text or not weak.isdisjoint(lower_words_of(text))
