"""All leftovers in the lines of a report. To look for another kind, write a module and name its function here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.limits import MOST_MISTAKES
from briefs.report.plain_text.leftovers.divided_words import divided_words
from briefs.report.plain_text.leftovers.foreign_markup import foreign_markup
from briefs.report.plain_text.leftovers.note_digits import note_digits
from briefs.report.plain_text.leftovers.recurring_lines import recurring_lines

Finder: TypeAlias = Callable[[Sequence[str], Collection[int]], Iterator[tuple[int, Fault]]]
"""Finds leftovers in lines; some, by their numbers from 1, are headings, quotations or rows, which repeat rightly."""

FINDERS: tuple[Finder, ...] = (divided_words, recurring_lines, note_digits, foreign_markup)


def leftovers(lines: Sequence[str], known: Collection[int], path: str) -> list[Diagnostic]:
    """Warnings for what does not belong to the text of the report at `path`, one for each cause, in order of lines:
    `MOST_MISTAKES` of them, and how many there are.

    Codes: `report-word-divided`, `report-page-furniture`, `report-note-mark`, `report-markup`.
    """
    found = [fault.at(Place(path, number)) for find in FINDERS for number, fault in find(lines, known)]
    found.sort(key=lambda one: one.place)
    if len(found) > MOST_MISTAKES:
        last = found[MOST_MISTAKES - 1]
        message = f"{len(found):,} places of the report seem not to belong to its text; this is the last that is told"
        hint = "look whether all of the report was copied as it should be"
        found[MOST_MISTAKES:] = [Fault(last.code, message, hint).at(last.place)]
    return found
