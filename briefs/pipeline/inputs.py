"""What the briefs of one report are made from: the report and its blocks, the templates, the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.blocks.block_files import read_block_files
from briefs.blocks.drawing import draw
from briefs.check.table import check_blocks
from briefs.compose.composing import Composer, composer
from briefs.compose.template_files import (
    audiences_of,
    check_folders,
    read_block_templates,
    read_house,
    read_templates,
    templates_folder,
)
from briefs.files.listing import files_in
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError
from briefs.model.edition import House, Template
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.order import Project
from briefs.render.layout import Layout, read_layout
from briefs.report.hints import ReportHints
from briefs.report.readers import HintedReport, read_report
from briefs.report.rules_from_hints import wording_rules


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that was read for the briefs of one report, from its folder `seed` and the templates.

    `audiences` includes those whose templates cannot be read. `composer` is complete if `is_composable`; otherwise a
    block template could not be read, and every call of it would be an unknown name.
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
    is_composable: bool

    @property
    def name(self) -> str:
        """The name of the report, which is the name of its folder."""
        return self.seed.name


def read_inputs(project: Project) -> Checked[Inputs]:
    """Stages 1 and 2 for one report, and the templates. Raises DocumentError, with all mistakes, if that fails."""
    seed = project.seed()
    reading, report_problems = _read_report(project, seed)
    folder = templates_folder(project.templates, seed.name)
    templates = read_templates(folder, project.root)
    lost = check_folders(project.templates, (path.name for path in project.seeds.glob("*/")), project.root)
    looks = read_block_templates(project.templates / "blocks", project.root)
    problems = [*report_problems, *templates.problems, *lost, *looks.problems]
    house, house_problems = _read_house(project)
    problems += house_problems
    if reading is None:
        raise DocumentError([*problems, *read_block_files(seed / "blocks", project.root).problems])
    rules = wording_rules(reading.report, reading.hints)
    audiences = audiences_of(folder, templates.value)
    drawn = draw(reading.report, seed / "blocks", project.root, rules, audiences)
    library = drawn.value
    problems += drawn.problems
    if house is None:
        raise DocumentError([*problems, *check_blocks(library, rules)])
    hints = reading.hints
    if hints.as_at is not None:
        house = house.model_copy(update={"as_at": hints.as_at})
    source = hints.source_line or hints.citation
    made = composer(library, looks.value, house, hints.title, source)
    problems += made.problems
    inputs = Inputs(
        project=project,
        seed=seed,
        report=reading.report,
        hints=hints,
        rules=rules,
        library=library,
        templates=templates.value,
        audiences=audiences,
        house=house,
        composer=made.value,
        is_composable=set(looks.value) == {path.stem for path in files_in(project.templates / "blocks", ".html")},
    )
    return Checked(inputs, tuple(problems))


def _read_report(project: Project, seed: Path) -> tuple[HintedReport | None, tuple[Diagnostic, ...]]:
    try:
        read = read_report(seed, project.root)
    except DocumentError as error:
        return None, error.diagnostics
    return read.value, read.problems


def _read_house(project: Project) -> tuple[House | None, tuple[Diagnostic, ...]]:
    try:
        return read_house(project.templates / "house.yaml", project.root), ()
    except DocumentError as error:
        return None, error.diagnostics


def layout_of(inputs: Inputs) -> Layout:
    """The look of all briefs, with the accents of this report's templates. Raises the same as `read_layout`."""
    accents = {name: template.front.accent for name, template in inputs.templates.items()}
    return read_layout(inputs.project.templates / "layout", inputs.project.root, accents)
