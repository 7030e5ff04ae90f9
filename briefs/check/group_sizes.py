"""Too few people are never shown as a group: whoever has the list would know them (Chatham House Rule)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.participant_groups import groups_of
from briefs.check.subjects import BriefToCheck
from briefs.model.block import ParticipantGroup, Statement
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document import Figure, Unit
from briefs.model.document_text import unit_texts
from briefs.model.document_walk import contents
from briefs.model.figure import Bars
from briefs.model.typesetting import plain

FEWEST = 3
"""The fewest people who may be shown as a group."""
_NUMBERS = {1: "one|1", 2: "two|2"}
_HINT = f"count them together with others: a group that is shown has at least {FEWEST} people"


def check_group_sizes(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each group of one or two participants that a chart, a table or a sentence shows by itself."""
    counts_people = {
        drawn.block.id for drawn in brief.library.blocks.values() if isinstance(drawn.block, ParticipantGroup)
    }
    for _, content in contents(brief.document.sections):
        match content:
            case Figure(graphic=Bars() as chart, unit=Unit() as unit) if counts_people.intersection(unit.printed):
                yield from _in_chart(chart, unit, brief)
            case _:
                pass
    for unit, text in unit_texts(brief.document):
        for block in unit.blocks:
            yield from _in_text(block, plain(text), unit, brief)


def _in_chart(chart: Bars, unit: Unit, brief: BriefToCheck) -> Iterator[Diagnostic]:
    for bar in chart.bars:
        parts = [(portion.text, portion.value) for portion in bar.portions]
        rest = bar.value - sum(value for _, value in parts)
        shown = [(bar.name, bar.value), *parts, *([(f"the rest of {bar.name}", rest)] if parts else [])]
        for name, value in shown:
            if 0 < value < FEWEST:
                message = f'the chart shows {value} of "{name}" as a group'
                yield Fault("group-too-small", message, _HINT).at(brief.template.place(unit.line))


def _in_text(block: str, text: str, unit: Unit, brief: BriefToCheck) -> Iterator[Diagnostic]:
    drawn = brief.library.blocks.get(block)
    if drawn is None or not isinstance(drawn.block, ParticipantGroup | Statement):
        return
    counted = isinstance(drawn.block, ParticipantGroup)
    for group in groups_of(drawn.block, brief.library):
        number = _NUMBERS.get(group.count)
        if number and re.search(rf"(?<![\w.,])(?:{number})(?![\w%]|[.,]\d)", text, re.IGNORECASE):
            place = Place(brief.template.path, unit.line) if counted else drawn.place_of("short")
            message = f'"{drawn.id}" shows {group.count} of "{group.name}" as a group'
            yield Fault("group-too-small", message, _HINT).at(place)
