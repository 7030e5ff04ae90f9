"""A brief does not speak of a date before its own as to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.check.wording_origins import origin_in_blocks
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document_text import listings
from briefs.model.grammar import grammar_for
from briefs.model.inline import inline_text
from briefs.model.phrases import phrases_for
from briefs.text.passed_dates import passed_dates, passed_dates_in


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
    yield from _outside_units(brief, dated)


def _outside_units(brief: BriefToCheck, dated: str) -> Iterator[Diagnostic]:
    """A warning for each such date in the title, a heading, a caption or an introduction; these are the template's."""
    properties = brief.document.properties
    grammar, edition = grammar_for(properties.language), datetime.date.fromisoformat(properties.date)
    if grammar is None:
        return
    months = phrases_for(properties.language).months
    for what, text, line in _furniture(brief):
        for found in passed_dates(text, edition, grammar, months):
            message = (
                f'the {what} speaks of {found.date} as to come ("{found.words}"), but this edition is dated {dated}'
            )
            hint = 'write it as what was planned, such as "was to be held"'
            yield Fault("date-passed", message, hint).at(brief.template.place(line))


def _furniture(brief: BriefToCheck) -> Iterator[tuple[str, str, int]]:
    """Texts of a brief that are of no unit: what each is, its words, and its line in the template."""
    yield "title", brief.document.title, 1
    for section in brief.document.sections:
        yield "heading", inline_text(section.heading), section.line
        for one in listings(section):
            yield "caption", one.caption, one.line
            yield "introduction", one.introduction, one.line
