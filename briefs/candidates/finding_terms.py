"""Finding terms that a report weighs: a word named as a word, with what is said for it and against it nearby."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.candidates.found import Found, Material, Open, Value
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.quoted_terms import quoted_terms
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, told_leaves
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words

_BOTH, _HEADED, _ONE = 0.85, 0.7, 0.55
_FURTHEST = 4
"""So many sentences after the one that names a term may still speak of it."""
_NEAR = 60
_FARTHEST_NAME = 3
"""So many words may stand between "the word" and the term itself."""


class TermWords(Model):
    """`nouns` say that a word is spoken of as a word. `favour` speak for it, `against` speak against it, `verdict` say
    how it was received; `alternative` that it is proposed instead of another. `headings` are those of sections on
    terms.
    """

    nouns: Words = ()
    favour: Words = ()
    against: Words = ()
    verdict: Words = ()
    alternative: Words = ()
    headings: Words = ()


def find_terms(material: Material) -> Iterator[Found]:
    """The terms that are weighed, each with the sentences of its paragraph that do so."""
    words = words_for("term", TermWords, material.language)
    if words is None:
        return
    for leaf in told_leaves(material):
        taken = -1
        for at, told in enumerate(leaf):
            if at > taken and not told.is_note and (term := _named(told, words)):
                end = next(
                    (other for other in range(at + 1, len(leaf)) if _named(leaf[other], words) not in ("", term)),
                    len(leaf),
                )
                run = leaf[at : min(end, at + 1 + _FURTHEST)]
                found = _weighed(run, term, words)
                if found is not None:
                    yield found[0]
                    taken = at + found[1]


def _named(told: Told, words: TermWords) -> str:
    """The term that a sentence names as a word: in quotation marks, beside a word for words; empty if there is none."""
    noun = phrase_pattern(words.nouns)
    for quoted in quoted_terms(told.words):
        before = told.words[max(0, quoted.start - _NEAR) : quoted.start]
        after = told.words[quoted.end : quoted.end + _NEAR]
        beside = " ".join(before.split()[-_FARTHEST_NAME:]), " ".join(after.split()[:2])
        if noun.search(beside[0]) or noun.search(beside[1]):
            return quoted.words
    return ""


def _weighed(run: Sequence[Told], term: str, words: TermWords) -> tuple[Found, int] | None:
    """The candidate for a term that the first sentence of a run names, and how many more sentences belong to it."""
    sides: dict[str, Value] = {}
    evidence = []
    last = 0
    for name, phrases in (("in_favour", words.favour), ("against", words.against), ("verdict", words.verdict)):
        for at, told in enumerate(run):
            if said := first_phrase(phrases, told.words):
                evidence.append(said)
                sides[name] = told.passage()
                last = max(last, at)
                break
    section = run[0].placed.section_headed(words.headings)
    weighed = len(sides.keys() & {"in_favour", "against"})
    if not weighed and (section is None or "verdict" not in sides):
        return None
    certainty = _BOTH if weighed == 2 else _HEADED if section or len(sides) > 1 else _ONE
    is_alternative = first_phrase(words.alternative, run[0].words)
    fields: dict[str, Value] = {
        "term": term,
        "role": Open("incumbent, alternative or neighbouring", "alternative" if is_alternative else "incumbent"),
        **{name: sides.get(name, Open("a passage, or null", "null")) for name in ("in_favour", "against", "verdict")},
    }
    found = Found("term", run[0].passage(run[last]), "word spoken of as a word", ", ".join(evidence), certainty, fields)
    return found, last
