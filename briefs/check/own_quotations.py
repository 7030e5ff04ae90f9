"""Quotation marks in an editor's own words stand round words of what is printed there, not round the editor's own."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import OwnWordsToCheck
from briefs.check.verbatim_quotations import quotation_faults
from briefs.model.diagnostics import Diagnostic
from briefs.model.typesetting import clean

_CALL = "…"


def check_own_quotations(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each quotation that is in none of the passages, and for marks without a partner.

    Marks around what a call prints are not looked at: the words are those of a block.
    """
    text = clean(subject.words.text)
    passages = (*subject.passages, *subject.rules.of_the_report)
    for fault in quotation_faults(text, subject.owner, passages, subject.whose):
        if _CALL not in text or fault.code != "quote-unpaired":
            yield fault.at(subject.place)
