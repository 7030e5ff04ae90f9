"""Stages 1 and 2, and what composing needs besides: everything that is read, and everything wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.blocks.drawing import draw
from briefs.blocks.files import read_block_files
from briefs.check.wording import check_wording
from briefs.compose.composing import Composer, composer
from briefs.compose.files import audiences_of, read_house, read_templates, read_views
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, nearest
from briefs.model.drawn import Library
from briefs.model.edition import House, Template
from briefs.model.files import files_in
from briefs.model.report import Report
from briefs.model.rules import WordingRules
from briefs.render.measure import text_measure
from briefs.report.hints import ReportHints
from briefs.report.readers import inspect_report
from briefs.report.wording import wording_rules


@dataclass(frozen=True, slots=True)
class Project:
    """Where things lie: `root` holds `seeds/` and `templates/`; `report` names the folder in `seeds/`."""

    root: Path
    report: str | None = None

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    def seed(self) -> Path:
        """The folder of the report. Raises BriefsError when it is not clear which."""
        seeds = self.root / "seeds"
        folders = sorted(path.parent for path in seeds.glob("*/report.yaml"))
        if self.report is not None:
            if self.report not in (folder.name for folder in seeds.glob("*/")):
                hint = nearest(self.report, (folder.name for folder in folders))
                raise BriefsError(f'no report "{self.report}" in {seeds}', hint)
            return seeds / self.report
        if len(folders) == 1:
            return folders[0]
        if not folders:
            raise BriefsError(
                f"no report in {seeds}", "a project has seeds/<report>/report.yaml; name it with --project"
            )
        names = ", ".join(folder.name for folder in folders)
        raise BriefsError(f"{seeds} has several reports: {names}", "choose one with --report")


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


def read_inputs(project: Project) -> Inputs:
    """Stages 1 and 2, templates and house; diagnostics collected. Raises DocumentError when nothing can go on."""
    seed = project.seed()
    reading = inspect_report(seed, project.root)
    problems = list(reading.diagnostics)
    found: Sequence[Diagnostic]
    templates, found = read_templates(project.templates, project.root)
    problems += found
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
    audiences = audiences_of(project.templates, templates)
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
