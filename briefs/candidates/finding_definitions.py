"""Finding definitions: sentences that say what a term means, entries of glossaries, and what a body is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.candidates.found import Found, Material, Open
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.placed_leaves import PlacedLeaf, placed_leaves
from briefs.candidates.quoted_terms import QuotedTerm, first_quoted, quoted_terms
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, first_of, told_sentences
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Item, Paragraph, Row
from briefs.model.typesetting import clean

_SCOPED, _QUOTED, _ENTRY, _PLAIN, _LONGER = 0.9, 0.9, 0.9, 0.75, 0.55
_MOST_WORDS_OF_TERM = 6
_SHORT_TERM = 3
_NEAR_CHARACTERS = 40
_NEAR = 8
"""So many words after "is a", a clause that says which one begins."""
_GLOSS = re.compile(r"(?P<term>[^:–—.]{2,60}?)(?:\s*:|\s[-–—])\s+.{20,}\Z")
_MARKS = " ,:;“”\"«»‘’'()\u00a0\u202f"


class DefinitionWords(Model):
    """`defining` stand between a term and its meaning; so do those of `describing` after a term in quotation marks,
    but not elsewhere. `introducing` before a term that is then defined, and `being`
    after one in quotation marks. `scoping` say for which text a definition holds. With a phrase of `not_defining`,
    a sentence tells something else; so it does if its subject has one of `pointing`, which stand for what came before.
    `articles` may stand before a term, those of `any_one` before one of many things, of which a clause that begins with
    one of `relative` then says which they are. `glossaries` are headings.
    """

    defining: Words = ()
    describing: Words = ()
    introducing: Words = ()
    being: Words = ()
    scoping: Words = ()
    not_defining: Words = ()
    pointing: Words = ()
    articles: Words = ()
    any_one: Words = ()
    relative: Words = ()
    glossaries: Words = ()


def find_definitions(material: Material) -> Iterator[Found]:
    """The definitions of a report, one for each sentence or entry, in reading order within each rule."""
    words = words_for("definition", DefinitionWords, material.language)
    if words is None:
        return
    entries = {id(one.passage.leaf): one for one in _entries(material, words)}
    yield from entries.values()
    for told in told_sentences(material):
        if id(told.placed.leaf) not in entries and told.is_whole:
            yield from _in_sentence(told, words)


def _entries(material: Material, words: DefinitionWords) -> Iterator[Found]:
    for placed in placed_leaves(material.report):
        if not isinstance(placed.leaf, Paragraph | Item | Row) or placed.section_titled(words.glossaries) is None:
            continue
        term = _glossed(placed)
        if 0 < len(term.split()) <= _MOST_WORDS_OF_TERM:
            yield _entry(placed, term)


def _glossed(placed: PlacedLeaf) -> str:
    """The term of an entry: the first of two cells, or what stands before a colon or dash; empty if it is no entry."""
    if isinstance(placed.leaf, Row):
        cells = [shown for cell in placed.leaf.cells if (shown := clean(cell).strip())]
        return cells[0] if len(cells) == 2 and not placed.leaf.is_head else ""
    found = _GLOSS.fullmatch(placed.text)
    return found["term"] if found else ""


def _entry(placed: PlacedLeaf, term: str) -> Found:
    return Found(
        "definition", placed.passage(), "entry of a glossary", placed.heading, _ENTRY, {"term": term.strip(_MARKS)}
    )


def _in_sentence(told: Told, words: DefinitionWords) -> Iterator[Found]:
    text = told.words
    scope = first_phrase(words.scoping, text)
    quoted = first_quoted(text)
    if quoted is not None and (meant := _meant(quoted, text, words)) and (scope or _is_subject(quoted, text)):
        yield _found(told, "term in quotation marks", meant, _QUOTED, quoted.words)
        return
    if not scope and first_of(words.not_defining, text):
        return
    introduced = phrase_pattern(words.introducing).search(text)
    defining = phrase_pattern(words.defining).search(text)
    if introduced is not None and (quoted is not None or defining is None or introduced.start() < defining.start()):
        after = min(quoted_terms(text), key=lambda one: _distance(one, introduced), default=None)
        term = (
            after.words
            if after
            else Open("the term that is defined", " ".join(text[introduced.end() :].split()[:4]).strip(_MARKS))
        )
        certainty = _QUOTED if after or scope else _PLAIN
        yield _found(told, "introduced as meant", introduced[0], certainty, term)
        return
    if defining is None:
        yield from _of_a_kind(told, words)
        return
    subject = _without_article(_after_scope(text[: defining.start()], scope), words)
    length = len(subject.split())
    if not subject or length > _MOST_WORDS_OF_TERM or first_phrase(words.pointing, subject):
        return
    certainty = _SCOPED if scope else _PLAIN if length <= _SHORT_TERM else _LONGER
    yield _found(told, "said to mean", defining[0], certainty, subject)


def _meant(quoted: QuotedTerm, text: str, words: DefinitionWords) -> str:
    """The words that stand right after a term in quotation marks and say what it means; empty if there are none."""
    after = text[quoted.end : quoted.end + _NEAR_CHARACTERS].lstrip(_MARKS)
    found = phrase_pattern((*words.defining, *words.describing, *words.being)).match(after)
    return found[0] if found else ""


def _is_subject(quoted: QuotedTerm, text: str) -> bool:
    """Whether only a few words stand before a term, such as an article."""
    return len(text[: quoted.start].strip(_MARKS).split()) <= _MOST_WORDS_OF_TERM


def _distance(quoted: QuotedTerm, introduced: re.Match[str]) -> int:
    """How far a term in quotation marks is from the words that introduce it: those before it are further away."""
    after = quoted.start - introduced.end()
    return after if after >= 0 else 2 * (introduced.start() - quoted.end)


def _of_a_kind(told: Told, words: DefinitionWords) -> Iterator[Found]:
    """ "A lifeline port is a port on which …": what any one thing of a name is, with a clause that says which."""
    kind = phrase_pattern(words.any_one).match(told.words)
    being = phrase_pattern(tuple(one for one in words.being if " " in one)).search(told.words)
    if kind is None or being is None:
        return
    subject = told.words[kind.end() : being.start()].strip(_MARKS)
    told_which = " ".join(told.words[being.end() :].split()[:_NEAR])
    if 0 < len(subject.split()) <= _SHORT_TERM and first_phrase(words.relative, told_which):
        yield _found(told, "any one thing of a name", being[0], _LONGER, subject)


def _found(told: Told, rule: str, evidence: str, certainty: float, term: str | Open) -> Found:
    return Found("definition", told.passage(), rule, evidence, certainty, {"term": term})


def _after_scope(subject: str, scope: str) -> str:
    """What stands between the words that say for which text a definition holds, and those that define."""
    if not scope:
        return subject.rpartition(",")[2].strip(_MARKS)
    at = subject.find(scope)
    rest = subject[at + len(scope) :] if at >= 0 else subject
    return rest.rpartition(",")[2].strip(_MARKS)


def _without_article(subject: str, words: DefinitionWords) -> str:
    found = phrase_pattern(words.articles).match(subject)
    return subject[found.end() :].strip(_MARKS) if found else subject
