"""Edited wording is no firmer than the report: what could be is not what would be, or will."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised import differing
from briefs.check.scales.raised_certainty import raised_certainty
from briefs.check.scales.scale_words import scale_words
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault

_HINT = "keep the report's own verb, such as “could” or “would”, with what it says"


def check_certainty(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each modal verb, word of obligation or plain assertion that is firmer than the passage; a modal verb
    is compared with the one that its verb has there.
    """
    scale = scale_words(wording.rules)
    if scale is not None:
        for one in raised_certainty(wording.text, wording.passage, scale):
            yield Fault("certainty-raised", differing(wording.owner, one), _HINT).at(wording.place)
