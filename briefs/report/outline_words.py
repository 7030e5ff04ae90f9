"""The labels that `report.yaml` gives to headings, and how it cites the report: an editor's words that briefs print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from briefs.model.report import Matter, Report, Section
from briefs.model.typesetting import clean, plain
from briefs.report.hints import HintsFile

_NUMBERED = re.compile(r" \(\d+\)$")
"""What tells labels apart that are the same otherwise."""
_YEAR = re.compile(r"\b[12]\d{3}\b")


def outline_words(report: Report, file: HintsFile) -> Iterator[OwnWords]:
    """The label of each heading, which rests on the heading and those above it; and the citation of
    the report, which rests on its title page."""
    hints, notes = file.hints, report.note_numbers()
    if "citation" not in file.lacks:
        yield _citation(report, hints.citation, file.place("citation"))
    labels = {hint.label for hint in hints.outline}
    above: list[Section] = []
    index = 0
    for section in report.sections():
        above = [one for one in above if one.heading.level < section.heading.level] + [section]
        if index == len(hints.outline):
            break
        hint = hints.outline[index]
        words = plain(section.heading.text, notes)
        if section.heading.label != hint.label or words != plain(hint.text, notes):
            continue  # recognised in the file: its label was made of its words
        passages = tuple(clean(one.heading.text, notes) for one in above)
        place = file.place("outline", index, "label")
        index += 1
        said = _NUMBERED.sub("", hint.label) if _NUMBERED.sub("", hint.label) in labels else hint.label
        yield OwnWords(f'the label "{hint.label}"', said, place, passages=passages)


def _citation(report: Report, citation: str, place: Place) -> OwnWords:
    """The citation of a report, with its title page; if this has no year, the citation may have one."""
    notes = report.note_numbers()
    page = " ".join(
        clean(one.text, notes) for one in report.leaves() if isinstance(one, Matter) and one.role == "title"
    )
    years = () if _YEAR.search(page) else _YEAR.findall(citation)
    said = (" ".join((page, *years)),) if page else ()
    return OwnWords("`citation`", citation, place, scope="furniture", passages=said)
