"""The labels of blocks: fields that are printed but are no wording, such as a question or the point of a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefs.check.subjects import BlockToCheck, OwnWordsToCheck
from briefs.model.block import Principle
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.library import Drawn
from briefs.model.own_words import OwnWords, Scope
from briefs.model.phrases import phrases_for
from briefs.text.quantities import quantities
from briefs.text.quoted_passages import quotation_found

_HINT = "correct it, or add an anchor for the passage that it comes from"
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_LABELS = (
    *("question", "point", "printed", "theme", "title", "term", "beneficiary", "addressees", "name", "category"),
    *("supports", "when", "together"),
)


def check_titles(subject: BlockToCheck) -> Iterator[Diagnostic]:
    """An error for the title of a principle that the report does not have so: it gives only the titles."""
    block, drawn = subject.drawn.block, subject.drawn
    texts = [extract.text for extract in drawn.all_extracts()]
    if isinstance(block, Principle) and not quotation_found(block.title, texts, may_begin_anew=True):
        message = f'title of "{drawn.id}" is "{block.title}", which its passage does not have so'
        yield Fault("quote-not-verbatim", message, "copy the title from the report").at(drawn.place_of("title"))


def label_words(drawn: Drawn) -> Iterator[OwnWords]:
    """The labels of a block, which its own passages have to support."""
    for name in _LABELS:
        value = getattr(drawn.block, name) if name in type(drawn.block).model_fields else None
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                scope: Scope = "report" if drawn.block.kind == "conflict" else "blocks"
                yield OwnWords(f'{name} of "{drawn.id}"', text, drawn.place_of(name), (drawn.id,), scope)


def check_own_months(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each month that no passage has, and for each number in square brackets, which mark a date that is
    inferred, that none has."""
    months = phrases_for(subject.rules.language).months
    said = [month for month in months if subject.words.scope == "blocks" and _month(month).search(subject.text)]
    for month in said:
        if not any(month in passage for passage in subject.passages):
            message = f'{subject.owner} has the month {month} ("{subject.text}"), which no passage there has'
            yield Fault("date-untraced", message, _HINT).at(subject.place)
    bracketed_texts = _BRACKETED.findall(subject.text)
    passages = subject.passages if bracketed_texts else ()
    known = {value for text in passages for one in quantities(text) for value in one.values}
    for bracketed in bracketed_texts:
        for one in quantities(bracketed):
            if not one.values & known:
                message = f'{subject.owner} infers {one.number} ("{subject.text}"), but no passage there has it'
                yield Fault("date-untraced", message, _HINT).at(subject.place)


@cache
def _month(name: str) -> re.Pattern[str]:
    """The name of a month as a whole word; "May" only before or behind a number."""
    beside = rf"(?<=\d ){name}\b|\b{name}(?=,? \[?\d)"
    return re.compile(beside if len(name) == len("May") else rf"\b{name}\b")
