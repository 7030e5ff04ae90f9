"""Lines that a draft leaves for others to complete (`gaps` in front matter) must follow the rules of wording too."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.forbidden_names import forbidden_name_faults
from briefs.check.relative_dates import relative_date_faults
from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic


def check_gaps(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each relative date, name or phrase in these lines that must not be printed."""
    gaps = brief.template.front.gaps
    for line in (gaps.heading, *gaps.lines) if gaps is not None else ():
        for find in (relative_date_faults, forbidden_name_faults):
            for fault in find(line, "gaps", brief.rules):
                yield fault.at(brief.template.place_of("gaps"))
