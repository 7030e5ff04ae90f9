"""Dates before that of an edition of which it speaks as to come: "the Forum is to meet in November [2010]"."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefs.model.document import Document, Unit
from briefs.model.document_text import separate_texts
from briefs.model.document_walk import is_quotation, placed_units
from briefs.model.grammar import Grammar, grammar_for
from briefs.model.inline import inline_text
from briefs.model.phrases import phrases_for
from briefs.text.quotations import without_quotations
from briefs.text.sentences import sentences

_RANGE = r"(?P<year>(?:19|20)\d\d)(?:\s?[–-]\s?(?P<end>(?:19|20)?\d\d)|/(?P<next>\d\d))?"
_YEAR = rf"(?<![\d.,/¶§-])\[?{_RANGE}(?![\d/]|[.,]\d)\]?"
"""A year or a range of them, in square brackets if it is inferred; not a part of another number."""


class PassedDate(NamedTuple):
    """A date as it is printed, and the words that speak of it as to come."""

    date: str
    words: str


def passed_dates_in(document: Document) -> Iterator[tuple[Unit, PassedDate]]:
    """The passed dates of which a brief speaks as to come, with the units that print them; those of notes last.

    Display quotations, and those in running text, keep the tense of whoever spoke.
    """
    grammar = grammar_for(document.properties.language)
    if grammar is None:
        return
    edition = datetime.date.fromisoformat(document.properties.date)
    months = phrases_for(document.properties.language).months
    printed = [placed for placed in placed_units(document.sections) if not is_quotation(placed.owner)]
    texts = [(placed.unit, text) for placed in printed for text in separate_texts(placed.owner)]
    for unit, text in (*texts, *((note.unit, inline_text(note.children)) for note in document.notes)):
        yield from ((unit, found) for found in passed_dates(text, edition, grammar, months))


def passed_dates(text: str, edition: datetime.date, grammar: Grammar, months: tuple[str, ...]) -> Iterator[PassedDate]:
    """The first passed date of each clause of `text` that speaks of it as to come, and of no date that is to come."""
    for sentence in sentences(text):
        for clause in without_quotations(sentence).split(";"):
            dates = list(_dates(months).finditer(clause))
            if dates and all(_last_day(date) < edition for date in dates):
                forms = list(grammar.to_come.finditer(clause))
                if not grammar.past.search(clause):
                    forms += grammar.expected.finditer(clause)
                pairs = ((date, form) for form in forms for date in dates)
                if pair := next((pair for pair in pairs if _governs(*pair, grammar)), None):
                    yield PassedDate(pair[0][0], pair[1][0])


def _governs(date: re.Match[str], form: re.Match[str], grammar: Grammar) -> bool:
    """Whether the words of `form` speak of the date: not of what began then, nor of what has the year as its name."""
    clause, start, end = date.string, date.start(), date.end()
    is_bare = date[0].startswith(date["year"] or "[")
    before = clause[:start]
    if grammar.origin.search(before):
        return False
    if is_bare and before.strip() and not grammar.dating.search(before):
        return False
    if is_bare and (grammar.counted.match(clause, end) or not (before.strip() or clause[end : end + 1] in ":,")):
        return False
    if form.end() <= start:
        return grammar.between.search(clause, form.end(), start) is None
    is_fronted = grammar.fronting.fullmatch(before) is not None
    return is_fronted and end <= form.start() and grammar.between.search(clause, end, form.start()) is None


@cache
def _dates(months: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a date with a year: with a month before it, or a month and a day, or neither."""
    names = "|".join(f"(?P<m{number}>{name}|{name[:3]}\\.?)" for number, name in enumerate(months, start=1))
    iso = r"(?<![\w-])(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w-])"
    month = rf"(?:(?P<day>\d{{1,2}})\s)?\[?\b(?:{names})\]?(?:\s(?P<us_day>\d{{1,2}}),)?\s"
    return re.compile(rf"{iso}|(?:{month})?{_YEAR}")


def _last_day(found: re.Match[str]) -> datetime.date:
    """The last day of a date; if it is not one of the calendar, the last day of its month."""
    if iso := found["iso"]:
        year, month, day = map(int, iso.split("-"))
    else:
        end = found["end"] or found["next"] or ""
        year = int(found["year"][: 4 - len(end)] + end)
        month = next((number for number in range(1, 13) if found[f"m{number}"]), 12)
        day = int(found["day"] or found["us_day"] or 31)
    month = min(max(month, 1), 12)
    return datetime.date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))
