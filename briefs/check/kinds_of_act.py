"""Edited wording makes no agreement of a remark: who noted something did not decide it."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised import differing
from briefs.check.scales.raised_acts import raised_acts
from briefs.check.scales.scale_words import scale_words
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault

_HINT = "use the report's own verb for what was said or done"


def check_acts(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each verb such as "agreed" or "rejected" that stands higher than those of the passage."""
    scale = scale_words(wording.rules)
    if scale is not None:
        for one in raised_acts(wording.text, wording.passage, scale):
            yield Fault("act-raised", differing(wording.owner, one), _HINT).at(wording.place)
