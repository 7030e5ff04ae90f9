"""Words that turn the passage of edited wording round: opposites, comparisons, and exchanged sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefs.check.sense_findings import DOUBT, Finding, diagnostics
from briefs.check.sense_words import SenseWords
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic
from briefs.text.opposition import opposed_words, swapped_sides, turned_comparisons
from briefs.text.readings import Reading

_HINT = "use the report's own words, or add an anchor for the passage that says this"


def check_turned_sense(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each word of the wording that turns its passage round."""
    yield from diagnostics(wording, sense_turned)


def sense_turned(form: Reading, passage: Reading, words: SenseWords) -> Iterator[Finding]:
    """The words of `form` that turn round what `passage` says."""
    found = chain(
        opposed_words(form, passage, words.opposites, words.denying),
        turned_comparisons(form, passage, words.comparisons),
        swapped_sides(form, passage, words.relations),
    )
    for turned in found:
        yield Finding("sense-turned" if turned.is_sure else DOUBT, turned.said, turned.given, _HINT)
