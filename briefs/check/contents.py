"""A brief is not empty, and neither is any of its sections."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.inline import inline_text


def check_contents(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each heading with nothing under it, not even a lower heading, and for a brief that prints no blocks.

    A brief over its budget is not checked: that error already explains why so much is missing.
    """
    if not brief.is_fitted:
        return
    sections, template = brief.document.sections, brief.template
    for section, following in zip_longest(sections, sections[1:]):
        if not section.content and (following is None or following.level <= section.level):
            message = f'there is nothing under the heading "{inline_text(section.heading)}"'
            hint = "print something there, or take the heading out"
            yield Fault("section-empty", message, hint).at(template.place(section.line))
    if not any(brief.document.units()):
        hint = "print blocks under its ## headings: `briefs draw` proposes some; `briefs fit` shows what is left out"
        yield Fault("section-empty", "the brief prints no blocks", hint).at(template.place(template.first_line))
