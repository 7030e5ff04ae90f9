"""A reference document on its own, checked as builds of its project would check it."""

from __future__ import annotations

from briefs.compose.house_files import NAME as HOUSE
from briefs.compose.house_files import Layer, read_house
from briefs.files.yaml import Lines
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError
from briefs.model.edition import House
from briefs.pipeline.order import Project
from briefs.pipeline.reports import report_names
from briefs.render.reference.reference_check import check_reference

_ANY_ISSUER = Layer("report.yaml", {"issuer": "any"}, Lines({(): 1}))
"""In place of what `report.yaml` says, which is not needed here: no warning depends on who issues a brief."""


def check_for_project(reference: bytes, path: str, project: Project) -> list[Diagnostic]:
    """Warnings on a reference document for the reports of a project; diagnostics call it `path`.

    Each warning comes once, if only for one report. A house that cannot be read is left for builds to report.
    Raises BriefsError if the bytes are not a Word document that can be read, or if the layout has no fonts.
    """
    fonts = project.templates / "layout" / "fonts"
    wanted = dict.fromkeys((house.letterhead, house.language) for house in _houses(project))
    if not wanted:
        return check_reference(reference, path, fonts)
    found = (problem for each in wanted for problem in check_reference(reference, path, fonts, *each))
    return list(dict.fromkeys(found))


def _houses(project: Project) -> list[House]:
    """The houses of all reports that can be read."""
    found = []
    for name in report_names(project):
        try:
            read = read_house(project.templates / HOUSE, project.seeds / name / HOUSE, _ANY_ISSUER, project.root)
        except (DocumentError, BriefsError):
            continue
        found.append(read.value.house)
    return found
