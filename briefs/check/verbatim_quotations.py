"""Quotations in edited wording are verbatim (editorial guide C6)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.text.quotations import quotations


def check_quotations(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each quotation that is not in the passage; punctuation at its ends does not count."""
    for quoted in quotations(wording.text):
        if quoted.strip(".,;:!? ").lower() not in wording.passage.lower():
            message = f'{wording.owner} quotes "{quoted}", which is not in its passage'
            yield Fault("quote-not-verbatim", message, "quote the report's own words").at(wording.place)
