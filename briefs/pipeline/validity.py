"""Whether cleared editions still hold on the day on which they are distributed or sent.

What a build makes never depends on the clock. Giving out is an act in time, so the day on which it is done counts, and
what the house says on that day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from briefs.compose.house_files import NAME, Layer, read_house
from briefs.files.yaml import Lines
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.pipeline.clearance_status import expired
from briefs.pipeline.order import Project

TODAY = "today is"


def check_validity(project: Project, reports: Iterable[str], today: datetime.date) -> None:
    """Raise DocumentError if cleared briefs of one of `reports` are not valid any more `today`.

    A project without a house does not say until when they are. Raises DocumentError also if a house cannot be read.
    """
    problems: list[Diagnostic] = []
    for report in sorted(set(reports)):
        general, own = project.templates / NAME, project.seeds / report / NAME
        if general.exists() or own.exists():
            somebody = Layer("", {"issuer": report}, Lines({(): 1}, ""))
            house = read_house(general, own, somebody, project.root).value
            problems += expired(house, today, TODAY)
    if problems:
        raise DocumentError(problems)
