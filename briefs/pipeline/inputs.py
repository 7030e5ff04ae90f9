"""Stages 1 and 2, and what composing needs besides: everything that is read, and everything wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.blocks.drawing import draw
from briefs.blocks.written import read_block_files
from briefs.check.wording import check_wording
from briefs.compose.composing import Composer, composer
from briefs.compose.template_files import (
    audiences_of,
    check_folders,
    read_house,
    read_templates,
    read_views,
    templates_folder,
)
from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, nearest
from briefs.model.edition import House, Template
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.several_reports import Found, named
from briefs.render.fonts.widths import text_measure
from briefs.report.hints import ReportHints
from briefs.report.readers import inspect_report
from briefs.report.rules_from_hints import wording_rules


@dataclass(frozen=True, slots=True)
class Project:
    """Where things lie: `root` holds `seeds/` and `templates/`; `report` names the folder in `seeds/`."""

    root: Path
    report: str | None = None

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    def reports(self) -> list[str]:
        """The names of all reports, in order."""
        return sorted(path.parent.name for path in self.seeds.glob("*/report.yaml"))

    def seed(self) -> Path:
        """The folder of the report. Raises BriefsError when it is not clear which."""
        seeds, reports = self.seeds, self.reports()
        if self.report is not None:
            if self.report not in (folder.name for folder in seeds.glob("*/")):
                raise BriefsError(f'no report "{self.report}" in {seeds}', nearest(self.report, reports))
            return seeds / self.report
        if len(reports) == 1:
            return seeds / reports[0]
        if not reports:
            raise BriefsError(
                f"no report in {seeds}", "a project has seeds/<report>/report.yaml; name it with --project"
            )
        raise BriefsError(f"{seeds} has several reports: {', '.join(reports)}", "choose one with --report")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that was read, and everything that is wrong with it.

    `audiences` are those too whose templates cannot be read; `diagnostics` say why.
    """

    project: Project
    seed: Path
    report: Report
    hints: ReportHints
    rules: WordingRules
    library: Library
    templates: Mapping[str, Template]
    audiences: frozenset[str]
    house: House
    composer: Composer
    diagnostics: tuple[Diagnostic, ...]


def read_all(project: Project) -> tuple[Inputs, ...]:
    """Stages 1 and 2 for the report that `project` names; if it names none, for each of its reports with templates.

    What lies in a folder with templates of its own is meant to be a report, even if it lacks its `report.yaml`.
    Raises DocumentError, with all that is wrong with any of them, when one cannot go on.
    """
    folders = {path.name: templates_folder(project.templates, path.name) for path in project.seeds.glob("*/")}
    reports = sorted({*project.reports(), *(name for name, folder in folders.items() if folder != project.templates)})
    if project.report is not None or len(reports) < 2:
        return (read_inputs(project),)
    chosen = [name for name in reports if files_in(folders[name], ".md")] or reports
    read: list[Inputs] = []
    found: list[Found] = []
    for name in chosen:
        try:
            read.append(read_inputs(replace(project, report=name)))
        except DocumentError as error:
            found.append((name, error.diagnostics))
        else:
            found.append((name, read[-1].diagnostics))
    if len(read) < len(chosen):
        raise DocumentError(named(found, project.templates))
    return tuple(read)


def read_inputs(project: Project) -> Inputs:
    """Stages 1 and 2, templates and house; diagnostics collected. Raises DocumentError when nothing can go on."""
    seed = project.seed()
    reading = inspect_report(seed, project.root)
    problems = list(reading.diagnostics)
    found: Sequence[Diagnostic]
    folder = templates_folder(project.templates, seed.name)
    templates, found = read_templates(folder, project.root)
    problems += found
    problems += check_folders(project.templates, (path.name for path in project.seeds.glob("*/")), project.root)
    views, found = read_views(project.templates / "blocks", project.root)
    problems += found
    house: House | None = None
    try:
        house = read_house(project.templates / "house.yaml", project.root)
    except DocumentError as error:
        problems += error.diagnostics
    if reading.report is None or reading.hints is None:
        raise DocumentError([*problems, *read_block_files(seed / "blocks", project.root).problems])
    rules = wording_rules(reading.report, reading.hints)
    audiences = audiences_of(folder, templates)
    library, found = draw(reading.report, seed / "blocks", project.root, rules, audiences)
    problems += found
    problems += check_wording(library, rules)
    if house is None:
        raise DocumentError(problems)
    hints = reading.hints
    if hints.as_at is not None:
        house = house.model_copy(update={"as_at": hints.as_at})
    measure = text_measure(project.templates / "layout" / "fonts")
    made, found = composer(library, views, house, hints.title, hints.source_line or hints.citation, measure)
    problems += found
    if set(views) == {path.stem for path in files_in(project.templates / "blocks", ".html")}:
        # else a call of a block template that cannot be read would be an unknown name
        for template in templates.values():
            problems += made.lint(template)
    return Inputs(
        project, seed, reading.report, hints, rules, library, templates, audiences, house, made, tuple(problems)
    )
