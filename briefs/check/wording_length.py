"""Edited wording is short (editorial guide C1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import words

LONGEST_FORM = 25
"""The most words that a short form or an ask may have."""


def check_wording_length(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error if the wording has more than `LONGEST_FORM` words."""
    count = len(words(wording.text))
    if count > LONGEST_FORM:
        message = f"{wording.owner} has {count} words; edited wording may have at most {LONGEST_FORM}"
        yield Fault("short-too-long", message, "shorten it").at(wording.place)
