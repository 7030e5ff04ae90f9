"""A brief does not speak of a date before its own as to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.check.wording_origins import origin_in_blocks
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.phrases import phrases_for
from briefs.text.passed_dates import passed_dates_in


def check_date_tense(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each date before the edition's of which the brief speaks as to come, where this was written."""
    properties = brief.document.properties
    dated = phrases_for(properties.language).printed_date(datetime.date.fromisoformat(properties.date))
    for unit, found in passed_dates_in(brief.document):
        place, block = origin_in_blocks(found.words, unit, brief.library) or (None, ", ".join(unit.blocks))
        message = f'"{block}" speaks of {found.date} as to come ("{found.words}"), but this edition is dated {dated}'
        is_verbatim = place is not None and place.path == brief.library.report.path
        how = "write a short form that gives it" if is_verbatim else "write it"
        hint = f'{how} as what was planned, such as "was to be held"; words in quotation marks keep their tense'
        yield Fault("date-passed", message, hint).at(place or brief.template.place(unit.line))
