"""Relative dates ("next spring") mean nothing to a later reader (editorial guide C1.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import whole_words
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules


def check_relative_dates(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each relative date in the wording that has no year in square brackets after it."""
    return (fault.at(wording.place) for fault in relative_date_faults(wording.text, wording.owner, wording.rules))


def relative_date_faults(text: str, owner: str, rules: WordingRules) -> Iterator[Fault]:
    """A fault for each relative date in `text` without its year after it; messages call the text `owner`."""
    for phrase in rules.relative_dates:
        if whole_words(phrase, r"(?!\s*\[)", re.IGNORECASE).search(plain(text)):
            hint = "give the year, in square brackets if the report only implies it"
            yield Fault("relative-date", f'{owner} has the relative date "{phrase}"', hint)
