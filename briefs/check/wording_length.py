"""Edited wording is short (editorial guide C1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import WordingToCheck
from briefs.model.block import About
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.limits import LONGEST_ANCHORED
from briefs.model.typesetting import words

LONGEST_FORM = 25
"""The most words that a short form or an ask may have."""
LONGEST_ABOUT = 40
"""The most words of the sentence on what briefs summarize, which takes two lines at most."""
MOST_COMPARED, MOST_CHARACTERS_COMPARED = 100, 2_000
"""The most words and characters of a wording that is compared with its passage: what is longer must be shortened
anyway, and each of its words may be compared with each of the passage (CWE-407)."""


def is_compared(wording: WordingToCheck) -> bool:
    """Whether the wording is short enough to be compared with its passage, and the passage with it."""
    return _is_short(wording) and len(wording.passage) <= LONGEST_ANCHORED


def _is_short(wording: WordingToCheck) -> bool:
    text = wording.text
    return len(text) <= MOST_CHARACTERS_COMPARED and len(words(text)) <= MOST_COMPARED


def check_wording_length(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error if the wording has more than `LONGEST_FORM` words, or, under the title, `LONGEST_ABOUT`; and one if its
    anchors name more of the report together than can be compared with it."""
    count = len(words(wording.text))
    is_about = isinstance(wording.drawn.block, About)
    what = "this sentence" if is_about else "edited wording"
    hint = "shorten it" if _is_short(wording) else "shorten it; only then is it compared with its passage"
    if count > (longest := LONGEST_ABOUT if is_about else LONGEST_FORM):
        message = f"{wording.owner} has {count} words; {what} may have at most {longest}"
        yield Fault("short-too-long", message, hint).at(wording.place)
    elif not _is_short(wording):
        most = f"{MOST_CHARACTERS_COMPARED:,}"
        message = f"{wording.owner} has {len(wording.text):,} characters; {what} may have at most {most}"
        yield Fault("short-too-long", message, hint).at(wording.place)
    if (length := len(wording.passage)) > LONGEST_ANCHORED:
        message = f"{wording.owner} rests on {length:,} characters of the report; {LONGEST_ANCHORED:,} are the most"
        hint = "name only the sentences that it rests on; only then is it compared with them"
        yield Fault("anchor-too-long", message, hint).at(wording.place)
