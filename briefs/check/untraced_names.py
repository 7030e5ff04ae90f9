"""Every name in edited wording must come from the passage that the wording rests on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from briefs.check.passage_support import names_for, supporting_text
from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import stands_in
from briefs.files.kept_values import kept_value
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.report import Report
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.capitals import may_begin
from briefs.text.quantities import quantities
from briefs.text.stems import content_stems, stem
from briefs.text.words import tokens_of

_BRACKETED = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NAME = re.compile(r"(?<!\w)(?<!\w['-])[^\W\d_a-z][\w'-]*(?![\w'-]|\$)")
"""A word that does not begin with one of a to z, and is no part of "US$"."""


def check_names(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each name of the wording that is not in its passage."""
    names = names_of_report(wording.report) if wording.report is not None else frozenset[str]()
    for name in untraced_names(wording.text, supporting_text(wording), wording.expansions, _known(wording), names):
        message = f'{wording.owner} has the name "{name}", which is not in its passage'
        hint = (
            "add an anchor for the passage that has it; if it stands for another name there, say so in `aliases` of "
            "report.yaml"
        )
        yield Fault("name-untraced", message, hint).at(wording.place)


def _known(wording: WordingToCheck) -> Iterator[str]:
    """The names that need no support; those that stand for others are only looked for when they are needed."""
    yield from wording.rules.known_names
    yield from names_for(wording)


def untraced_names(
    text: str,
    passage: str,
    expansions: Mapping[str, str],
    known: Iterable[str],
    names: Set[str] = frozenset(),
) -> list[str]:
    """The capitalized words of `text` that `passage` does not have, in capitals or in lower case, with accents or not.

    `expansions` are what acronyms stand for; an acronym in the passage supports the names in its expansion. `known` are
    names that need no support. Units of numbers need none either. A word that begins a sentence, quotation or bracket,
    where any word may have a capital, is only a name if it is one of `names`, in lower case.
    """
    text = _BRACKETED.sub(" ", text)
    found = [
        one
        for one in _NAME.finditer(text)
        if one[0][0].isupper() and (not may_begin(text, one.start()) or one[0].lower().removesuffix("'s") in names)
    ]
    if not found:
        return []
    own = _parts(passage)
    found = [one for one in found if not _parts(one[0]) <= own]
    if not found:
        return []
    supported = {*own}
    for acronym, expansion in expansions.items():
        if acronym and stands_in(passage, acronym, ("s",)):
            supported |= _parts(expansion)
    for name in known:
        supported |= _parts(name)
    missing = [
        one[0]
        for one in found
        if not _parts(one[0]) <= supported
        and not (may_begin(text, one.start()) and stem(one[0].lower()) in content_stems(passage))
    ]
    units = _units(text) if missing else frozenset()
    return [name for name in missing if name not in units]


def names_of_report(report: Report) -> frozenset[str]:
    """The words that a report writes with a capital inside sentences, and never without one; in lower case."""
    return _names_of_report(Same(report))


@lru_cache(maxsize=2)
def _names_of_report(key: Same[Report]) -> frozenset[str]:
    report = key.value
    texts, notes = [leaf.text for leaf in report.leaves()], report.note_numbers()
    told = f"names of a report {texts} {sorted(notes)}"
    return kept_value(told, frozenset, lambda: _names_in(texts, notes))


def _names_in(texts: Iterable[str], notes: frozenset[int]) -> frozenset[str]:
    capitals: set[str] = set()
    others: set[str] = set()
    for one in texts:
        text = plain(one, notes)
        for word, lower, start in tokens_of(text):
            if word[0].islower():
                others.add(lower)
            elif word[0].isupper() and not may_begin(text, start):
                capitals.add(lower)
    return frozenset(capitals - others)


def _units(text: str) -> Set[str]:
    """The words of units behind numbers, such as "Celsius": they are compared together with the numbers."""
    return {word for one in quantities(text) if one.unit for word in one.text.removeprefix(one.number).split()}


@lru_cache(maxsize=8192)
def _parts(text: str) -> Set[str]:
    """The words of `text` in lower case, without accents, hyphens, possessives and plurals."""
    folded = plain(text).lower()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    words = (part for word in _WORD.findall(folded) for part in word.removesuffix("'s").split("-"))
    return frozenset(word.rstrip("'").removesuffix("s") for word in words)
