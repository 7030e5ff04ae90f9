"""The title of a brief is short enough to be taken in at once (editorial guide A3)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import words

LONGEST_TITLE = 14
"""The most words that a title may have."""


def check_title_length(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error if the title has more than `LONGEST_TITLE` words."""
    count = len(words(brief.document.title))
    if count > LONGEST_TITLE:
        message = f"the title has {count} words; a title may have at most {LONGEST_TITLE}"
        yield Fault("title-long", message, "shorten it: it states the finding").at(brief.template.place_of("title"))
