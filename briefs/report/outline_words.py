"""The labels that `report.yaml` gives to headings, and how it cites the report: an editor's words that briefs print."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.own_words import OwnWords
from briefs.model.report import Report, Section
from briefs.model.typesetting import clean
from briefs.report.hints import HintsFile


def outline_words(report: Report, file: HintsFile) -> Iterator[OwnWords]:
    """The label of each heading, which rests on the heading and those above it; and the citation of the report."""
    hints, notes = file.hints, report.note_numbers()
    if "citation" not in file.lacks:
        yield OwnWords("`citation`", hints.citation, file.place("citation"), scope="furniture")
    above: list[Section] = []
    for index, (section, hint) in enumerate(zip(report.sections(), hints.outline, strict=False)):
        above = [one for one in above if one.heading.level < section.heading.level] + [section]
        passages = tuple(clean(one.heading.text, notes) for one in above)
        place = file.place("outline", index, "label")
        yield OwnWords(f'the label "{hint.label}"', hint.label, place, passages=passages)
