"""Checks of a block against the report: how many held a view, how many took part, and whether it can be printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefs.blocks.block_files import WrittenBlock
from briefs.blocks.drawing_context import DrawingContext
from briefs.model.block import ParticipantGroup
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.library import Drawn
from briefs.model.report import Report, Row
from briefs.model.report_places import place_in_report
from briefs.model.same_object import Same
from briefs.model.typesetting import plain, unprintable


def check_passages(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that the report's words can be printed. Code: `glyph-missing`, with the line of the report."""
    for extract in drawn.all_extracts():
        if character := unprintable(extract.text):
            message = (
                f'the passage of "{drawn.id}" contains the character U+{ord(character):04X}, which cannot be printed'
            )
            fault = Fault("glyph-missing", message, "choose anchors that leave it out")
            yield fault.at(place_in_report(context.report, extract.lines, extract.address))


def check_strength(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that a block's strength is on the scale of how many, or in the report's own table, and in its passage.

    Codes: `strength-unknown`, `strength-not-found`. Where an anchor is wrong, nothing is checked.
    """
    strength = written.block.strength
    if strength is None or not all(drawn.extracts.values()):
        return
    if context.rules.level(strength) is None:
        message = f'the strength "{strength}" of "{drawn.id}" has no word for how many that is known'
        fault = Fault(
            "strength-unknown", message, nearest(strength, {**context.rules.built_in, **context.rules.strengths})
        )
        yield fault.at(written.place_of("strength"))
    elif not any(plain(strength).lower() in plain(extract.text).lower() for extract in drawn.all_extracts()):
        message = f'the strength "{strength}" of "{drawn.id}" is not in the passage that the block points at'
        hint = "use the report's own words for how many, or add an anchor that has them"
        yield Fault("strength-not-found", message, hint).at(written.place_of("strength"))


def check_counts(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check a group's count against the number of rows of the report with its affiliations, if there is a
    report. Code: `count-wrong`.
    """
    group = written.block
    if not isinstance(group, ParticipantGroup) or not context.report.children:
        return
    name = f'"{group.id}"'
    if fault := _miscount(name, group.count, group.affiliations, context.report):
        yield fault.at(written.place_of("count"))
    if (portion := group.including) is None:
        return
    name = f"including of {name}"
    if fault := _miscount(name, portion.count, portion.affiliations, context.report):
        yield fault.at(written.place_of("including", "count"))
    for affiliation in sorted(set(portion.affiliations) - set(group.affiliations)):
        fault = Fault("count-wrong", f'{name} has the affiliation "{affiliation}", which the group does not have')
        yield fault.at(written.place_of("including", "affiliations"))


def _miscount(name: str, count: int, affiliations: Sequence[str], report: Report) -> Fault | None:
    rows_having = _rows_by_last_cell(Same(report))
    counted = sum(rows_having[affiliation] for affiliation in set(affiliations))
    if counted == count:
        return None
    rows = f"{counted} row of the report has" if counted == 1 else f"{counted} rows of the report have"
    return Fault("count-wrong", f"{name} says {count}, but {rows} one of its affiliations")


@lru_cache(maxsize=4)
def _rows_by_last_cell(report: Same[Report]) -> Counter[str]:
    """How many rows of a report have a text in their last cell, by the text."""
    return Counter(leaf.cells[-1] for leaf in report.value.leaves() if isinstance(leaf, Row))
