"""Finding institutions: bodies that a report names often, with what it says of them and what is proposed for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefs.candidates.finding_acronyms import find_acronyms
from briefs.candidates.found import Found, Material, Open, Value
from briefs.candidates.named_bodies import BodyWords, NamedBody, named_bodies
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.rule_words import words_for
from briefs.candidates.told_sentences import Told, told_sentences
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words

_ASSESSED, _DESCRIBED, _HEADED = 0.65, 0.5, 0.2
_OFTEN = 3
"""A body that fewer sentences speak of is named in passing, unless one says how it is seen."""
_MOST_BODIES = 80
_BEGINNING = 8
"""A sentence is about a body that is among so many of its first words."""
_PRONOUN_AMONG = 2
_NEAR = 48
"""What a body is stands within so many characters after its name."""


class InstitutionWords(Model):
    """`heads` are the words for bodies; `small` words stand within their names, of which
    `joining` also join two. `being` say what a body is, `seen` how
    it is seen, and `proposing` what is proposed for it. `pronouns` stand for a body that the sentence before is about.
    """

    heads: Words = ()
    small: Words = ()
    joining: Words = ()
    pronouns: Words = ()
    being: Words = ()
    seen: Words = ()
    proposing: Words = ()


class _Naming(NamedTuple):
    """A sentence that speaks of a body: where it names it, and whether it is about it rather than about others."""

    told: Told
    end: int
    is_about: bool


def find_institutions(material: Material) -> Iterator[Found]:
    """Each body once: the passage is how it is seen or, if the report does not say so, what it is."""
    words = words_for("institution", InstitutionWords, material.language)
    if words is None:
        return
    told = [one for one in told_sentences(material) if one.is_whole]
    acronyms = {
        str(one.fields["acronym"]): one.fields["expansion"]
        for one in find_acronyms(material)
        if isinstance(one.fields["expansion"], str)
    }
    body_words = BodyWords(words.heads, words.small, words.joining)
    named = named_bodies([one.words for one in told], body_words, acronyms)
    bodies = [one for one in named if one.mentions > 1][:_MOST_BODIES]
    for body, namings in _by_body(told, bodies, words):
        if (found := _found(body, namings, words)) is not None:
            yield found


def _by_body(
    told: Sequence[Told], bodies: Sequence[NamedBody], words: InstitutionWords
) -> list[tuple[NamedBody, list[_Naming]]]:
    """The sentences that speak of each body, by its name or acronym, or by a pronoun in the sentence right after one
    that is about it; the body that is named first comes first."""
    by_name = {_key(name): body for body in bodies for name in (body.name, body.acronym) if name}
    pattern = phrase_pattern(tuple(by_name))
    found: dict[NamedBody, list[_Naming]] = {}
    about: NamedBody | None = None
    before: Told | None = None
    for one in told:
        named = {by_name[_key(match[0])]: match.end() for match in reversed(list(pattern.finditer(one.words)))}
        if before is None or before.placed is not one.placed:
            about = None
        if not named and about and _stands_for_it(one.words, words):
            found[about].append(_Naming(one, 0, True))
        elif named:
            about = None
        for body, end in reversed(named.items()):
            is_about = len(one.words[:end].split()) - len(body.name.split()) < _BEGINNING
            found.setdefault(body, []).append(_Naming(one, end, is_about))
            about = about or (body if is_about else None)
        before = one
    return list(found.items())


def _stands_for_it(text: str, words: InstitutionWords) -> bool:
    """Whether a pronoun at the beginning of a sentence, or in words that say how a body is seen, stands for a body."""
    seen = first_phrase(words.seen, text)
    begun = " ".join(text.split()[:_PRONOUN_AMONG])
    return bool(first_phrase(words.pronouns, begun) or (seen and first_phrase(words.pronouns, seen)))


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())


def _found(body: NamedBody, namings: Sequence[_Naming], words: InstitutionWords) -> Found | None:
    about = [one for one in namings if one.is_about]
    what = next(
        (one.told for one in about if first_phrase(words.being, one.told.words[one.end : one.end + _NEAR])), None
    )
    seen = next(
        (one.told for one in about if one.told is not what and first_phrase(words.seen, one.told.words[one.end :])),
        None,
    )
    proposed = next(
        (one.told for one in namings if one.told is not seen and first_phrase(words.proposing, one.told.words)), None
    )
    first = seen or what
    if first is None or (seen is None and len(namings) < _OFTEN):
        return None
    fields: dict[str, Value] = {
        "name": body.name,
        "what": what.passage() if what else None,
        "assessment": seen.passage() if seen else Open("how participants saw it"),
        "proposals": proposed.passage() if proposed else None,
    }
    names = tuple(_key(one) for one in (body.name, body.acronym) if one)
    is_headed = any(first_phrase(names, heading) for heading in first.placed.headings)
    certainty = (_ASSESSED if seen and len(namings) >= _OFTEN else _DESCRIBED) + (_HEADED if is_headed else 0.0)
    evidence = f"{body.name}, in {len(namings)} sentences"
    return Found("institution", first.passage(), "body named often", evidence, round(certainty, 2), fields)
