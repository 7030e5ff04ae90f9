"""Relative dates ("next spring") mean nothing to a later reader (editorial guide C1.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefs.check.finished_texts import FinishedText, finished_texts, place_of
from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import BriefToCheck, WordingToCheck
from briefs.check.whole_words import whole_words
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.form_wording import written_by_hand
from briefs.model.library import Library
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules

_HINT = "give the year, in square brackets if the report only implies it"
_HINT_VERBATIM = "print an edited form that gives the year, in square brackets if the report only implies it"


def check_relative_dates(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each relative date in the wording that has no year in square brackets after it."""
    return (fault.at(wording.place) for fault in relative_date_faults(wording.text, wording.owner, wording.rules))


def relative_date_faults(text: str, owner: str, rules: WordingRules) -> Iterator[Fault]:
    """A fault for each relative date in `text` without its year after it; messages call the text `owner`."""
    for phrase in relative_dates_in(text, rules):
        yield Fault("relative-date", f'{owner} has the relative date "{phrase}"', _HINT)


def check_relative_dates_in_brief(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each relative date in the other texts of a brief: headings, captions, labels, properties, and the
    report's own words."""
    told: set[str] = set()
    for one in finished_texts(brief.document, brief.template):
        for phrase in relative_dates_in(one.text, brief.rules):
            if phrase not in told and not _is_edited(phrase, one, brief.library):
                told.add(phrase)
                hint = _HINT_VERBATIM if one.unit is not None and one.unit.verbatim else _HINT
                message = f'{one.owner} would print the relative date "{phrase}"'
                yield Fault("relative-date", message, hint).at(place_of(phrase, one, brief))


def relative_dates_in(text: str, rules: WordingRules) -> list[str]:
    """The relative dates in `text` that have no year in square brackets after them, without those within others."""
    lower = plain(text).lower()
    near = [phrase for phrase, sought in _listed(rules.relative_dates, rules.language) if sought in lower]
    found = [phrase for phrase in near if whole_words(phrase, r"(?!\s*\[)", re.IGNORECASE).search(plain(text))]
    return [phrase for phrase in found if not any(phrase != one and phrase.lower() in one.lower() for one in found)]


@lru_cache(maxsize=8)
def _listed(own: tuple[str, ...], language: str) -> tuple[tuple[str, str], ...]:
    """The relative dates of a report and of a language, each also in small letters."""
    lexicon = lexicon_for(language)
    listed = dict.fromkeys((*own, *(() if lexicon is None else lexicon.relative_dates)))
    return tuple((phrase, phrase.lower()) for phrase in listed)


def _is_edited(phrase: str, text: FinishedText, library: Library) -> bool:
    """Whether wording written by hand in a block has the phrase, which has been reported there."""
    forms = text.unit.forms if text.unit is not None else ()
    drawn = ((library.blocks.get(form.block), form) for form in forms)
    return any(one is not None and phrase.lower() in plain(written_by_hand(one, form)).lower() for one, form in drawn)
