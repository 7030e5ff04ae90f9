"""Which reports of a project have templates, and so are built; the others are named.

A report has the templates in the folder of its name, `templates/<report>/`. If there is none, it has those that stand
in `templates/` itself, which reports of a series share. But in a project of several reports these may be for another
one: then they ask for blocks that the report does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.files.listing import files_in, rough_text
from briefs.files.templates_folder import templates_folder
from briefs.model.block_ids import BLOCK_ID
from briefs.model.diagnostics import Checked, Fault, Place, relative
from briefs.pipeline.order import Project

_ID = BLOCK_ID.pattern.strip("^$").replace("(", "(?:")
_ASKED = re.compile(rf"""["']({_ID})["']""")
"""An id in a call; what only looks like one does no harm."""
_HELD = re.compile(rf"""^(?:[^\S\n]|[{{,-])*id:\s*["']?({_ID})""", re.MULTILINE)
"""The id of a block, also in a file that is not good YAML."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """How many blocks a template asks for, and how many of these a report has."""

    template: Path
    blocks: int
    held: int


def reports_to_build(project: Project) -> Checked[list[Project]]:
    """`project` once for each report to be built: the report that it names, or every report with templates.

    A folder in `seeds/` that has a folder of templates counts as a report, even if its `report.yaml` is missing. Each
    report without templates is a warning (`report-without-templates`), unless none has any. Raises BriefsError if there
    is no report, or none of that name.
    """
    names = report_names(project)
    if project.report is not None or len(names) < 2:
        return Checked([replace(project, report=project.seed().name)])
    chosen = [name for name in names if has_templates(project, name)] or names
    passed_over = tuple(
        Fault(
            "report-without-templates",
            f'the report "{name}" has no templates, so no briefs are built of it',
            without_templates_hint(project, name),
        ).at(Place(relative(project.seeds / name, project.root)))
        for name in names
        if name not in chosen
    )
    return Checked([replace(project, report=name) for name in chosen], passed_over)


def has_templates(project: Project, report: str) -> bool:
    """Whether there are templates for `report`. In doubt there are: reading them says what is wrong."""
    names = report_names(project)
    if len(names) < 2 or templates_folder(project.templates, report) != project.templates:
        return True
    sharing = [name for name in names if templates_folder(project.templates, name) == project.templates]
    if not files_in(project.templates, ".md"):
        return sharing == names
    fitting = [name for name in sharing if _fits(_asked_of(project, name))]
    return report in (fitting or sharing)


def without_templates_hint(project: Project, report: str) -> str:
    """What to do for a report that has no templates."""
    hint = f"put templates for it into templates/{report}/"
    asked = [one for one in _asked_of(project, report) if one.blocks]
    if not asked:
        return hint
    most = max(asked, key=lambda one: one.held / one.blocks)
    shown, are = relative(most.template, project.root), "blocks are" if most.blocks > 1 else "block is"
    return f"{hint}; those in templates/ are for others: of {shown}, {most.held} of {most.blocks} {are} in this report"


def report_names(project: Project) -> list[str]:
    """The names of all reports, and of all folders in `seeds/` that have a folder of templates."""
    meant = (
        path.name for path in project.folders() if templates_folder(project.templates, path.name) != project.templates
    )
    return sorted({*project.reports(), *meant})


def _asked_of(project: Project, report: str) -> list[_Asked]:
    """What the templates in `templates/` itself ask of a report."""
    held = {
        name
        for path in files_in(project.seeds / report / "blocks", ".yaml")
        for name in _HELD.findall(rough_text(path, project.root))
    }
    asked = ((path, set(_ASKED.findall(rough_text(path, project.root)))) for path in files_in(project.templates, ".md"))
    return [_Asked(path, len(blocks), len(blocks & held)) for path, blocks in asked]


def _fits(asked: Iterable[_Asked]) -> bool:
    """Whether templates are for a report: it has at least half of the blocks that one of them asks for."""
    return any(one.blocks and 2 * one.held >= one.blocks for one in asked)
