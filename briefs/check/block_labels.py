"""The labels of blocks: fields that are printed but are no wording, such as a question or the point of a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.library import Drawn
from briefs.model.own_words import OwnWords, Scope
from briefs.text.quantities import quantities

_BRACKETED = re.compile(r"\[([^\]]*)\]")
_LABELS = (
    *("question", "point", "printed", "theme", "title", "term", "beneficiary", "addressees", "name", "category"),
    *("supports", "when", "together"),
)


def label_words(drawn: Drawn) -> Iterator[OwnWords]:
    """The labels of a block, which its own passages have to support."""
    for name in _LABELS:
        value = getattr(drawn.block, name, None)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                scope: Scope = "report" if drawn.block.kind == "conflict" else "blocks"
                yield OwnWords(f'{name} of "{drawn.id}"', text, drawn.place_of(name), (drawn.id,), scope)


def check_inferred_dates(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each number in square brackets, which marks a date that is inferred, that no passage has."""
    bracketed_texts = _BRACKETED.findall(subject.text)
    passages = subject.passages if bracketed_texts else ()
    known = {value for text in passages for one in quantities(text) for value in one.values}
    for bracketed in bracketed_texts:
        for one in quantities(bracketed):
            if not one.values & known:
                message = f'{subject.owner} infers {one.number} ("{subject.text}"), but no passage there has it'
                hint = "add an anchor for the passage from which it is inferred, or correct it"
                yield Fault("number-untraced", message, hint).at(subject.place)
