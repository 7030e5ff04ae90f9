"""Every name in edited wording must come from the passage that the wording rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from briefs.check.participant_groups import names_of
from briefs.check.subjects import WordingToCheck
from briefs.model.block import About
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.text.quantities import quantities

_BRACKETED = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NAME = re.compile(r"(?<=[^.?!:\s(\"]\s)[^\W\d_a-z][\w'-]+(?![\w'-]|\$)")
"""A word with a capital letter that is not the first of a sentence, quotation or bracket, nor part of "US$"."""


def check_names(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each name of the wording that is not in its passage."""
    passage = f"{wording.passage} {names_of(wording.groups)}"
    rules = wording.rules
    known = (*rules.known_names, *(rules.of_the_report if isinstance(wording.drawn.block, About) else ()))
    for name in untraced_names(wording.text, passage, wording.expansions, known):
        message = f'{wording.owner} has the name "{name}", which is not in its passage'
        hint = "add an anchor for the passage that has it, or add it to `known_names` in report.yaml"
        yield Fault("name-untraced", message, hint).at(wording.place)


def untraced_names(text: str, passage: str, expansions: Mapping[str, str], known: Iterable[str]) -> list[str]:
    """The capitalized words inside sentences of `text` that `passage` does not have, in capitals or in lower case.

    `expansions` are what acronyms stand for; an acronym in the passage supports the names in its expansion. `known` are
    names that need no support. Units of numbers need none either.
    """
    names = _NAME.findall(_BRACKETED.sub(" ", text))
    if not names:
        return []
    supported = {*_parts(passage)}
    for acronym, expansion in expansions.items():
        if acronym in passage and re.search(rf"(?<!\w){re.escape(acronym)}s?(?!\w)", passage):
            supported |= _parts(expansion)
    for name in known:
        supported |= _parts(name)
    missing = [name for name in names if not _parts(name) <= supported]
    return [name for name in missing if name not in _units(text)] if missing else []


def _units(text: str) -> Set[str]:
    """The words of units behind numbers, such as "Celsius": they are compared together with the numbers."""
    return {word for one in quantities(text) if one.unit for word in one.text.removeprefix(one.number).split()}


@cache
def _parts(text: str) -> Set[str]:
    """The words of `text` in lower case, without hyphens, possessives and plurals."""
    words = (part for word in _WORD.findall(plain(text).lower()) for part in word.removesuffix("'s").split("-"))
    return frozenset(word.rstrip("'").removesuffix("s") for word in words)
