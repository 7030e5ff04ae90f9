"""Edited wording is short (editorial guide C1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.model.block import About
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import words

LONGEST_FORM = 25
"""The most words that a short form or an ask may have."""
LONGEST_ABOUT = 40
"""The most words of the sentence on what briefs summarize, which takes two lines at most."""


def check_wording_length(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error if the wording has more than `LONGEST_FORM` words, or, under the title, `LONGEST_ABOUT`."""
    count = len(words(wording.text))
    is_about = isinstance(wording.drawn.block, About)
    if count > (longest := LONGEST_ABOUT if is_about else LONGEST_FORM):
        what = "this sentence" if is_about else "edited wording"
        message = f"{wording.owner} has {count} words; {what} may have at most {longest}"
        yield Fault("short-too-long", message, "shorten it").at(wording.place)
