"""Dates in edited wording: as dates they stand in its passage, and years in brackets in a passage of its block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.phrases import phrases_for
from briefs.model.typesetting import plain
from briefs.text.calendar_dates import calendar_dates, is_borne_out, years

_DIGITS = re.compile(r"\d+")
_BRACKETED = re.compile(r"\[[^\]]*\]")


def check_dates(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each date of the wording of which the passage has the month, but not with this day or year; and for
    each number in brackets that no passage of the block has.
    """
    months = phrases_for(wording.rules.language).months
    inferred_years = " ".join(_BRACKETED.findall(wording.text))
    said = list(calendar_dates(wording.text, months))
    given = list(calendar_dates(wording.passage, months)) if said else []
    known = [*years(wording.passage), *years(inferred_years)] if given else []
    for date in said if given else ():
        if not is_borne_out(date, given, known):
            message = f'{wording.owner} gives the date "{date.text}", but its passage does not'
            hint = f"its passage has {', '.join(one.text for one in given)}: correct it, or add an anchor"
            yield Fault("date-untraced", message, hint).at(wording.place)
    numbers = _DIGITS.findall(inferred_years)
    block = " ".join(plain(extract.text) for extract in wording.drawn.all_extracts()) if numbers else ""
    for inferred in numbers:
        if inferred not in _DIGITS.findall(block):
            message = f"{wording.owner} gives [{inferred}], which no passage of its block has"
            hint = "add an anchor for the passage that it is inferred from"
            yield Fault("date-untraced", message, hint).at(wording.place)
